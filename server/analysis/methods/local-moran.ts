import { falseDiscoveryRate } from '../statistics/adjust.ts'
import { localMoran, moran } from '../statistics/moran.ts'
import { countByCell } from '../by-cell.ts'
import { localMoranP, ringsOf, steps, test, type Test } from '../rings.ts'
import { none, NothingToSay, type Method } from '../method.ts'
import { counts as countsShown, difference, pAdjusted, pValue, zScore } from '../shown.ts'

export const method: Method = {
  id: 'local_moran',
  title: { zh: '局部莫兰', en: 'Local Moran' },
  purpose: { zh: '哪里高的挨着高的、低的挨着低的，哪里是孤立的高点', en: 'Where high lies beside high and low beside low, and where a cell stands out from its surroundings' },
  source: 'Anselin 1995; Moran 1950',
  cells: true,
  shows: {
    quadrant: { kind: 'category', label: { zh: '聚集类型', en: 'Kind of cluster' }, unit: { zh: '', en: '' }, values: {
      'high-high': { label: { zh: '高值聚集', en: 'High among high' }, tone: 1, sign: { zh: '高高', en: 'HH' } }, 'high-low': { label: { zh: '孤立高点', en: 'High among low' }, tone: 0.5, sign: { zh: '高低', en: 'HL' } },
      'low-high': { label: { zh: '高值中的低点', en: 'Low among high' }, tone: -0.5, sign: { zh: '低高', en: 'LH' } }, 'low-low': { label: { zh: '低值聚集', en: 'Low among low' }, tone: -1, sign: { zh: '低低', en: 'LL' } },
    } },
    i: difference('局部莫兰指数', 'Local Moran\'s I', { zh: '', en: '' }, 3), z: zScore, counts: countsShown, p: pValue, p_adjusted: pAdjusted,
  },
  limits: {
    zh: '“高”“低”是相对全域平均而言；若改用正态近似，警情稀少时会偏乐观。',
    en: 'High and low are against the average of the area; the normal approximation, where it is chosen, is too hopeful where incidents are few.',
  },
  parameters: {
    steps, test,
  },
  run(input, { steps: rings, test: how }: { steps: number, test: Test }, { progress }) {
    if (input.chosen.rows.length === 0) throw new NothingToSay(none)
    const { cells, counts } = countByCell(input)
    progress(1, 3)
    const neighbours = ringsOf(cells, rings, false), { index, z, quadrant } = localMoran(counts, neighbours)
    if (z.every(Number.isNaN)) throw new NothingToSay({ zh: '各网格的警情数完全相同，没有聚集可言', en: 'All cells have the same count: there is nothing to cluster' })
    progress(2, 3)
    const p = localMoranP(z, counts, neighbours, how), adjusted = falseDiscoveryRate(p)
    return { cells, counts: [...counts], i: [...index], z: [...z], p: [...p], p_adjusted: [...adjusted], quadrant: quadrant.map((each, k) => adjusted[k]! <= 0.05 ? each : null), global: moran(counts, neighbours) }
  },
}
