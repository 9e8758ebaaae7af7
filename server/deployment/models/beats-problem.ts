import type { Reason } from './reason.ts'

/** Cells to be parted into beats. Plain data. */
export interface BeatsProblem {
  /** Calls, or whatever work a cell makes, 0 or more. */
  loads: Float64Array
  /** Cells that a cell borders on, by road where the caller says so; both ways. */
  neighbours: readonly (readonly number[])[]
  /** Cells that a beat may have its centre in. */
  candidates: readonly number[]
  /** By road from each candidate to each cell, row by row of candidates; Infinity where there is no way. */
  seconds: Float32Array
  beats: number
  /** Share by which the load of a beat may differ from the average. */
  tolerance: number
}

export interface BeatsPlan {
  status: 'optimal' | 'gap'
  /** Cell in which each beat has its centre. */
  centres: number[]
  /** Beat of each cell. */
  beatOf: Int32Array
  /** By beat. */
  loads: number[]
  objective: number
  bound: number
  gap: number
}

export const allowedLoads = ({ loads, beats, tolerance }: BeatsProblem): { least: number, most: number } => {
  const mean = loads.reduce((sum, load) => sum + load, 0) / beats
  return { least: mean * (1 - tolerance) - 1e-9, most: mean * (1 + tolerance) + 1e-9 }
}

/** Pieces of a set of cells that hang together. */
export function piecesOf(cells: Iterable<number>, neighbours: BeatsProblem['neighbours']): number[][] {
  const left = new Set(cells), pieces: number[][] = []
  for (const cell of left) {
    left.delete(cell)
    const piece = [cell]
    for (let i = 0; i < piece.length; i++) for (const next of neighbours[piece[i]!]!) if (left.delete(next)) piece.push(next)
    pieces.push(piece)
  }
  return pieces
}

/** @throws {RangeError} for what isn't a problem: lengths that differ, cells that aren't there, borders one way only */
export function guardBeats({ loads, neighbours, candidates, seconds, beats, tolerance }: BeatsProblem): void {
  if (neighbours.length !== loads.length) throw new RangeError(`neighbours has ${neighbours.length} entries; it must have one for each of ${loads.length} cells`)
  if (seconds.length !== candidates.length * loads.length) throw new RangeError(`seconds has ${seconds.length} entries; it must have ${candidates.length} candidates × ${loads.length} cells`)
  if (!Number.isInteger(beats)) throw new RangeError(`beats is ${beats}; it must be a whole number`)
  if (!(tolerance >= 0)) throw new RangeError(`tolerance is ${tolerance}; it must be 0 or more`)
  loads.forEach((load, cell) => { if (!(load >= 0 && load < Infinity)) throw new RangeError(`the load of cell ${cell} is ${load}; it must be 0 or more`) })
  seconds.forEach((time, at) => { if (!(time >= 0)) throw new RangeError(`seconds to cell ${at % loads.length} is ${time}; it must be 0 or more, or Infinity`) })
  for (const cell of candidates) if (!(cell in loads)) throw new RangeError(`candidate ${cell} is no cell; cells are 0 to ${loads.length - 1}`)
  neighbours.forEach((list, cell) => list.forEach(other => {
    if (!neighbours[other]?.includes(cell)) throw new RangeError(`cell ${cell} borders on ${other}, but ${other} not on ${cell}`)
  }))
}

/** What contradicts itself before any of it is solved. */
export function beatsContradictions(problem: BeatsProblem): Reason[] {
  const { loads, neighbours, candidates, seconds, beats } = problem, reasons: Reason[] = [], cells = loads.length
  if (beats < 1) return [{ code: 'no_posts', needed: 1, why: { zh: `要划分 ${beats} 个巡区`, en: `${beats} beats are asked for` }, change: { zh: '请至少划分 1 个', en: 'ask for at least one' } }]
  if (!loads.some(load => load > 0)) return [{ code: 'no_demand', why: { zh: '所选区域内没有警情', en: 'there are no calls in the chosen area' }, change: { zh: '请放宽时段或区域', en: 'choose a longer time or a larger area' } }]
  const places = Math.min(cells, new Set(candidates).size)
  if (beats > places) reasons.push({
    code: 'more_beats_than_cells', needed: places, why: { zh: `要划分 ${beats} 个巡区，但只有 ${places} 个网格可作中心`, en: `${beats} beats are asked for, but only ${places} cells may be a centre` },
    change: { zh: `请减到 ${places} 个以内，或使用更小的网格`, en: `ask for no more than ${places}, or take smaller cells` },
  })
  const { least, most } = allowedLoads(problem), pieces = piecesOf(loads.keys(), neighbours)
  if (pieces.length > beats) reasons.push({
    code: 'apart', needed: pieces.length, cells: pieces.toSorted((a, b) => a.length - b.length)[0]!,
    why: { zh: `区域由互不相连的 ${pieces.length} 块组成，${beats} 个连片巡区不够`, en: `the area consists of ${pieces.length} pieces that don't touch; ${beats} connected beats can't cover them` },
    change: { zh: `请至少划分 ${pieces.length} 个巡区，或排除孤立的网格`, en: `ask for at least ${pieces.length}, or leave the detached cells out` },
  })
  const heavy = Array.from(loads.keys()).filter(cell => loads[cell]! > most)
  if (heavy.length > 0) reasons.push({
    code: 'cell_too_heavy', cells: heavy, weight: loads[heavy[0]!]!,
    why: { zh: `${heavy.length} 个网格单独的警情量就超过一个巡区的上限`, en: `${heavy.length} cells alone have more calls than a beat may have` },
    change: { zh: '请放宽均衡要求、减少巡区或使用更小的网格', en: 'allow beats to differ more, ask for fewer, or take smaller cells' },
  })
  const small = pieces.filter(piece => piece.reduce((sum, cell) => sum + loads[cell]!, 0) < least)
  if (small.length > 0 && pieces.length <= beats) reasons.push({
    code: 'not_balanced', cells: small.flat(), why: { zh: `${small.length} 块孤立区域的警情量不足以构成一个巡区`, en: `${small.length} detached pieces have fewer calls than a beat must have` },
    change: { zh: '请放宽均衡要求，或排除孤立的网格', en: 'allow beats to differ more, or leave the detached cells out' },
  })
  const away = Array.from(loads.keys()).filter(cell => !candidates.some((_, i) => seconds[i * cells + cell]! < Infinity))
  if (away.length > 0) reasons.push({
    code: 'unreachable', cells: away, weight: away.reduce((sum, cell) => sum + loads[cell]!, 0),
    why: { zh: `${away.length} 个网格从任何中心都无路可达`, en: `no road leads from any centre to ${away.length} cells` }, change: { zh: '请检查路网或排除这些网格', en: 'look at the roads there, or leave those cells out' },
  })
  return reasons
}

export const notBalanced = (tolerance: number): Reason => ({
  code: 'not_balanced', why: { zh: `不存在连片且警情量相差不超过 ±${Math.round(tolerance * 100)}% 的划分`, en: `there are no connected beats whose calls differ by no more than ±${Math.round(tolerance * 100)} %` },
  change: { zh: '请放宽均衡要求，或改变巡区数量', en: 'allow beats to differ more, or ask for another number of them' },
})

