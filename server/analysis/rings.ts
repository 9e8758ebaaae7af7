import { twoSided } from './statistics/distributions.ts'
import { bothTails, drawnSums, type DrawnSums } from './statistics/drawn-sums.ts'
import { neighbourSums } from './statistics/gi-star.ts'
import { cellNeighbours, type Neighbours } from './statistics/neighbours.ts'
import { needCells } from './by-cell.ts'
import { NothingToSay, type Parameter } from './method.ts'

// What tests of a cell against its surroundings have in common.

export const steps: Parameter = {
  kind: 'number', label: { zh: '邻域圈数', en: 'Rings of neighbours' }, unit: { zh: '圈', en: 'rings' }, least: 1, most: 6, whole: true, otherwise: 2,
  why: { zh: '两圈共 19 格：一圈之内一个极多的网格就决定结果，检验分不出它与聚集', en: 'Two rings are 19 cells: within one ring a single very busy cell decides, and no test tells it from a cluster' },
}

export type Test = 'permutation' | 'normal'
export const test: Parameter = {
  kind: 'choice', label: { zh: '检验方式', en: 'Test' }, otherwise: 'permutation',
  options: { permutation: { zh: '精确置换', en: 'Exact permutation' }, normal: { zh: '正态近似', en: 'Normal approximation' } },
  why: {
    zh: '警情稀少时计数偏斜，正态近似会在没有热点的城市里报出热点；精确置换不会。正态近似只为与别的软件对照',
    en: 'Sparse counts are skewed: the normal approximation finds hot spots in cities that have none, the exact permutation does not. Normal is there to compare with other software',
  },
}

/** @throws {NothingToSay} where there are too few cells, or the rings reach over more than half of them */
export function ringsOf(cells: readonly string[], rings: number, self: boolean): Neighbours {
  needCells(cells)
  const neighbours = cellNeighbours(cells, rings, self)
  if (mostOf(neighbours) > cells.length / 2) throw new NothingToSay({
    zh: `${rings} 圈邻域占了 ${cells.length} 个网格的一半以上，比不出高低：减少圈数或扩大范围`, en: `${rings} rings take in more than half of the ${cells.length} cells: fewer rings or a wider area`,
  })
  return neighbours
}

const mostOf = ({ offset }: Neighbours): number => offset.reduce((most, each, i) => i === 0 ? 0 : Math.max(most, each - offset[i - 1]!), 0)

/** p-values of Gi*: of each neighbourhood's sum, itself included, were the counts dealt out to the cells at random. */
export function giStarP(z: Float64Array, counts: Float64Array, neighbours: Neighbours, how: Test): Float64Array {
  if (how === 'normal') return z.map(twoSided)
  const drawn = drawnSums(counts, mostOf(neighbours)), sums = neighbourSums(drawn.lattice, neighbours)
  return z.map((each, i) => Number.isNaN(each) ? NaN : tails(drawn, neighbours.offset[i + 1]! - neighbours.offset[i]!, sums[i]!))
}

/** p-values of local Moran: of the sum around each cell, were the others' counts dealt out at random and its own kept. */
export function localMoranP(z: Float64Array, counts: Float64Array, neighbours: Neighbours, how: Test): Float64Array {
  if (how === 'normal') return z.map(twoSided)
  const drawn = drawnSums(counts, mostOf(neighbours)), sums = neighbourSums(drawn.lattice, neighbours)
  return z.map((each, i) => {
    const draws = neighbours.offset[i + 1]! - neighbours.offset[i]!
    if (Number.isNaN(each) || draws === 0) return NaN
    return bothTails(drawn.atLeastWithout(draws, sums[i]!, drawn.lattice[i]!), drawn.atMostWithout(draws, sums[i]!, drawn.lattice[i]!))
  })
}

const tails = (drawn: DrawnSums, draws: number, sum: number): number => bothTails(drawn.atLeast(draws, sum), drawn.atMost(draws, sum))
