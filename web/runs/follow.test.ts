import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeFollower } from './follow.ts'

type Reply = { id: string, state: 'running' } | { id: string, state: 'done' } | { id: string, state: 'cancelled' }

const native = globalThis.fetch
let server: Server, given: string[], asked: number

/** Answers as the server's runs do: equal questions share a run, and who gives it up ends it. Runs take 300 ms, a POST 60 ms. */
beforeEach(async () => {
  given = []
  asked = 0
  const runs = new Map<string, number>(), reply = (id: string): Reply => ({ id, state: given.includes(id) ? 'cancelled' : Date.now() - runs.get(id)! > 300 ? 'done' : 'running' })
  server = createServer(async (request, response) => {
    const end = (body: object) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const id = request.url!.split('/')[2]!
    if (request.method === 'DELETE') { given.push(id); return end({}) }
    if (request.method === 'GET') return end(reply(id))
    let text = ''
    for await (const piece of request) text += piece
    const { city } = JSON.parse(text) as { city: string }
    asked++
    if (!runs.has(city)) runs.set(city, Date.now())
    await pause(60)
    end(reply(city))
  }).listen(0)
  await new Promise(resolve => server.once('listening', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  globalThis.fetch = (path, init) => native(new URL(path as string, base), init)
})

afterEach(() => {
  globalThis.fetch = native
  server.closeAllConnections()
  server.close()
})

it('follows a run to its end', async () => {
  let seen = 0
  expect(await makeFollower<Reply>('/runs').ask({ city: 'a' }, () => seen++)).toEqual({ id: 'a', state: 'done' })
  expect(seen).toBeGreaterThan(0)
})

it('gives up on the server what a later question took the place of, even before its id was told', async () => {
  const follower = makeFollower<Reply>('/runs'), first = follower.ask({ city: 'a' }, () => {}), second = follower.ask({ city: 'b' }, () => {})
  expect(await first).toBeNull()
  expect(await second).toEqual({ id: 'b', state: 'done' })
  expect(given).toEqual(['a'])
})

it.each([['before its id was told', 0], ['while it is followed', 150]])('goes on with the run of a question that is asked again %s', async (_, later) => {
  const follower = makeFollower<Reply>('/runs'), first = follower.ask({ city: 'a' }, () => {})
  await pause(later)
  expect(await follower.ask({ city: 'a' }, () => {})).toEqual({ id: 'a', state: 'done' })
  expect([await first, given, asked]).toEqual([null, [], 2])
})

it('gives up what is dropped', async () => {
  const follower = makeFollower<Reply>('/runs'), first = follower.ask({ city: 'a' }, () => {})
  await follower.drop()
  expect(await first).toBeNull()
  await expect.poll(() => given).toEqual(['a'])
})
