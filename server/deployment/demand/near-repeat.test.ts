import { cellToParent, latLngToCell } from 'h3-js'
import { describe, expect, it } from 'vitest'
import { madeInput, madeUntil } from '../../../tests/analysis-city.ts'
import { gatherDemand, type Demand, type EstimateKind } from './gather-demand.ts'
import type { Weights } from './weights.ts'

const city = { incidents: 3_000, days: 150, rings: 8, addresses: 2_000 }, weekly = 7 * 86_400, window = { from: madeUntil - 150 * 86_400, to: madeUntil - weekly }

/** A city where, after five days, every second incident comes again where it was. */
function repeating(): ReturnType<typeof madeInput> {
  const input = madeInput(city), { columns } = input, behind = 99
  for (let i = behind; i < city.incidents; i++) if (i % 2 === 1) for (const name of ['longitude', 'latitude', 'cell', 'cellLow'] as const) columns[name][i] = columns[name][i - behind]!
  return input
}
function demand({ columns, question, area }: ReturnType<typeof madeInput>, near?: Weights['near_repeat'], estimate: EstimateKind = 'shrunk'): Demand {
  const found = gatherDemand({ columns, question, window, areas: [area], mostCells: 2_000, weighing: { types: [], weights: { ...near && { near_repeat: near } } }, estimate })
  if ('tooMany' in found) throw new Error('too many')
  return found
}
const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0)

describe('near repeats', () => {
  it('are found where incidents come again, and shift demand to where the last ones were while its sum stays', () => {
    const input = repeating(), without = demand(input), near = demand(input, { metres: 50 })
    expect(without.near_repeat).toBeUndefined()
    expect(near.near_repeat).toMatchObject({ metres: 50, days: 14, factor: 1, p: 0.01 })
    const { incidents, share } = near.near_repeat!
    // 20 incidents a day with half a repeat each; of the last 14 days' repeats three eighths are still to come within the week.
    expect(share / (1 - share)).toBeCloseTo(0.5 * 20 * 14 * (7 / 14 * 0.5 + 0.5 * 0.25) / (7 * 20), 1)
    expect(incidents).toBeGreaterThan(14 * 20 * 0.8)
    expect(sum(near.weights)).toBeCloseTo(sum(without.weights), 9)
    expect(share).toBeGreaterThan(0.1)
    expect(near.weights.some((weight, i) => weight > 1.5 * without.weights[i]!)).toBe(true)
    expect(demand(input, { metres: 50, factor: 2 }).near_repeat!.share).toBeGreaterThan(1.5 * share)
  })

  it('foretell the week after better than demand without them does', () => {
    const input = repeating(), without = demand(input), near = demand(input, {}), { columns } = input, index = new Map(near.cells.map((cell, i) => [cell, i]))
    let gained = 0, counted = 0
    for (let i = 0; i < columns.rows; i++) {
      if (columns.received[i]! < window.to) continue
      const cell = index.get(cellToParent(latLngToCell(columns.latitude[i]! / 1e7, columns.longitude[i]! / 1e7, 12), 9))
      if (cell === undefined) continue
      gained += Math.log(near.weights[cell]! / without.weights[cell]!)
      counted++
    }
    expect(counted).toBeGreaterThan(100)
    expect(gained / counted).toBeGreaterThan(0.05)
  })

  it('change nothing where there is no such pattern, or too little to tell', () => {
    const input = madeInput(city), near = demand(input, {})
    expect(near.near_repeat!.p).toBeGreaterThan(0.05)
    expect(near.near_repeat).toMatchObject({ incidents: 0, share: 0 })
    expect(near.weights).toEqual(demand(input).weights)
    expect(demand({ ...input, question: { ...input.question, codes: [[20_000, 20_000]] } }, {}).near_repeat).toMatchObject({ observed: null, p: null, share: 0 })
  })

  it('know nothing of what came after the plan was built', () => {
    const input = repeating(), before = demand(input, {}), { columns } = input
    const later = columns.received.findIndex(at => at >= window.to)
    for (let i = later; i < columns.rows; i++) for (const name of ['longitude', 'latitude', 'cell', 'cellLow'] as const) columns[name][i] = columns[name][0]!
    expect(demand(input, {})).toEqual(before)
  })

  it('leave a quiet cell quiet where only what was counted counts', () => {
    const near = demand(repeating(), { metres: 500 }, 'counted')
    expect(near.near_repeat!.share).toBeGreaterThan(0)
    near.counts.forEach((count, i) => { if (count === 0) expect(near.weights[i]).toBe(0) })
  })
})
