import { Type, type Static } from 'typebox'
import { nullable } from '../../shapes.ts'
import { WhatIf } from '../what-if.ts'
import type { Situation } from '../situation/situation.ts'
import type { Stand } from './stands.ts'

export const figuresSchema = Type.Object({
  units: Type.Integer(), demand: Type.Number({ description: 'a week' }), covered: Type.Number({ description: 'a week, within the minutes allowed' }), share: nullable(Type.Number()),
  mean_seconds: nullable(Type.Number({ description: 'by demand that is reached at all' })), ninetieth_seconds: nullable(Type.Number()),
  worst: nullable(Type.Object({ cell: Type.String(), seconds: Type.Number() })), unreached: Type.Number({ description: 'demand a week that no unit reaches within the hour' }),
  residents: Type.Integer({ description: 'to the nearest ten' }), residents_covered: Type.Integer(), key_places: Type.Integer(), key_places_covered: Type.Integer(),
  loads: Type.Array(Type.Object({ site: Type.String(), units: Type.Integer(), load: Type.Number({ description: 'demand a week for each unit there: of cells that it is soonest to reach' }) })),
})
export type PlanFigures = Static<typeof figuresSchema>

/** A plan's figures, and which stand is soonest in each cell, how soon. */
export interface Evaluated { figures: PlanFigures, seconds: Float64Array, stand: Int32Array }

/**
 * What a plan does for some demand.
 *
 * @param rows     seconds from each stand to every cell
 * @param weights  demand a week by cell: what the plan was built on, or what came of the weeks after
 */
export function evaluate({ demand, ground }: Situation, stands: readonly Stand[], rows: readonly Float32Array[], weights: Float64Array): Evaluated {
  const cells = weights.length, seconds = new Float32Array(rows.length * cells)
  rows.forEach((row, i) => seconds.set(row, i * cells))
  const whatIf = new WhatIf({ weights, seconds, siteCount: rows.length, limits: Float64Array.from(ground.limits), posts: rows.length, fixed: [], forbidden: [] }, [...rows.keys()])
  const { covered, share, mean, ninetieth, worst, unreached } = whatIf.figures(), stand = whatIf.assignment()
  const soonest = Float64Array.from(stand, (at, cell) => at === -1 ? Infinity : rows[at]![cell]!)
  const load = stands.map(() => 0), inside = (cell: number) => soonest[cell]! <= ground.limits[cell]!
  let total = 0, residents = 0, residentsCovered = 0, places = 0, placesCovered = 0
  for (let cell = 0; cell < cells; cell++) {
    total += weights[cell]!
    residents += ground.residents[cell]!
    places += ground.key_places[cell]!
    if (stand[cell]! >= 0) load[stand[cell]!]! += weights[cell]!
    if (!inside(cell)) continue
    residentsCovered += ground.residents[cell]!
    placesCovered += ground.key_places[cell]!
  }
  return {
    seconds: soonest, stand,
    figures: {
      units: stands.reduce((sum, { units }) => sum + units, 0), demand: total, covered, share: total > 0 ? share : null, mean_seconds: mean, ninetieth_seconds: ninetieth,
      worst: worst && { cell: demand.cells[worst.cell]!, seconds: worst.seconds }, unreached: Math.max(0, unreached),
      residents: tens(residents), residents_covered: tens(residentsCovered), key_places: places, key_places_covered: placesCovered,
      loads: stands.map(({ id, units }, i) => ({ site: id, units, load: load[i]! / units })),
    },
  }
}

/** Differences from one plan to the next mustn't tell of a house. */
const tens = (n: number): number => Math.round(n / 10) * 10
