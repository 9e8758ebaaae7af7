import { poissonInterval } from '../statistics/intervals.ts'
import { countByCell } from '../by-cell.ts'
import { none, NothingToSay, type Method } from '../method.ts'
import { fewestResidents } from '../residents.ts'
import { amount, counts as countsShown, figure, incidents } from '../shown.ts'

const perResidents = { zh: '起/千人', en: 'per 1,000 residents' }, perKm = { zh: '起/公里', en: 'per km' }, perPlace = { zh: '起/处', en: 'per place' }
const low = (of: string, en: string, unit: typeof perKm, decimals: number) => figure(`${of}（区间下限）`, `${en}, low`, unit, decimals)
const high = (of: string, en: string, unit: typeof perKm, decimals: number) => figure(`${of}（区间上限）`, `${en}, high`, unit, decimals)

export const method: Method = {
  id: 'counts',
  title: { zh: '网格计数与比率', en: 'Counts and rates' },
  purpose: { zh: '每格多少起，每千人、每公里道路、每处场所多少起', en: 'How many a cell, per 1,000 residents, per kilometre of road, per place' },
  source: 'intervals: Garwood 1936 (exact, Poisson)',
  cells: true,
  shows: {
    counts: countsShown, counts_low: low('警情数', 'Incidents', incidents, 1), counts_high: high('警情数', 'Incidents', incidents, 1),
    per_1000_residents: amount('每千人警情数', 'Incidents per 1,000 residents', perResidents, 1),
    per_1000_residents_low: low('每千人警情数', 'Per 1,000 residents', perResidents, 1), per_1000_residents_high: high('每千人警情数', 'Per 1,000 residents', perResidents, 1),
    per_road_km: amount('每公里道路警情数', 'Incidents per km of road', perKm, 1),
    per_road_km_low: low('每公里道路警情数', 'Per km of road', perKm, 1), per_road_km_high: high('每公里道路警情数', 'Per km of road', perKm, 1),
    per_place: amount('每处场所警情数', 'Incidents per place', perPlace, 2),
    per_place_low: low('每处场所警情数', 'Per place', perPlace, 2), per_place_high: high('每处场所警情数', 'Per place', perPlace, 2),
  },
  ranks: 'counts',
  limits: {
    zh: `计数不分偶然与非偶然：相邻两格差几起，多半说明不了问题，看区间。区间假定各起互不牵连，一案多报会使它偏窄。常住人口不足 ${fewestResidents} 人或不详的网格不算每千人比率；商圈、车站白天的人比常住人口多得多。`,
    en: `A count does not tell chance from cause: a few incidents more than next door mean little; read the interval. It takes incidents as independent; several calls about one event make it too narrow. No rate per resident where fewer than ${fewestResidents} live or it isn't known; by day a market holds far more people than live there.`,
  },
  parameters: {
    confidence: { kind: 'number', label: { zh: '区间把握', en: 'Confidence of intervals' }, unit: { zh: '%', en: '%' }, least: 50, most: 99.9, otherwise: 95,
      why: { zh: '同样的情形重复一百次，约九十五次落在区间里', en: 'Of a hundred repetitions about 95 lie within' } },
  },
  run(input, { confidence }: { confidence: number }) {
    if (input.chosen.rows.length === 0) throw new NothingToSay(none)
    const { area } = input, { cells, counts } = countByCell(input), known = new Map(area.cells.map((cell, i) => [cell, i]))
    const intervals = new Map<number, [number, number]>()
    for (const n of counts) if (!intervals.has(n)) intervals.set(n, poissonInterval(n, confidence / 100))
    const rates = (name: string, of: ArrayLike<number>, per: number) => {
      const over = (value: (n: number) => number) => cells.map((cell, i) => {
        const base = of[known.get(cell) ?? -1] ?? 0
        return base > 0 ? value(counts[i]!) / base * per : null
      })
      return { [name]: over(n => n), [`${name}_low`]: over(n => intervals.get(n)![0]), [`${name}_high`]: over(n => intervals.get(n)![1]) }
    }
    return {
      cells, counts: [...counts], counts_low: Array.from(counts, n => intervals.get(n)![0]), counts_high: Array.from(counts, n => intervals.get(n)![1]),
      ...rates('per_1000_residents', area.residents, 1000), ...rates('per_road_km', area.roadMetres, 1000), ...rates('per_place', area.places, 1),
    }
  },
}
