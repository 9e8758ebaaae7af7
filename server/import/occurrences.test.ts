import { hash } from 'node:crypto'
import { expect, it } from 'vitest'
import { Occurrences } from './occurrences.ts'

it('counts every content for itself, beyond the size that it begins with', () => {
  const occurrences = new Occurrences()
  const key = (i: number) => hash('sha1', String(i), 'hex')
  for (let round = 1; round <= 2; round++)
    for (let i = 0; i < 100_000; i++) if (occurrences.add(key(i)) !== round) throw new Error(`content ${i} was counted wrongly in round ${round}`)
  expect(occurrences.add(key(7))).toBe(3)
})
