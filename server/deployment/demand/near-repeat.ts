import { cellToLatLng, getHexagonEdgeLengthAvg, getResolution, gridDisk, UNITS } from 'h3-js'
import type { CellCounts } from '../../analysis/by-cell.ts'
import { onPlane } from '../../analysis/plane.ts'
import { knox } from '../../analysis/statistics/knox.ts'
import { Type, type Static } from 'typebox'
import { metresBetween } from '../../network/metric.ts'
import { nullable } from '../../shapes.ts'
import type { chosenWithin } from './chosen-before.ts'
import type { Weights } from './weights.ts'

/** What near repeats make of demand; kept with it. */
export const nearRepeatSchema = Type.Object({
  metres: Type.Number(), days: Type.Number(), factor: Type.Number(),
  observed: nullable(Type.Integer({ description: 'pairs of incidents so near in space and time; null: too few incidents to tell' })), expected: nullable(Type.Number({ description: 'pairs if dates didn\'t matter to places' })), p: nullable(Type.Number({ description: 'of a Knox test' })),
  incidents: Type.Integer({ description: 'of the last days, whose echo counts; 0 where no pattern was found' }), share: Type.Number({ description: 'of all demand that is echo' }),
})
export type NearRepeat = Static<typeof nearRepeatSchema>

/** As in the literature for burglary: 200 m and two weeks (Johnson et al. 2007). */
const usualNearRepeat = { metres: 200, days: 14, factor: 1 }
const fewest = 20, significant = 0.05, week = 7

/** Chosen incidents and the cells that they lie in, as countByCell tells them. */
type Counted = ReturnType<typeof chosenWithin> & Pick<CellCounts, 'cells' | 'cellOfRow'>

/**
 * The echo of the last incidents: how many near repeats are to be expected in the week that follows, by cell, times what each
 * weighs. An incident has as many repeats beyond chance within the distance and time as all incidents that the plan is built on
 * had on average (Knox 1964); of one that lies back some days, so many fewer are still to come. They are shared evenly among its
 * own cell and those whose centre is within the distance. Where no pattern is found, there is no echo.
 *
 * @param end  epoch seconds: what comes later isn't there to be looked at
 * @returns `echo` in demand a week
 * Cost: a Knox test over 200,000 pairs at most, and a look at the cells around each of the last incidents.
 */
export function nearRepeats({ columns, question, chosen, cells, cellOfRow }: Counted, end: number, asked: NonNullable<Weights['near_repeat']>, weigh: (code: number) => number): { echo: Float64Array, told: Omit<NearRepeat, 'share'> } {
  const { metres, days, factor } = { ...usualNearRepeat, ...asked }, echo = new Float64Array(cells.length)
  const timed = [...chosen.rows.keys()].filter(k => question.knowsDay[columns.precision[chosen.rows[k]!]!]), rows = Uint32Array.from(timed, k => chosen.rows[k]!)
  if (rows.length < fewest) return { echo, told: { metres, days, factor, observed: null, expected: null, p: null, incidents: 0 } }
  const { x, y } = onPlane(columns, { rows }), day = Float64Array.from(rows, row => (columns.from[row]! + columns.to[row]!) / 2 / 86_400)
  const { table, pairs } = knox(x, y, day, { bands: { metres: [metres], days: [days] }, permutations: 99, seed: 1, mostPairs: 200_000 }), { observed, expected, p } = table[0]![0]!
  if (!(observed > expected && p <= significant)) return { echo, told: { metres, days, factor, observed, expected, p, incidents: 0 } }
  // Knox expects so many of all pairs that are near in space, repeats among them: of these only the others come by chance.
  const repeats = factor * (observed - expected) / (1 - expected / pairs[0]!.total) / rows.length, near = nearCells(cells, metres)
  let incidents = 0
  rows.forEach((row, i) => {
    const age = end / 86_400 - day[i]!
    if (!(age >= 0 && age < days)) return
    incidents++
    const around = near(cellOfRow[timed[i]!]!, columns.longitude[row]! / 1e7, columns.latitude[row]! / 1e7)
    for (const cell of around) echo[cell]! += repeats * Math.min(week, days - age) / days * weigh(columns.code[row]!) / around.length
  })
  return { echo, told: { metres, days, factor, observed, expected, p, incidents } }
}

/** A function that gives the cells about a point: its own, and those whose centre is within some metres. */
function nearCells(cells: readonly string[], metres: number): (own: number, longitude: number, latitude: number) => number[] {
  const index = new Map(cells.map((cell, i) => [cell, i])), known = new Map<number, { cell: number, longitude: number, latitude: number }[]>()
  const around = (own: number) => {
    const steps = Math.ceil(metres / (getHexagonEdgeLengthAvg(getResolution(cells[own]!), UNITS.m) * 1.5)) + 1
    return gridDisk(cells[own]!, steps).flatMap(cell => {
      const [latitude, longitude] = cellToLatLng(cell), at = index.get(cell)
      return at === undefined || at === own ? [] : [{ cell: at, longitude, latitude }]
    })
  }
  return (own, longitude, latitude) => {
    const others = known.get(own) ?? around(own)
    known.set(own, others)
    return [own, ...others.filter(each => metresBetween(longitude, latitude, each.longitude, each.latitude) <= metres).map(({ cell }) => cell)]
  }
}
