import { sql } from 'kysely'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Role } from '../../layers/access.ts'
import { startTestApp, type TestApp } from '../../tests/app.ts'
import { openListener, type TestListener } from '../../tests/listener.ts'
import { changeStatus } from '../dispatch/change-status.ts'

let test: TestApp, url: string, ours: number, theirs: number
const open: TestListener[] = []
beforeAll(async () => {
  test = await startTestApp({ positionTickMs: 50 })
  await test.app.listen({ host: '127.0.0.1', port: 0 })
  url = `http://127.0.0.1:${(test.app.server.address() as AddressInfo).port}`
  const { rows } = await sql<{ id: number }>`SELECT id FROM division WHERE kind = 'station' ORDER BY id LIMIT 2`.execute(test.database.db)
  ;[ours, theirs] = rows.map(({ id }) => id) as [number, number]
})
afterAll(() => test.stop())
afterEach(() => { for (const listener of open.splice(0)) listener.close() })

async function listen(role: Role, scopeId: number | null = null, headers: Record<string, string> = {}, query = ''): Promise<TestListener> {
  const ask = await test.as(role, scopeId)
  const cookie = (await ask('/api/session')).raw.req.headers.cookie as string
  const listener = await openListener(url, { cookie, ...headers }, query)
  open.push(listener)
  await vi.waitFor(() => expect(listener.of('positions').length).toBeGreaterThan(0))
  return listener
}
const announce = (event: string, stationId: number | null, data: object) =>
  sql`SELECT announce_live(${event}, ${stationId}::integer, ${JSON.stringify(data)}::json)`.execute(test.database.db)
const onDuty = () => [...test.services.units.all()].filter(({ fix }) => fix)
let clock = Date.now()
const move = (id: number, longitude: number, latitude: number) => test.services.units.move(id, { longitude, latitude, at: ++clock, heading: 10, speedKmh: 20 })

describe('a listener', () => {
  it('is greeted with revisions, health and what positions mean, then with all positions', async () => {
    const listener = await listen('wall')
    expect(listener.events[0]).toMatchObject({ name: 'hello', id: expect.any(String), data: {
      health: { database: 'up', redis: 'unused' }, redis: 'unused', positions: { tick_ms: 50, stale_after_seconds: 1800 } } })
    expect(listener.events[1]).toMatchObject({ name: 'positions', id: undefined, data: { full: true, n: onDuty().length } })
    for (const { id, fix } of onDuty()) expect(Math.abs(listener.positions.get(id)!.longitude - fix!.longitude)).toBeLessThan(1e-5)
  })

  it('hears of everything but positions where it wants none', async () => {
    const listener = await listen('community_officer', null, {}, '?positions=none')
    move(onDuty()[0]!.id, 118.11, 24.51)
    await new Promise(resolve => setTimeout(resolve, 200))
    await announce('task', null, { unit_id: 1, incident_id: 2 })
    await vi.waitFor(() => expect(listener.of('task')).toHaveLength(1))
    expect(listener.of('positions')).toHaveLength(1)
    expect(listener.positions.size).toBe(0)
  })

  it('hears what moves, once a tick, and of units that leave the map', async () => {
    const listener = await listen('dispatcher'), [first, second] = onDuty()
    for (let i = 0; i < 10; i++) { move(first!.id, 118.1 + i / 1000, 24.5); move(second!.id, 118.2, 24.5 + i / 1000) }
    await vi.waitFor(() => expect(listener.positions.get(first!.id)).toMatchObject({ longitude: 118.109, latitude: 24.5, speedKmh: 20 }))
    expect(listener.positions.get(second!.id)).toMatchObject({ longitude: 118.2, latitude: 24.509 })
    expect(listener.of('positions').length).toBeLessThanOrEqual(3)
    const unit = onDuty().find(({ meaning }) => meaning === 'available')!
    await test.database.db.transaction().execute(transaction => changeStatus(transaction, { unitId: unit.id, to: 'off_duty', at: new Date(), actor: { accountId: null, name: '值班员' } }))
    await vi.waitFor(() => expect(listener.of('unit')).toMatchObject([{ id: unit.id, status: 'off_duty', meaning: 'off_duty' }]))
    await vi.waitFor(() => expect(listener.positions.has(unit.id)).toBe(false))
  })

  it('that comes late is level with one that was there from the start', async () => {
    const early = await listen('wall')
    for (const { id } of onDuty().slice(0, 20)) move(id, 118 + id / 1e4, 24.4)
    const late = await listen('chief')
    for (const { id } of onDuty().slice(10, 30)) move(id, 118.3 + id / 1e4, 24.6)
    const last = onDuty()[29]!
    await vi.waitFor(() => { for (const each of [early, late]) expect(each.positions.get(last.id)?.latitude).toBe(24.6) })
    const places = (listener: TestListener) => [...listener.positions].map(([id, { longitude, latitude }]) => [id, longitude, latitude]).sort((a, b) => a[0]! - b[0]!)
    expect(places(late)).toEqual(places(early))
  })

  it('hears of alerts in its own stations and of those of no station; of incidents everywhere', async () => {
    const [own, other, all] = [await listen('dispatcher', ours), await listen('dispatcher', theirs), await listen('wall')]
    await announce('alert', ours, { id: 1 })
    await announce('alert', null, { id: 2 })
    await announce('incident', ours, { id: 3 })
    await vi.waitFor(() => { for (const each of [own, other, all]) expect(each.of('incident')).toEqual([{ id: 3 }]) })
    expect(own.of('alert')).toEqual([{ id: 1 }, { id: 2 }])
    expect(other.of('alert')).toEqual([{ id: 2 }])
    expect(all.of('alert')).toEqual([{ id: 1 }, { id: 2 }])
  })

  it('that comes back is told what it missed, within its scope, and all positions', async () => {
    const before = await listen('dispatcher', theirs)
    await announce('incident', null, { id: 10 })
    await vi.waitFor(() => expect(before.of('incident')).toEqual([{ id: 10 }]))
    const { id } = before.events.findLast(event => event.id)!
    before.close()
    await announce('alert', ours, { id: 11 })
    await announce('incident', null, { id: 12 })
    const again = await listen('dispatcher', theirs, { 'last-event-id': id! })
    await vi.waitFor(() => expect(again.of('incident')).toEqual([{ id: 12 }]))
    expect(again.of('hello')).toEqual([])
    expect(again.of('alert')).toEqual([])
    expect(again.of('positions')[0]).toMatchObject({ full: true })
    // The stream of another process, or of too long ago.
    expect((await listen('wall', null, { 'last-event-id': '17' })).events[0]!.name).toBe('hello')
  })

  it('is cut off when its account may see something else, and nobody else is', async () => {
    const changed = await listen('dispatcher', ours), other = await listen('wall')
    await sql`UPDATE account SET scope_id = ${theirs} WHERE name = (SELECT max(name) FROM account WHERE scope_id = ${ours} AND id = (SELECT max(id) FROM account WHERE scope_id = ${ours}))`.execute(test.database.db)
    await vi.waitFor(() => expect(changed.ended).toBe(true))
    expect(other.ended).toBe(false)
  })
})
