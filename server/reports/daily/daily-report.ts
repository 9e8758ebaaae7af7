import { sql } from 'kysely'
import type { Label } from '../../../layers/layer.ts'
import type { Database } from '../../database.ts'
import { countIncidents, type DailyIncidents } from './incidents.ts'
import { findNewHot, type HotCell } from './new-hot.ts'
import { findRepeats, type RepeatAddress } from './repeats.ts'
import { spansOf } from './spans.ts'
import { readZoneChanges, type MovedZone, type ZoneChange } from './zone-changes.ts'

/** What a station reads in the morning about the day before. */
export interface DailyReport {
  station: { id: number, name: string, name_en: string | null }
  /** The local day that it is about. */
  day: string
  /** When it was made: what was entered later isn't in it. */
  as_of: string
  incidents: DailyIncidents
  new_hot: HotCell[]
  repeat_addresses: RepeatAddress[]
  zones: ZoneChange[]
  moved: MovedZone[]
  /** How the figures were made, and what they can't say. */
  notes: Label[]
}

const notes: readonly Label[] = [
  { zh: '当日与一周起数含各来源（含巡逻发现），区间为前八周同一星期几（前八个七天）的最低至最高，中间值为中位数。', en: 'Counts of the day and the week are of every source, patrols included; the range is the lowest to the highest of the same weekday (the same seven days) of the eight weeks before, the middle its median.' },
  { zh: '新增热点：近七天起数多于前八周所能解释（条件二项检验，Benjamini–Hochberg 校正后 p ≤ 0.05，至少 3 起），而前一周不是热点；不含巡逻发现与并案。', en: 'New hot: more in the last seven days than the eight weeks before explain (conditional binomial test, p ≤ 0.05 after Benjamini–Hochberg, 3 incidents at least) and not so the week before; without patrol-discovered and merged ones.' },
  { zh: '乱点区域的升降按其证据所选类别计，p 大于 0.05 时多半是偶然。', en: 'The change within a zone is of the types that its evidence is about; with p above 0.05 it may well be chance.' },
]

const short: Label = { zh: '记录不足十周，新增热点未必可靠。', en: 'Fewer than ten weeks are on record: what is called newly hot may not be.' }

/** Make the report of a station and day from what is known now. Cost: three scans of ten weeks of the station's incidents. */
export async function makeDailyReport(db: Database, station: DailyReport['station'], day: string, timeZone: string, now: Date): Promise<DailyReport> {
  const spans = spansOf(day, timeZone)
  // One after the other: in the morning all of them share one connection.
  const incidents = await countIncidents(db, station.id, spans, timeZone), newHot = await findNewHot(db, station.id, spans)
  const repeats = await findRepeats(db, station.id, spans), { zones, moved } = await readZoneChanges(db, station.id, spans)
  const { rows: [first] } = await sql<{ at: Date | null }>`SELECT min(received_at) AS at FROM incident`.execute(db)
  const whole = first!.at !== null && first!.at <= spans.bounds[0]
  return { station, day, as_of: now.toISOString(), incidents, new_hot: newHot, repeat_addresses: repeats, zones, moved, notes: [...notes, ...(whole ? [] : [short])] }
}

/** The kept report; undefined where none was made. */
export async function findDailyReport(db: Database, stationId: number, day: string): Promise<DailyReport | undefined> {
  return (await sql<{ content: DailyReport }>`SELECT content FROM daily_report WHERE station_id = ${stationId} AND day = ${day}::date`.execute(db)).rows[0]?.content
}

/** Make and keep it, unless it is kept already: then that one stands. */
export async function keepDailyReport(db: Database, station: DailyReport['station'], day: string, timeZone: string, now: Date): Promise<DailyReport> {
  const kept = await findDailyReport(db, station.id, day)
  if (kept) return kept
  const made = await makeDailyReport(db, station, day, timeZone, now)
  await sql`INSERT INTO daily_report (station_id, day, made_at, content) VALUES (${station.id}, ${day}::date, ${now}, ${JSON.stringify(made)}) ON CONFLICT (station_id, day) DO NOTHING`.execute(db)
  return (await findDailyReport(db, station.id, day))!
}
