import { greedyMedian, interchangeMedian, type Costs } from '../heuristics/median.ts'
import { boundMedian, firstPrices } from '../heuristics/median-bound.ts'
import { beatsObjective, growBeats, type Beats } from '../heuristics/grow-beats.ts'
import type { Proof } from '../solver/proof.ts'
import { solveProgram } from '../solver/solve-program.ts'
import { beatsProgram, contiguityCuts } from './beats-program.ts'
import { beatsContradictions, guardBeats, notBalanced, type BeatsPlan, type BeatsProblem } from './beats-problem.ts'
import type { Refusal, Tools } from './problem.ts'
import { timeEnded } from './reason.ts'

/** Candidates × cells up to which the exact program is tried. */
const small = 8_000

/**
 * Beats: connected areas with about the same load, such that the way from a beat's centre to its calls is short (Hess, Weaver,
 * Siegfeldt, Whelan & Zitlau 1965, as a location problem; connected by cuts between a part and its centre: Oehrlein & Haunert 2017).
 *
 * The objective is Σ load × seconds from the beat's centre. Beats come from growing and annealing; the bound from the p-median
 * without balance or connection, and, up to some thousand candidates × cells, from the exact program with cuts added until no
 * beat is torn, which then proves an optimum. Beyond that the gap is what it is, and told.
 */
export function beats(problem: BeatsProblem, tools: Tools, { random }: { random: () => number }): BeatsPlan | Refusal {
  guardBeats(problem)
  const reasons = beatsContradictions(problem)
  if (reasons.length > 0) return { status: 'infeasible', reasons }
  const proof = tools.proof('minimise'), costs = costsOf(problem), exact = costs.costs.length <= small
  const centres = interchangeMedian(costs, greedyMedian(costs))
  const now = performance.now(), until = now + (tools.deadline - now) * (exact ? 0.25 : 0.7)
  let best = growBeats(problem, centres, { deadline: until, random, tell: objective => proof.found(objective) })
  boundMedian(costs, { forced: [], closed: new Uint8Array(costs.places.length) }, {
    deadline: until + (tools.deadline - until) / 3, steps: 600, theta: 1.5, enough: () => proof.objective ?? Infinity, prices: firstPrices(costs, centres),
    best: { plan: centres, objective: proof.objective ?? beatsObjective(problem, { centres, beatOf: Int32Array.from(problem.loads, (_, cell) => nearest(problem, centres, cell)) }) }, tell: bound => proof.bounded(bound),
  })
  if (exact && proof.gap > tools.wantedGap) {
    const found = cut(problem, tools, proof, best)
    if (found === 'none') return { status: 'infeasible', reasons: [notBalanced(problem.tolerance)] }
    best = found
  }
  if (best === null) return { status: 'unknown', reasons: [timeEnded] }
  const objective = beatsObjective(problem, best), loads = best.centres.map(() => 0)
  best.beatOf.forEach((beat, cell) => { loads[beat]! += problem.loads[cell]! })
  return { ...proof.verdict(objective), centres: best.centres.map(candidate => problem.candidates[candidate]!), beatOf: best.beatOf, loads }
}

/** The exact program, with cuts against torn beats until there are none. */
function cut(problem: BeatsProblem, tools: Tools, proof: Proof, known: Beats | null): Beats | null | 'none' {
  const { program, start, read } = beatsProgram(problem)
  let best = known
  while (performance.now() < tools.deadline) {
    const solved = solveProgram(tools.highs, program, { ...tools, ...(best ? { start: start(best) } : {}), tell: ({ bound }) => proof.bounded(bound) })
    // What lies in the program's way are rules that every plan must keep.
    if (solved.status === 'infeasible') return best ?? 'none'
    proof.bounded(solved.bound)
    if (!solved.values) return best
    const found = read(solved.values), cuts = contiguityCuts(problem, found)
    if (cuts.length > 0) {
      for (const { inside, around } of cuts) program.row(0, Infinity, [...around, inside], [...around.map(() => 1), -1])
      continue
    }
    const objective = beatsObjective(problem, found)
    if (!best || objective <= beatsObjective(problem, best)) best = found
    proof.found(objective)
    return best
  }
  return best
}

function costsOf({ loads, candidates, seconds, beats: posts }: BeatsProblem): Costs {
  const cells = loads.length
  return { places: candidates, cellCount: cells, fixed: [], posts, costs: Float64Array.from(seconds, (time, at) => loads[at % cells]! > 0 ? loads[at % cells]! * Math.min(time, 1e7) : 0) }
}

const nearest = ({ seconds, loads }: BeatsProblem, centres: readonly number[], cell: number): number =>
  centres.reduce((best, candidate, beat) => seconds[candidate * loads.length + cell]! < seconds[centres[best]! * loads.length + cell]! ? beat : best, 0)
