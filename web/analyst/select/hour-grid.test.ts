import { expect, it } from 'vitest'
import { hoursInWords, painted, rectangle, step } from './hour-grid.ts'

it('paints the rectangle between two corners, wherever the drag began', () => {
  const friday20 = 4 * 24 + 20, saturday22 = 5 * 24 + 22
  expect(rectangle(friday20, saturday22)).toEqual([116, 117, 118, 140, 141, 142])
  expect(rectangle(saturday22, friday20)).toEqual(rectangle(friday20, saturday22))
})

it('adds and takes away without doubling', () => {
  expect(painted([3, 1], [1, 2], true)).toEqual([1, 2, 3])
  expect(painted([1, 2, 3], [2, 9], false)).toEqual([1, 3])
})

it('walks by arrows over midnight and stops at the ends of the week', () => {
  expect([step(23, 'ArrowRight'), step(5, 'ArrowDown'), step(0, 'ArrowLeft'), step(160, 'ArrowDown'), step(7, 'Enter')]).toEqual([24, 29, 0, 160, 7])
})

it('says a choice in words', () => {
  expect(hoursInWords(rectangle(4 * 24 + 20, 5 * 24 + 23))).toEqual({ zh: '周五–周六 20–24 时', en: 'Fri–Sat 20–24 h' })
  expect(hoursInWords(rectangle(22, 6 * 24 + 23))!.zh).toBe('每天 22–24 时')
  expect(hoursInWords(rectangle(0, 23))!.zh).toBe('周一 全天')
  expect(hoursInWords([1, 5])!.en).toBe('2 hours a week')
  expect(hoursInWords([])).toBeNull()
})
