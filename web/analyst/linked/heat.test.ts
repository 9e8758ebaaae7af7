import { describe, expect, it } from 'vitest'
import { byPrefix, dateOf, dayAt, months, ranked, rectangle, spotAt, spotOf, weekdayOf, weeksOf } from './heat.ts'

const day = (text: string) => Date.parse(`${text}T00:00Z`) / 86_400_000

describe('a calendar of weeks', () => {
  it('has every day where its week and weekday are', () => {
    const weeks = weeksOf(day('2026-07-29'), 40)
    expect(weeks).toEqual({ monday: day('2026-07-27'), columns: 6 })
    expect(spotOf(weeks, day('2026-08-03'))).toEqual({ column: 1, row: 0 })
    for (let each = day('2026-07-29'); each < day('2026-09-07'); each++) expect(dayAt(weeks, spotOf(weeks, each))).toBe(each)
    expect([weekdayOf(0), weekdayOf(-4), dateOf(day('1969-12-28'))]).toEqual([3, 6, '1969-12-28'])
  })

  it('names a month where its first week that begins in it stands', () => {
    expect(months(weeksOf(day('2026-07-29'), 40)).map(({ column, text }) => `${column} ${text}`)).toEqual(['0 2026-08', '5 2026-09'])
  })
})

it('marks the same rectangle from whichever corner it is dragged', () => {
  const cells = rectangle({ column: 2, row: 1 }, { column: 1, row: 2 })
  expect(cells).toEqual(rectangle({ column: 1, row: 2 }, { column: 2, row: 1 }))
  expect(cells).toHaveLength(4)
})

it('finds the cell under a place, and the nearest outside', () => {
  expect(spotAt(119, 10, 240, 70, 24, 7)).toEqual({ column: 11, row: 1 })
  expect(spotAt(-5, 700, 240, 70, 24, 7)).toEqual({ column: 0, row: 6 })
})

it('ranks groups by size and leaves out those without rows', () => {
  expect(ranked([3, 0, 9, 3])).toEqual([2, 0, 3])
})

it('adds types up at any level of their codes', () => {
  expect([...byPrefix(['010101', '010203', '020101'], [1, 2, 4], 1)]).toEqual([['01', 3], ['02', 4]])
  expect([...byPrefix(['010101', '010203', '020101'], [1, 2, 4], 2)]).toEqual([['0101', 1], ['0102', 2], ['0201', 4]])
})
