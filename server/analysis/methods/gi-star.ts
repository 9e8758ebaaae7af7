import { falseDiscoveryRate } from '../statistics/adjust.ts'
import { giStar, neighbourSums } from '../statistics/gi-star.ts'
import { countByCell } from '../by-cell.ts'
import { giStarP, ringsOf, steps, test, type Test } from '../rings.ts'
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
    steps, test,
  },
  run(input, { steps: rings, test: how }: { steps: number, test: Test }, { progress }) {
    if (input.chosen.rows.length === 0) throw new NothingToSay(none)
    const { cells, counts } = countByCell(input)
    progress(1, 3)
    const neighbours = ringsOf(cells, rings, true), z = giStar(counts, neighbours)
    if (z.every(Number.isNaN)) throw new NothingToSay({ zh: '各网格的警情数完全相同，分不出热点', en: 'All cells have the same count: nothing stands out' })
    progress(2, 3)
    const p = giStarP(z, counts, neighbours, how), adjusted = falseDiscoveryRate(p)
    return { cells, counts: [...counts], around: [...neighbourSums(counts, neighbours)], z: [...z], p: [...p], p_adjusted: [...adjusted], confidence: Array.from(z, (each, i) => confidenceOf(each, adjusted[i]!)) }
  },
}

/** 99, 95 or 90 per cent, negative for cold; 0 where chance explains it. After correction. */
export function confidenceOf(z: number, adjusted: number): number {
  const level = adjusted <= 0.01 ? 99 : adjusted <= 0.05 ? 95 : adjusted <= 0.1 ? 90 : 0
  return level === 0 ? 0 : z > 0 ? level : -level
}
