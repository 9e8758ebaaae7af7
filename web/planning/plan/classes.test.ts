import { expect, it } from 'vitest'
import { alphaOf, classOfTime, sharesByClass, timeClasses, timeColours, usualWeight } from './classes.ts'

it('a time is judged against what is allowed in its own cell', () => {
  expect([100, 150, 151, 300, 301, 450, 451, null].map(seconds => classOfTime(seconds, 300))).toEqual(['well', 'well', 'within', 'within', 'over', 'over', 'far', 'none'])
  expect(classOfTime(400, 900)).toBe('well')
})

it('shares are of demand, not of cells', () => {
  expect(sharesByClass(['well', 'far', 'well'], [6, 3, 3])).toEqual({ well: 0.75, within: 0, over: 0, far: 0.25, none: 0 })
  expect(sharesByClass(['well'], [0]).well).toBe(0)
})

it('every class has a colour of its own in both themes', () => {
  for (const theme of ['dark', 'light'] as const) expect(new Set(Object.values(timeColours(theme))).size).toBe(timeClasses.length)
})

it('a cell with little demand is faint, and a few very busy ones don\'t make all others so', () => {
  const usual = usualWeight([...Array.from({ length: 99 }, () => 1), 1_000])
  expect(usual).toBe(1)
  expect(alphaOf(0, usual)).toBeCloseTo(0.16)
  expect(alphaOf(1, usual)).toBeCloseTo(0.8)
  expect(alphaOf(1_000, usual)).toBeCloseTo(0.8)
})
