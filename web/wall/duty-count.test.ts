import { expect, it } from 'vitest'
import { countDuty } from './duty-count.ts'

const [early, late] = ['2026-11-24T16:00:00.000Z', '2026-11-25T00:00:00.000Z'], states = ['manned', 'empty', 'unnamed']

it('posts are counted by how they stand, in the order of the states', () => {
  expect(countDuty([{ state: 'empty', to_at: early }, { state: 'manned', to_at: early }, { state: 'empty', to_at: early }], states)).toEqual({ total: 3, by: [{ state: 'manned', n: 1 }, { state: 'empty', n: 2 }], until: early })
})
it('when they end is told only where all end together', () => {
  expect(countDuty([{ state: 'empty', to_at: early }, { state: 'empty', to_at: late }], states).until).toBeNull()
  expect(countDuty([], states)).toEqual({ total: 0, by: [], until: null })
})
