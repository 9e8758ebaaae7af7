import { countByCell } from '../by-cell.ts'
import { none, NothingToSay, type Method } from '../method.ts'

export const method: Method = {
  id: 'counts',
  title: { zh: '网格计数与比率', en: 'Counts and rates' },
  purpose: { zh: '每格多少起，每公里道路、每处场所多少起', en: 'How many a cell, per kilometre of road, per place' },
  source: 'counts',
  cells: true,
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
