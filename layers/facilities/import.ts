import type { ImportRules } from '../../server/import/rules.ts'

export const rules: ImportRules = {
  table: 'facility',
  jurisdiction: ['station_id'],
  guesses: {
    name: ['title', '设施名称'],
    kind: ['type', 'category', '类别', '设施类型'],
    state: ['status', '设备状态'],
    contact_phone: ['phone', 'telephone', '联系电话'],
    checked_at: ['last check', '检查时间'],
  },
  lookups: [{ column: 'address_id', from: 'address_code', table: 'address', by: 'code', givesPoint: true }],
}
