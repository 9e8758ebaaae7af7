import { expect, it } from 'vitest'
import { watchNewcomers } from './newcomer.ts'

it('tells who comes after somebody else, and not who comes back or is the first', () => {
  const isNewcomer = watchNewcomers()
  expect([7, 7, 9, 9, 7].map(isNewcomer)).toEqual([false, false, true, false, true])
})
