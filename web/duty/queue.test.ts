import { expect, it } from 'vitest'
import { ApiProblem } from '../api.ts'
import type { Action, Outcome, Queued } from './actions.ts'
import { ActionQueue } from './queue.ts'
import { mapTable } from './map-table.test-help.ts'

const action = (key: string, at: string, more: Partial<Action> = {}): Action => ({ key, kind: 'note', at, text: key, ...more })
const done = (actions: readonly Action[]): Outcome[] => actions.map(({ key }) => ({ key, ok: true, repeated: false, late: false }))
const problem = (status: number, detail = 'no') => new ApiProblem({ type: 'about:blank', title: 'x', status, detail })

async function queueWith(send: (actions: readonly Action[]) => Promise<Outcome[]>, rows = new Map<number | string, Queued>(), account = 1) {
  const queue = new ActionQueue(mapTable(rows), send, () => {})
  await queue.load(account, Date.parse('2026-11-22T08:00:00Z'))
  return { queue, rows }
}

it('sends taps in the order in which they were made, each with its own time', async () => {
  const heard: Action[] = []
  let silent = true
  const { queue } = await queueWith(async actions => { if (silent) throw problem(0); heard.push(...actions); return done(actions) })
  for (const [i, key] of ['a', 'b', 'c'].entries()) await queue.add(action(key, `2026-11-22T08:00:0${i}Z`))
  expect(await queue.flush()).toBe('no answer')
  expect(queue.waiting.map(item => item.action.key)).toEqual(['a', 'b', 'c'])
  silent = false
  expect(await queue.flush()).toBe('empty')
  expect(heard.map(({ key, at }) => [key, at])).toEqual([['a', '2026-11-22T08:00:00Z'], ['b', '2026-11-22T08:00:01Z'], ['c', '2026-11-22T08:00:02Z']])
  expect(queue.items).toEqual([])
})

it('keeps what waits over a restart, and sends again with the same key what was never acknowledged', async () => {
  const keys: string[] = []
  const rows = new Map<number | string, Queued>()
  // The server did it, and its answer was lost on the way.
  const before = await queueWith(async actions => { keys.push(...actions.map(({ key }) => key)); throw problem(0) }, rows)
  await before.queue.add(action('a', '2026-11-22T08:00:00Z'))
  await before.queue.flush()
  const after = await queueWith(async actions => { keys.push(...actions.map(({ key }) => key)); return done(actions).map(outcome => ({ ...outcome, repeated: true })) }, rows)
  expect(after.queue.waiting).toHaveLength(1)
  await after.queue.flush()
  expect(keys).toEqual(['a', 'a'])
  expect(rows.size).toBe(0)
})

it('shows what the server refused with its reason, sends the rest, and forgets it when it was read', async () => {
  const { queue, rows } = await queueWith(async actions => done(actions).map(outcome => outcome.key === 'b' ? { ...outcome, ok: false, reason: 'the task ended', reason_zh: '任务已结束' } : outcome))
  for (const key of ['a', 'b', 'c']) await queue.add(action(key, '2026-11-22T08:00:00Z'))
  await queue.flush()
  expect(queue.items.map(({ action: { key }, refused, refusedZh }) => [key, refused, refusedZh])).toEqual([['b', 'the task ended', '任务已结束']])
  expect(queue.waiting).toEqual([])
  await queue.dismiss('b')
  expect(rows.size).toBe(0)
})

it('finds the one that makes a whole request bad', async () => {
  const { queue } = await queueWith(async actions => { if (actions.some(({ key }) => key === 'b')) throw problem(400, 'key b is no good'); return done(actions) })
  for (const key of ['a', 'b', 'c']) await queue.add(action(key, '2026-11-22T08:00:00Z'))
  expect(await queue.flush()).toBe('empty')
  expect(queue.items.map(({ action: { key }, refused }) => [key, refused])).toEqual([['b', 'key b is no good']])
})

it('keeps everything when the session has ended or the server is busy', async () => {
  let status = 401
  const { queue } = await queueWith(async () => { throw problem(status) })
  await queue.add(action('a', '2026-11-22T08:00:00Z'))
  expect(await queue.flush()).toBe('signed out')
  for (status of [429, 500, 503]) expect(await queue.flush()).toBe('no answer')
  expect(queue.waiting).toHaveLength(1)
})

it('sends what is tapped while it sends', async () => {
  const heard: string[] = []
  const { queue } = await queueWith(async actions => {
    heard.push(...actions.map(({ key }) => key))
    if (heard.length === 1) await queue.add(action('b', '2026-11-22T08:00:01Z'))
    return done(actions)
  })
  await queue.add(action('a', '2026-11-22T08:00:00Z'))
  const [one, two] = [queue.flush(), queue.flush()]
  expect(await one).toBe(await two)
  expect(heard).toEqual(['a', 'b'])
})

it('never sends in another account’s name, and forgets after a day what it left', async () => {
  const rows = new Map<number | string, Queued>()
  const first = await queueWith(async () => { throw problem(0) }, rows, 1)
  await first.queue.add(action('old', '2026-11-20T08:00:00Z'))
  await first.queue.add(action('new', '2026-11-22T07:00:00Z'))
  const heard: string[] = []
  const second = await queueWith(async actions => { heard.push(...actions.map(({ key }) => key)); return done(actions) }, rows, 2)
  await second.queue.add(action('mine', '2026-11-22T08:00:00Z'))
  await second.queue.flush()
  expect(heard).toEqual(['mine'])
  expect([...rows.values()].map(item => item.action.key)).toEqual(['new'])
})

it('an answer that comes after signing out brings nothing back', async () => {
  let answer!: (outcomes: Outcome[]) => void
  const { queue, rows } = await queueWith(() => new Promise(resolve => { answer = resolve }))
  await queue.add(action('a', '2026-11-22T08:00:00Z'))
  const flushed = queue.flush()
  await queue.clear()
  answer([{ key: 'a', ok: false, repeated: false, late: false, reason: 'no' }])
  await flushed
  expect([queue.items, rows.size]).toEqual([[], 0])
})
