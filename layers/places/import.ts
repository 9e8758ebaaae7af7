import type { ImportRules } from '../../server/import/rules.ts'

export const rules: ImportRules = {
  table: 'place',
  jurisdiction: ['station_id', 'beat_id'],
  guesses: {
    name: ['place name', 'title', '场所名称', '单位名称', '商户名称', '企业名称'],
    category: ['type', 'kind', '类型', '场所类别', '行业类别', '场所类型'],
    address_text: ['address', '详细地址', '经营地址'],
    contact_phone: ['phone', 'telephone', '电话', '联系电话'],
    inspection_due: ['due', '检查到期'],
    inspected_at: ['last inspection', '检查时间', '上次检查时间'],
    occupancy_limit: ['capacity', '容量'],
    protected: ['智安小区'],
  },
  lookups: [{ column: 'address_id', from: 'address_code', table: 'address', by: 'code', givesPoint: true }],
  dictionaries: { category: { table: 'place_category', hierarchical: false } },
}
