import type { ImportRules } from '../../server/import/rules.ts'

export const rules: ImportRules = {
  table: 'dispute',
  jurisdiction: ['station_id', 'beat_id'],
  guesses: {
    number: ['case number', '纠纷编号', '案件编号'],
    kind: ['type', 'category', '纠纷类型', '类别'],
    grade: ['level', 'risk', '风险等级', '纠纷等级'],
    stage: ['status', 'state', '状态', '纠纷状态'],
    registered_at: ['date', 'registered on', '登记日期', '受理时间'],
    due_at: ['deadline', '截止时间', '期限'],
    summary: ['description', '简要情况', '纠纷摘要'],
  },
  lookups: [{ column: 'address_id', from: 'address_code', table: 'address', by: 'code', givesPoint: true }],
  otherwise: { number: 's.origin_key' },
  timeLimits: {
    registered_at: { yearsBack: 50, daysAhead: 1 }, visited_at: { yearsBack: 50, daysAhead: 1 }, resolved_at: { yearsBack: 50, daysAhead: 1 },
    revisited_at: { yearsBack: 50, daysAhead: 1 }, closed_at: { yearsBack: 50, daysAhead: 1 },
  },
}
