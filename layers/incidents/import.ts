import type { ImportRules } from '../../server/import/rules.ts'

export const rules: ImportRules = {
  table: 'incident',
  withoutPoint: true,
  jurisdiction: ['station_id', 'beat_id'],
  guesses: {
    number: ['incident number', 'case number', 'report number', 'crime id', '警情号', '接警单号', '接警单编号', '案件编号'],
    received_at: ['received', 'call time', 'report time', 'reported at', 'timestamp', 'datetime', 'date time', 'time', 'date', 'month', 'occ date',
      '报警时间', '接警日期', '报警日期', '接警时刻', '日期', '时间'],
    occurred_from: ['occurred', 'occurred at', 'start', 'start time', '发生时间', '案发时间', '发案时间'],
    occurred_to: ['end', 'end time', '结束时间'],
    taken_code: ['offense', 'offence', 'crime type', 'incident type', 'call type', 'category', 'type', '类型', '警情类别', '警情类型', '案由', '报警类别'],
    resolved_code: ['resolved type', 'final case', '处警类别', '警情性质'],
    location_text: ['address', 'location', 'block', '地址', '事发地址', '案发地点', '发生地点', '事发地点'],
    summary: ['description', 'narrative', '警情内容', '报警内容', '简要案情'],
  },
  lookups: [
    { column: 'address_id', from: 'address_code', table: 'address', by: 'code', givesPoint: true },
    // Whose it is where no point tells.
    { column: 'station_id', from: 'station_code', table: 'division', by: 'code', among: `a.kind = 'station'` },
  ],
  computed: { local_day: '(s.received_at AT TIME ZONE $zone)::date' },
  // The key of a row that only its content identifies is 24 hexadecimal digits: half of it is number enough.
  otherwise: { number: `regexp_replace(s.origin_key, '^([0-9a-f]{12})[0-9a-f]{12}(?=$|[-/])', '\\1')` },
  precisionColumn: 'time_precision',
  timeLimits: {
    received_at: { yearsBack: 50, daysAhead: 1 },
    occurred_from: { yearsBack: 80, daysAhead: 1 },
    occurred_to: { yearsBack: 80, daysAhead: 1 },
  },
  dictionaries: { taken_code: { table: 'incident_type', hierarchical: true }, resolved_code: { table: 'incident_type', hierarchical: true } },
  before: 'SELECT ensure_incident_partitions(min(received_at), max(received_at)) FROM staged HAVING count(*) > 0',
}
