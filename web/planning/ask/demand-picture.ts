import type { Label } from '../../../layers/layer.ts'
import { boundsOf } from '../../analyst/result/classes.ts'
import { numberLabel } from '../../analyst/result/number.ts'
import type { Picture } from '../../analyst/result/picture.ts'
import { rampColours } from '../../map/cells/ramps.ts'
import type { Theme } from '../../theme/tokens.ts'
import { percent } from './words.ts'

/** Demand as the server tells it: lists by cell, a week's weight with its 90 % interval. */
export interface DemandByCell { cells: readonly string[], weights: readonly number[], low: readonly number[], high: readonly number[] }

/** How wide the 90 % interval is beside the mean; null where there is no mean. */
export const spreadOf = ({ weights, low, high }: DemandByCell): (number | null)[] =>
  weights.map((weight, i) => weight > 0 ? (high[i]! - low[i]!) / weight : null)

/**
 * Cells by what a week brings, or by how unsure that is: six classes by natural breaks, from few to many. Demand is skewed: classes
 * of as many cells each would show a city as one blot.
 *
 * Demand is viridis and uncertainty cividis, so that neither is taken for the other.
 */
export function demandPicture(demand: DemandByCell, of: 'demand' | 'uncertainty', theme: Theme): CellValues {
  const values = of === 'demand' ? [...demand.weights] : spreadOf(demand)
  return classed(values, values, of, theme)
}

/** Demand by cell and hour of the week, where there is any: three lists of one length. `cell`: the number of the cell. */
export interface DemandByHour { cell: readonly number[], hour: readonly number[], weight: readonly number[] }

/** Cells by what one hour of the week brings. Classes are of all hours together, so that a colour means the same from one to the next. */
export function hourPicture({ cell, hour, weight }: DemandByHour, cells: number, at: number, theme: Theme): CellValues {
  const values = Array<number | null>(cells).fill(0)
  hour.forEach((each, i) => { if (each === at) values[cell[i]!] = weight[i]! })
  return classed(values, weight, 'demand', theme)
}

export interface CellValues { picture: Picture, values: (number | null)[] }

function classed(values: (number | null)[], all: readonly (number | null)[], of: 'demand' | 'uncertainty', theme: Theme): CellValues {
  const known = all.filter((value): value is number => value !== null && value > 0)
  const bounds = [...new Set(boundsOf(known, 'natural', 6).map(rounded))], colours = bounds.length ? rampColours(of === 'demand' ? 'viridis' : 'cividis', bounds.length, theme) : []
  const text = (value: number) => of === 'demand' ? numberLabel(value, value < 1 ? 2 : value < 10 ? 1 : 0) : percent(value)
  const label = (i: number): Label => { const words = i === 0 ? `≤ ${text(bounds[0]!)}` : `${text(bounds[i - 1]!)}–${text(bounds[i]!)}`; return { zh: words, en: words } }
  const classes = [...bounds.map((_, i) => ({ label: label(i), colour: colours[i]!, alpha: 0.3 + 0.48 * (i + 1) / bounds.length, cells: 0 })), { label: { zh: '无', en: 'None' }, colour: null, alpha: 0, cells: 0 }]
  const classOf = Uint8Array.from(values, value => {
    if (value === null || value <= 0) return bounds.length
    const at = bounds.findIndex(bound => value <= bound)
    return at < 0 ? bounds.length - 1 : at
  })
  for (const at of classOf) classes[at]!.cells++
  return { picture: { classes, classOf, bounds }, values }
}

/** Two leading figures: what a legend can say. */
function rounded(value: number): number {
  const step = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(3))
}
