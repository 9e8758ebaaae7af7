import { expect, it } from 'vitest'
import { demandPicture, hourPicture, spreadOf } from './demand-picture.ts'

const demand = { cells: ['a', 'b', 'c', 'd', 'e'], weights: [0, 0.12, 1.23, 4.56, 40], low: [0, 0, 0.6, 3, 36], high: [0, 0.48, 2.1, 6.5, 44.4] }

it('tells how unsure demand is by the width of its interval beside the mean, and not where there is none', () => {
  const [none, ...some] = spreadOf(demand)
  expect(none).toBeNull()
  expect(some.map(value => Math.round(value! * 100))).toEqual([400, 122, 77, 21])
})

it.each(['demand', 'uncertainty'] as const)('gives every cell with a value one class of %s, the greatest the last one', of => {
  const { picture: { classes, classOf, bounds }, values } = demandPicture(demand, of, 'dark')
  expect(classes.reduce((sum, { cells }) => sum + cells, 0)).toBe(5)
  expect(classOf[0]).toBe(bounds!.length)
  const greatest = values.indexOf(Math.max(...values.map(value => value ?? 0)))
  expect(classOf[greatest]).toBe(bounds!.length - 1)
  values.forEach((value, i) => { if (value) expect(value).toBeLessThanOrEqual(bounds![classOf[i]!]!) })
})

it('has bounds of two figures', () => {
  expect(demandPicture(demand, 'demand', 'light').picture.classes.map(({ label }) => label.en)).toEqual(['≤ 0.12', '0.12–1.3', '1.3–4.6', '4.6–40', 'None'])
})

it('has no class but none where nothing happens', () => {
  expect(demandPicture({ cells: ['a'], weights: [0], low: [0], high: [0] }, 'demand', 'dark').picture.classes).toHaveLength(1)
})

it('shows an hour of the week in the classes of all hours, and nothing where it brings nothing', () => {
  const byHour = { cell: [0, 0, 2], hour: [18, 19, 18], weight: [0.2, 3, 0.9] }
  const evening = hourPicture(byHour, 3, 18, 'dark'), later = hourPicture(byHour, 3, 19, 'dark'), none = hourPicture(byHour, 3, 4, 'dark')
  expect(evening.values).toEqual([0.2, 0, 0.9])
  expect(evening.picture.bounds).toEqual(later.picture.bounds)
  expect([...later.picture.classOf]).toEqual([2, 3, 3])
  expect([...none.picture.classOf]).toEqual([3, 3, 3])
})
