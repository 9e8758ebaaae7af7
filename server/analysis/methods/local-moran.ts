import { falseDiscoveryRate } from '../statistics/adjust.ts'
import { twoSided } from '../statistics/distributions.ts'
import { localMoran, moran } from '../statistics/moran.ts'
import { cellNeighbours } from '../statistics/neighbours.ts'
import { countByCell, needCells } from '../by-cell.ts'
import { none, NothingToSay, type Method } from '../method.ts'

export const method: Method = {
  id: 'local_moran',
  title: { zh: '局部莫兰', en: 'Local Moran' },
  purpose: { zh: '哪里高的挨着高的、低的挨着低的，哪里是孤立的高点', en: 'Where high lies beside high and low beside low, and where a cell stands out from its surroundings' },
  source: 'Anselin 1995; Moran 1950',
  cells: true,
  parameters: {
    steps: { kind: 'number', label: { zh: '邻域圈数', en: 'Rings of neighbours' }, unit: { zh: '圈', en: 'rings' }, least: 1, most: 6, whole: true, otherwise: 1,
      why: { zh: '一圈是紧挨着的六格', en: 'One ring is the six cells around' } },
  },
  run(input, { steps }: { steps: number }, { progress }) {
    if (input.chosen.rows.length === 0) throw new NothingToSay(none)
    const { cells, counts } = countByCell(input)
    needCells(cells)
    progress(1, 3)
    const neighbours = cellNeighbours(cells, steps, false), { index, z, quadrant } = localMoran(counts, neighbours)
    if (z.every(Number.isNaN)) throw new NothingToSay({ zh: '各网格的警情数完全相同，没有聚集可言', en: 'All cells have the same count: there is nothing to cluster' })
    progress(2, 3)
    const adjusted = falseDiscoveryRate(z.map(twoSided))
    return { cells, counts: [...counts], i: [...index], z: [...z], p_adjusted: [...adjusted], quadrant: quadrant.map((each, k) => adjusted[k]! <= 0.05 ? each : null), global: moran(counts, neighbours) }
  },
}
