import { expect, it } from 'vitest'
import { ApiProblem } from '../../api.ts'
import { newKey, requestKey, useAction } from './action.ts'

const problem = (status: number, detail: string) => new ApiProblem({ type: 'about:blank', title: 'x', status, detail })

it('says why it was refused and what had happened meanwhile', async () => {
  const news = [{ id: 9 }] as never
  const action = useAction(async () => { throw problem(409, 'it is closed') }, async () => news)
  expect(await action.run()).toBe(false)
  expect(action.failure.value).toEqual({ kind: 'refused', reason: 'it is closed', news })
  expect(action.busy.value).toBe(false)
})

it('does the same once more when asked, and forgets the failure when it works', async () => {
  const seen: string[] = []
  let broken = true
  const action = useAction(async (text: string) => { seen.push(text); if (broken) throw problem(0, 'no answer') })
  await action.run('a')
  expect(action.failure.value).toMatchObject({ kind: 'trouble', trouble: { kind: 'offline' } })
  broken = false
  expect(await action.again()).toBe(true)
  expect([seen, action.failure.value]).toEqual([['a', 'a'], null])
})

it('is done once, however often it is pressed', async () => {
  let runs = 0
  const action = useAction(async () => { runs++; await new Promise(done => { setTimeout(done, 5) }) })
  await Promise.all([action.run(), action.run()])
  expect(runs).toBe(1)
})

it('keeps its key until it is done', () => {
  const key = requestKey()
  const first = key.value
  expect(key.value).toBe(first)
  key.done()
  expect(key.value).not.toBe(first)
  expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
