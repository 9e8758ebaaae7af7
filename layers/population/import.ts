import type { ImportRules } from '../../server/import/rules.ts'

export const rules: ImportRules = {
  table: 'population',
  jurisdiction: ['station_id'],
  guesses: {
    residents: ['population', 'people', 'total', '人口', '实有人口', '人数', '常住人口'],
    households: ['houses', '户', '家庭数'],
    registered: ['户籍人口'],
    floating: ['流动人口', 'migrants'],
    over60: ['over 60', 'elderly', '老年人', '60岁以上'],
    alone60: ['独居', '独居老人数'],
    under14: ['under 14', 'children', '14岁以下', '儿童'],
    surveyed_at: ['survey date', 'date', 'as of', '采集日期', '统计日期'],
  },
  lookups: [{ column: 'address_id', from: 'address_code', table: 'address', by: 'code', givesPoint: true }],
  timeLimits: { surveyed_at: { yearsBack: 100, daysAhead: 1 } },
}
