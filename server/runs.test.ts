import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { NotFound } from './errors.ts'
import { Runs, settledWithin } from './runs.ts'

afterEach(() => { vi.restoreAllMocks() })

const never = () => new Promise<{ state: 'done', answer: number }>(() => {})
const made = (kept = 10) => new Runs<string, { state: 'done', answer: number }, number>('run', kept)

it('is shared by those who ask the same, and ends when the last of them leaves', async () => {
  const runs = made(), first = runs.start(1, 'q', 'q', 0, never)
  expect(runs.start(2, 'q', 'q', 0, never)).toBe(first)
  expect(() => runs.own(first.id, 3)).toThrow(NotFound)
  expect(await runs.leave(first.id, 1, ({ id }) => ({ id, state: 'asked' }))).toEqual({ id: first.id, state: 'cancelled' })
  expect(first.current.state).toBe('running')
  expect(() => runs.own(first.id, 1)).toThrow(NotFound)
  // Work that never ends isn't waited for.
  await runs.leave(first.id, 2, ({ id }) => ({ id }))
  expect(first.current).toEqual({ state: 'cancelled' })
  expect(runs.start(1, 'q', 'q', 0, never)).not.toBe(first)
})

it('is kept for an hour from when it was last asked for anew; asking how it goes doesn\'t count', async () => {
  const began = performance.now(), later = async (minutes: number) => {
    vi.spyOn(performance, 'now').mockReturnValue(began + minutes * 60_000)
    // The cache looks at the clock once a millisecond.
    await sleep(5)
  }
  const runs = made(), done = async () => ({ state: 'done' as const, answer: 1 }), run = runs.start(1, 'q', 'q', 0, done)
  await run.settled
  await later(50)
  expect(runs.start(1, 'q', 'q', 0, done)).toBe(run)
  await later(100)
  expect(runs.own(run.id, 1)).toBe(run)
  await later(120)
  expect(() => runs.own(run.id, 1)).toThrow(NotFound)
})

it('is waited for until it has ended or for so long, and no timer is left behind', async () => {
  const timers = () => process.getActiveResourcesInfo().filter(each => each === 'Timeout').length, before = timers()
  await settledWithin(made().start(1, 'q', 'q', 0, async () => ({ state: 'done', answer: 1 })), 30_000)
  expect(timers()).toBe(before)
  const slow = made().start(1, 'q', 'q', 0, never)
  await settledWithin(slow, 10)
  expect(slow.current.state).toBe('running')
})
