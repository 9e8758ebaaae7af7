import { describe, expect, it } from 'vitest'
import { madeInput, madeUntil, type MadeCity } from '../../../tests/analysis-city.ts'
import { choose } from '../choose.ts'
import { NothingToSay, type Input } from '../method.ts'
import { readParameters } from '../parameters.ts'
import { methodOf, methods } from './index.ts'

const city: MadeCity = { incidents: 6000, rings: 8, days: 400 }
/** Its last hundred days: a window with records before it. */
const lately = { from: madeUntil - 100 * 86_400 }
const run = (id: string, input: Input, given = {}): any => methodOf(id)!.run(input, readParameters(methodOf(id)!, given), { progress: () => {}, took: () => {} })
const told = (work: () => unknown): string => {
  try { work() } catch (error) {
    if (!(error instanceof NothingToSay)) throw error
    expect(error.label.zh).toMatch(/\p{Script=Han}/u)
    return error.label.en
  }
  throw new Error('it had something to say')
}

describe.each(methods.map(method => [method.id, method] as const))('%s', (id, method) => {
  const input = madeInput(city, lately)
  it('declares what it shows, what it ranks by, what it can\'t say and why its parameters are what they are, in both languages', () => {
    const { run: _, ...declared } = method
    const labels: { zh: string, en: string }[] = []
    JSON.stringify(declared, (key, value) => { if (value && typeof value === 'object' && 'zh' in value && key !== 'unit') labels.push(value); return value })
    for (const { zh, en } of labels) { expect(zh).not.toBe(''); expect(en).not.toBe('') }
    expect(method.limits && method.source && method.purpose).toBeTruthy()
    expect(Boolean(method.cells)).toBe(Boolean(method.shows))
    if (method.ranks) expect(method.shows![method.ranks]).toMatchObject({ kind: expect.stringMatching(/amount|difference/) })
  })
  it('answers with the columns it declares, one value a cell', () => {
    const result = run(id, input)
    if (!method.cells) { expect(result.cells).toBeUndefined(); return }
    const columns = Object.keys(result).filter(name => name !== 'cells' && Array.isArray(result[name]) && result[name].length === result.cells.length)
    expect(columns.sort()).toEqual(Object.keys(method.shows!).sort())
    for (const [name, shown] of Object.entries(method.shows!)) for (const value of result[name]) {
      if (value === null) continue
      if (shown.kind === 'category') expect(shown.values).toHaveProperty([value])
      else expect(Number.isFinite(value) || name === 'z', `${name} ${value}`).toBe(true)
      if (shown.kind === 'amount') expect(value).toBeGreaterThanOrEqual(0)
      if (shown.kind === 'confidence') expect([0, 90, 95, 99]).toContain(Math.abs(value))
    }
  })
  it('says so where there are no incidents', () => {
    expect(told(() => run(id, { ...input, chosen: choose(input.columns, { ...input.question, codes: [[20_000, 20_000]] }), before: choose(input.columns, { ...input.question, codes: [[20_000, 20_000]] }) }))).toMatch(/No incidents/)
  })
  it('answers or says why not where all are at one point', () => {
    const point = madeInput({ ...city, at: [118.1, 24.48] }, lately)
    if (['density', 'near_repeat'].includes(id)) expect(told(() => run(id, point))).toMatch(/one point/)
    else expect(run(id, point)).toBeTypeOf('object')
  })
  it('answers or says why not where the area is one cell', () => {
    const cell = madeInput({ ...city, rings: 0, incidents: 2000 }, lately), one = { ...cell, question: { ...cell.question, rings: null }, chosen: { ...cell.chosen, rows: cell.chosen.rows.filter(i => cell.columns.cell[i] === cell.columns.cell[cell.chosen.rows[0]!]) } }
    if (['gi_star', 'local_moran', 'emerging', 'risk'].includes(id)) expect(told(() => run(id, one))).toMatch(/cells lie in the area/)
    else expect(run(id, one)).toBeTypeOf('object')
  })
})

describe('a method', () => {
  it('gives rates per 1,000 residents only where they are known, with exact intervals about them', () => {
    const input = madeInput(city, lately), { cells, counts, per_1000_residents: rate, per_1000_residents_low: low, per_1000_residents_high: high } = run('counts', input)
    cells.forEach((cell: string, i: number) => {
      const residents = input.area.residents[input.area.cells.indexOf(cell)] ?? 0
      expect(rate[i]).toBe(residents ? counts[i] / residents * 1000 : null)
      if (residents) expect(low[i] <= rate[i] && rate[i] <= high[i]).toBe(true)
    })
    expect(rate.some((each: number | null) => each === null)).toBe(true)
  })
  it('smooths density relative to residents to the plain rate where both are even', () => {
    const { per_1000_residents: relative, drawn } = run('density', madeInput({ ...city, incidents: 40_000, addresses: 40_000 }, {}), { relative: 'residents', bandwidth: 1500 })
    expect(drawn).toBe('per_1000_residents')
    const known = relative.filter((each: number | null) => each !== null)
    expect(known.length).toBeGreaterThan(150)
    // 40 000 incidents over 217 cells of 400 residents, a tenth of them unknown: half to three times the mean of 460, busiest in the middle.
    for (const each of known) { expect(each).toBeGreaterThan(100); expect(each).toBeLessThan(2000) }
  })
  it('asks for a wider bandwidth or finer cells where a bandwidth would slip between cells', () => {
    expect(told(() => run('density', madeInput(city, lately), { bandwidth: 20 }))).toMatch(/finer cells/)
  })
  it('foretells more where there was more lately, and an echo near the last incidents', () => {
    const { risk, lasting, surrounding, echo, weekly, weights } = run('risk', madeInput(city, {}))
    expect(risk.reduce((sum: number, each: number) => sum + each, 0)).toBeCloseTo(weekly, 6)
    expect(weights.lasting + weights.surrounding + weights.echo + weights.even).toBeCloseTo(1, 9)
    risk.forEach((each: number, i: number) => expect(each + 1e-12).toBeGreaterThanOrEqual(lasting[i] + surrounding[i] + echo[i]))
  })
  it('holds a window that isn\'t over against as much of the earlier one', () => {
    // Ten days are asked for, of which four have passed.
    const question = { from: madeUntil - 4 * 86_400, to: madeUntil + 6 * 86_400 }, input = madeInput(city, question)
    const { total, before_window: window } = run('compare', input), times = [...input.columns.received]
    const counted = (from: number, to: number) => times.filter(at => at >= from && at < to).length
    expect(window).toEqual({ from: new Date((madeUntil - 14 * 86_400) * 1000).toISOString(), to: new Date((madeUntil - 10 * 86_400) * 1000).toISOString() })
    expect([total.now, total.before]).toEqual([counted(madeUntil - 4 * 86_400, madeUntil), counted(madeUntil - 14 * 86_400, madeUntil - 10 * 86_400)])
  })
  it('needs enough weeks to tell a trend or how risk fades', () => {
    const short = madeInput(city, { from: madeUntil - 30 * 86_400 })
    expect(told(() => run('trend', short))).toMatch(/84 \(12 weeks\)/)
    expect(told(() => run('risk', short))).toMatch(/56 are needed/)
  })
  it('refuses rings that take in more than half of the area', () => {
    expect(told(() => run('gi_star', madeInput({ ...city, rings: 4 }, lately), { steps: 4 }))).toMatch(/more than half/)
  })
})
