import { expect, it } from 'vitest'
import { windowAt } from './play.ts'

it('plays on whole slots and never beyond the end', () => {
  const slots = { first: 600, minutes: 60, count: 48 }
  expect(windowAt(slots, 240, 0)).toEqual({ from: 600, to: 840 })
  expect(windowAt(slots, 240, 119)).toEqual({ from: 660, to: 900 })
  expect(windowAt(slots, 240, 1e6)).toEqual({ from: 600 + 44 * 60, to: 600 + 48 * 60 })
})
