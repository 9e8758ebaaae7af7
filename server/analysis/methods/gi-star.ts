import { falseDiscoveryRate } from '../statistics/adjust.ts'
import { twoSided } from '../statistics/distributions.ts'
import { giStar, neighbourSums } from '../statistics/gi-star.ts'
import { cellNeighbours } from '../statistics/neighbours.ts'
import { countByCell, needCells } from '../by-cell.ts'
import { none, NothingToSay, type Method } from '../method.ts'
import { amount, confidence, counts as countsShown, incidents, pAdjusted, pValue, zScore } from '../shown.ts'

export const method: Method = {
  id: 'gi_star',
  title: { zh: 'Gi* 热点', en: 'Gi* hot spots' },
  purpose: { zh: '哪些网格连同周围，警情多得（或少得）不像偶然', en: 'Which cells, with those around them, have more (or fewer) incidents than chance explains' },
  source: 'Getis & Ord 1992; Ord & Getis 1995; false discovery rate: Benjamini & Hochberg 1995',
  cells: true,
  shows: {
    confidence, z: zScore, counts: countsShown, around: amount('本格与邻域警情数', 'Incidents in the cell and around', incidents), p: pValue, p_adjusted: pAdjusted,
  },
  ranks: 'z',
  limits: {
    zh: '热点是“比全域平均多”，不是“危险”：人多、路多的地方本来就多。边缘网格邻居少，结果较弱。',
    en: 'Hot means more than the average of the area, not dangerous: where people and roads are many, incidents are. Cells at the rim have fewer neighbours and weaker results.',
  },
  parameters: {
    steps: { kind: 'number', label: { zh: '邻域圈数', en: 'Rings of neighbours' }, unit: { zh: '圈', en: 'rings' }, least: 1, most: 6, whole: true, otherwise: 1,
      why: { zh: '一圈是紧挨着的六格：看得清街区，又不至于只看一格', en: 'One ring is the six cells around: fine enough for a block, more than a single cell' } },
  },
  run(input, { steps }: { steps: number }, { progress }) {
    if (input.chosen.rows.length === 0) throw new NothingToSay(none)
    const { cells, counts } = countByCell(input)
    needCells(cells)
    progress(1, 3)
    const neighbours = cellNeighbours(cells, steps, true), z = giStar(counts, neighbours)
    if (z.every(Number.isNaN)) throw new NothingToSay({ zh: '各网格的警情数完全相同，分不出热点', en: 'All cells have the same count: nothing stands out' })
    progress(2, 3)
    const p = z.map(twoSided), adjusted = falseDiscoveryRate(p)
    return { cells, counts: [...counts], around: [...neighbourSums(counts, neighbours)], z: [...z], p: [...p], p_adjusted: [...adjusted], confidence: Array.from(z, (each, i) => confidenceOf(each, adjusted[i]!)) }
  },
}

/** 99, 95 or 90 per cent, negative for cold; 0 where chance explains it. After correction. */
export function confidenceOf(z: number, adjusted: number): number {
  const level = adjusted <= 0.01 ? 99 : adjusted <= 0.05 ? 95 : adjusted <= 0.1 ? 90 : 0
  return level === 0 ? 0 : z > 0 ? level : -level
}
