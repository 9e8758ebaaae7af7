import { countByCell } from '../by-cell.ts'
import { none, NothingToSay, type Method } from '../method.ts'
import { amount, counts as countsShown } from '../shown.ts'

export const method: Method = {
  id: 'counts',
  title: { zh: '网格计数与比率', en: 'Counts and rates' },
  purpose: { zh: '每格多少起，每公里道路、每处场所多少起', en: 'How many a cell, per kilometre of road, per place' },
  source: 'counts',
  cells: true,
  shows: {
    counts: countsShown,
    per_road_km: amount('每公里道路警情数', 'Incidents per km of road', { zh: '起/公里', en: 'per km' }, 1),
    per_place: amount('每处场所警情数', 'Incidents per place', { zh: '起/处', en: 'per place' }, 2),
  },
  ranks: 'counts',
  limits: {
    zh: '计数不分偶然与非偶然：相邻两格差几起，多半说明不了问题。比率的分母小，数值就飘。',
    en: 'A count does not tell chance from cause: a few incidents more than next door mean little. Rates over small bases jump about.',
  },
  parameters: {},
  run(input) {
    if (input.chosen.rows.length === 0) throw new NothingToSay(none)
    const { cells, counts } = countByCell(input), known = new Map(input.area.cells.map((cell, i) => [cell, i]))
    const rate = (of: ArrayLike<number>, per: number) => cells.map((cell, i) => {
      const base = of[known.get(cell) ?? -1] ?? 0
      return base > 0 ? counts[i]! / base * per : null
    })
    return { cells, counts: [...counts], per_road_km: rate(input.area.roadMetres, 1000), per_place: rate(input.area.places, 1) }
  },
}
