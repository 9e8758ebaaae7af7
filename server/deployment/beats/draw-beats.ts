import { gridDisk } from 'h3-js'
import { Type, type Static } from 'typebox'
import type { SignedIn } from '../../access/sessions.ts'
import type { Services } from '../../services.ts'
import { nullable } from '../../shapes.ts'
import { piecesOf, type BeatsProblem } from '../models/beats-problem.ts'
import { askFields } from '../situation/ask.ts'
import { gatherSituation } from '../situation/gather.ts'
import { secondsFrom } from '../situation/time-situation.ts'
import { reasonSchema, tellReasons } from '../solve/tell-reasons.ts'

/** A beat's centre is one of so many cells with most load: a search of the roads each. */
const mostCandidates = 150

const { sites: _sites, minutes: _minutes, held_out_weeks: _heldOut, ...fields } = askFields
export const beatsBody = Type.Object({
  ...fields, beats: Type.Integer({ description: 'how many' }), tolerance: Type.Optional(Type.Number({ minimum: 0, maximum: 1, description: 'share by which the load of a beat may differ from the average; 0.1 unless told' })),
  detached: Type.Optional(Type.Unsafe<'refuse' | 'leave_out'>(Type.Union([Type.Literal('refuse'), Type.Literal('leave_out')], { description: 'what becomes of cells that don\'t touch the largest part, or that no road leads to; refused unless told' }))),
  seed: Type.Optional(Type.Integer({ minimum: 0 })), seconds: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 60, description: 'that the solver may take; 10 unless told' })),
}, { additionalProperties: false })
export const beatsSchema = Type.Object({
  status: Type.Unsafe<'optimal' | 'gap' | 'infeasible' | 'unknown'>(Type.String()), reasons: Type.Array(reasonSchema),
  objective: Type.Optional(Type.Number({ description: 'demand × seconds from the beat\'s centre' })), bound: Type.Optional(Type.Number()), gap: Type.Optional(Type.Number()),
  cells: Type.Array(Type.String()), beat: Type.Array(Type.Integer({ description: 'number of its beat, from 0; in the order of `cells`' })),
  beats: Type.Array(Type.Object({ centre: Type.String(), load: Type.Number(), cells: Type.Integer(), mean_seconds: nullable(Type.Number({ description: 'from its centre, each cell weighing what it holds; null without any load' })) })), left_out: Type.Object({ cells: Type.Array(Type.String()), weight: Type.Number() }),
})

/**
 * Beats for a selection: connected areas with about the same demand and short ways.
 *
 * @param signal  ends the solver's thread
 */
export async function drawBeats(services: Services, signedIn: SignedIn, body: Static<typeof beatsBody>, signal: AbortSignal): Promise<Static<typeof beatsSchema>> {
  const { beats, tolerance = 0.1, detached = 'refuse', seed = 1, seconds = 10, ...ask } = body
  const { situation } = await gatherSituation(services, signedIn, { ...ask, held_out_weeks: 0, sites: { stations: false, police_posts: false } }, body.estimate ?? 'counted'), { demand, ground } = situation
  const heaviest = [...demand.cells.keys()].sort((a, b) => demand.weights[b]! - demand.weights[a]! || a - b).slice(0, mostCandidates).sort((a, b) => a - b)
  const { seconds: all } = await secondsFrom(services.network, heaviest.map(cell => ({ longitude: ground.longitude[cell]!, latitude: ground.latitude[cell]! })), situation)
  const count = demand.cells.length, kept = detached === 'refuse' ? [...demand.cells.keys()] : largestPart(demand.cells, cell => heaviest.some((_, i) => all[i * count + cell]! < Infinity)), place = new Map(kept.map((cell, i) => [cell, i]))
  const rows = heaviest.flatMap((cell, i) => place.has(cell) ? [i] : [])
  const problem: BeatsProblem = {
    loads: Float64Array.from(kept, cell => demand.weights[cell]!), neighbours: neighboursOf(kept.map(cell => demand.cells[cell]!)), beats, tolerance,
    candidates: rows.map(i => place.get(heaviest[i]!)!), seconds: Float32Array.from(rows.flatMap(i => kept.map(cell => all[i * count + cell]!))),
  }
  const names = kept.map(cell => demand.cells[cell]!), out = [...demand.cells.keys()].filter(cell => !place.has(cell))
  const left = { cells: out.map(cell => demand.cells[cell]!), weight: out.reduce((sum, cell) => sum + demand.weights[cell]!, 0) }
  const answer = await services.deployment.solver.solve({ model: 'beats', problem, parameters: { seed }, seconds, signal })
  if ('reasons' in answer) return { status: answer.status, reasons: tellReasons(situation.sites, names, answer.reasons), cells: [], beat: [], beats: [], left_out: left }
  const { status, objective, bound, gap, centres, beatOf, loads } = answer
  /** What each beat's load makes of the way from its centre: demand × seconds. */
  const ways = new Float64Array(beats), from = centres.map(centre => problem.candidates.indexOf(centre))
  beatOf.forEach((beat, cell) => { if (problem.loads[cell]! > 0) ways[beat]! += problem.loads[cell]! * problem.seconds[from[beat]! * names.length + cell]! })
  return {
    status, reasons: [], objective, bound, gap, cells: names, beat: [...beatOf], left_out: left,
    beats: centres.map((centre, i) => ({ centre: names[centre]!, load: loads[i]!, cells: beatOf.filter(each => each === i).length, mean_seconds: loads[i]! > 0 ? ways[i]! / loads[i]! : null })),
  }
}

/** Cells that border on each other, by number. */
function neighboursOf(cells: readonly string[]): number[][] {
  const index = new Map(cells.map((cell, i) => [cell, i]))
  return cells.map(cell => gridDisk(cell, 1).flatMap(other => other === cell ? [] : index.get(other) ?? []))
}

/** Cells that are wanted and hang together, most of them. */
function largestPart(cells: readonly string[], wanted: (cell: number) => boolean): number[] {
  const at = [...cells.keys()].filter(wanted), neighbours = neighboursOf(at.map(cell => cells[cell]!))
  const pieces = piecesOf(at.keys(), neighbours), largest = pieces.reduce((best, piece) => piece.length > best.length ? piece : best, [])
  return largest.map(i => at[i]!).sort((a, b) => a - b)
}
