import { allowedLoads, type BeatsProblem } from '../models/beats-problem.ts'

export interface Beats { /** Candidates, by their numbers. */ centres: number[], beatOf: Int32Array }

/** Demand × seconds of some beats. */
export function beatsObjective({ loads, seconds }: BeatsProblem, { centres, beatOf }: Beats): number {
  return loads.reduce((sum, load, cell) => load > 0 ? sum + load * seconds[centres[beatOf[cell]!]! * loads.length + cell]! : sum, 0)
}

/**
 * Contiguous beats around given centres, improved: grown cell by cell from the centres, the lightest beat first; then border
 * cells change over by simulated annealing (Kirkpatrick 1983; for districts, D'Amico and others 2002), which keeps beats
 * connected and weighs imbalance ever more; centres follow their beats.
 *
 * @returns the best balanced ones; null where none were balanced
 */
export function growBeats(problem: BeatsProblem, centres: readonly number[], { deadline, random, tell }: { deadline: number, random: () => number, tell: (objective: number) => void }): Beats | null {
  const { loads, neighbours, seconds, candidates } = problem, cells = loads.length, { least, most } = allowedLoads(problem), mean = (least + most) / 2
  const beats: Beats = { centres: [...centres], beatOf: grow(problem, centres) }
  if (beats.beatOf.includes(-1)) return null
  const sums = centres.map(() => 0), sizes = centres.map(() => 0)
  beats.beatOf.forEach((beat, cell) => { sums[beat]! += loads[cell]!; sizes[beat]!++ })
  const cost = (cell: number, beat: number) => loads[cell]! > 0 ? loads[cell]! * Math.min(86_400, seconds[beats.centres[beat]! * cells + cell]!) : Math.min(1, seconds[beats.centres[beat]! * cells + cell]!) * 1e-6
  const over = (load: number) => load > most ? load - most : load < least ? least - load : 0
  let best: Beats | null = null, bestObjective = Infinity
  const note = () => {
    if (!sums.every(load => load >= least && load <= most)) return
    const objective = beatsObjective(problem, beats)
    if (!(objective < bestObjective - 1e-9)) return
    bestObjective = objective
    best = { centres: [...beats.centres], beatOf: beats.beatOf.slice() }
    tell(objective)
  }
  note()
  const usual = beatsObjective(problem, beats) / Math.max(1e-9, loads.reduce((a, b) => a + b, 0)), byCell = new Map(candidates.map((cell, i) => [cell, i]))
  const rounds = 60, tries = Math.max(2_000, 20 * cells)
  for (let round = 0; round < rounds && performance.now() < deadline; round++) {
    // Cools by the round; what imbalance costs grows meanwhile.
    const heat = usual * mean * 0.02 * 0.88 ** round, weight = usual * (1 + round / 4)
    for (let n = 0; n < tries; n++) {
      const cell = Math.floor(random() * cells), from = beats.beatOf[cell]!, around = neighbours[cell]!
      if (around.length === 0 || sizes[from] === 1 || candidates[beats.centres[from]!] === cell) continue
      const to = beats.beatOf[around[Math.floor(random() * around.length)]!]!
      if (to === from) continue
      const load = loads[cell]!
      const change = cost(cell, to) - cost(cell, from) + weight * (over(sums[to]! + load) + over(sums[from]! - load) - over(sums[to]!) - over(sums[from]!))
      if (change > 0 && random() >= Math.exp(-change / Math.max(heat, 1e-12))) continue
      if (!staysConnected(cell, from, beats.beatOf, neighbours)) continue
      beats.beatOf[cell] = to
      sums[from]! -= load
      sums[to]! += load
      sizes[from]!--
      sizes[to]!++
    }
    recentre(problem, beats, byCell)
    note()
  }
  return best
}

/** Whether a beat still hangs together without one of its cells. */
function staysConnected(cell: number, beat: number, beatOf: Int32Array, neighbours: BeatsProblem['neighbours']): boolean {
  const own = neighbours[cell]!.filter(next => beatOf[next] === beat)
  if (own.length <= 1) return true
  const seen = new Set([cell, own[0]!]), front = [own[0]!]
  let left = own.length - 1
  for (let i = 0; i < front.length; i++) for (const next of neighbours[front[i]!]!) {
    if (beatOf[next] !== beat || seen.has(next)) continue
    seen.add(next)
    front.push(next)
    if (own.includes(next) && --left === 0) return true
  }
  return false
}

/** Each beat's centre goes where the beat's calls are nearest. */
function recentre({ loads, seconds }: BeatsProblem, { centres, beatOf }: Beats, byCell: ReadonlyMap<number, number>): void {
  const members = Map.groupBy(beatOf.keys(), cell => beatOf[cell]!)
  for (const [beat, cells] of members) {
    const cost = (candidate: number) => cells.reduce((sum, cell) => loads[cell]! > 0 ? sum + loads[cell]! * seconds[candidate * loads.length + cell]! : sum, 0)
    let least = cost(centres[beat]!)
    for (const cell of cells) {
      const candidate = byCell.get(cell)
      if (candidate === undefined) continue
      const sum = cost(candidate)
      if (sum < least) {
        least = sum
        centres[beat] = candidate
      }
    }
  }
}

function grow({ loads, neighbours, seconds, candidates }: BeatsProblem, centres: readonly number[]): Int32Array {
  const cells = loads.length, beatOf = new Int32Array(cells).fill(-1), sums = centres.map(() => 0), fronts = centres.map(() => new Set<number>())
  const take = (beat: number, cell: number) => {
    beatOf[cell] = beat
    sums[beat]! += loads[cell]!
    for (const front of fronts) front.delete(cell)
    for (const next of neighbours[cell]!) if (beatOf[next] === -1) fronts[beat]!.add(next)
  }
  centres.forEach((candidate, beat) => take(beat, candidates[candidate]!))
  for (;;) {
    const open = fronts.keys().filter(beat => fronts[beat]!.size > 0).toArray()
    if (open.length === 0) return beatOf
    const beat = open.reduce((a, b) => sums[b]! < sums[a]! ? b : a)
    const time = (cell: number) => seconds[centres[beat]! * cells + cell]!
    take(beat, [...fronts[beat]!].reduce((a, b) => time(b) < time(a) ? b : a))
  }
}
