import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestDesk, type TestDesk } from '../../tests/desk.ts'
import type { Asker } from '../../tests/app.ts'

let d: TestDesk
beforeAll(async () => { d = await startTestDesk() })
afterAll(() => d.test.stop())

const status = (id: number, to: string, more: object = {}, asker?: Asker) => d.post(`/api/incidents/${id}/status`, { to, ...more }, asker)
const patch = (id: number, payload: object, asker: Asker = d.desk) => asker(`/api/incidents/${id}`, { method: 'PATCH', payload })
const unitStatus = async (id: number) => (await sql<{ status: string, incident_id: number | null }>`SELECT status, incident_id FROM unit WHERE id = ${id}`.execute(d.test.database.db)).rows[0]!
/** Let an event seem to be that old. */
const age = (eventId: number, minutes: number) => sql`UPDATE incident_event SET recorded_at = recorded_at - make_interval(mins => ${minutes}) WHERE id = ${eventId}`.execute(d.test.database.db)

describe('the course of an incident', () => {
  it('is kept step by step with time and actor, and told to open maps', async () => {
    const id = await d.take()
    expect((await status(id, 'dispatched')).json()).toEqual({ version: 2, repeated: false })
    expect((await status(id, 'on_scene')).statusCode).toBe(200)
    const { events, status: now, version, undo } = await d.read(id)
    expect({ now, version }).toEqual({ now: 'on_scene', version: 3 })
    expect(events.map(({ kind, to_status }) => [kind, to_status])).toEqual([['taken', 'received'], ['status', 'dispatched'], ['status', 'on_scene']])
    for (const event of events) expect(event.actor).toMatch(/^dispatcher-/)
    expect(undo?.event_id).toBe(events[2]!.id)
    await vi.waitFor(() => expect(d.heard.filter(({ data }) => data.id === id).map(({ data }) => [data.change, data.status])).toEqual([['taken', 'received'], ['status', 'dispatched'], ['status', 'on_scene']]))
  })

  it('refuses what can\'t follow, with the reason, and changes nothing', async () => {
    const id = await d.take()
    await status(id, 'on_scene')
    const refused = await status(id, 'enroute')
    expect(refused.statusCode).toBe(409)
    expect(refused.json().detail).toBe('an incident that is on_scene can become handled, transferred, received, not enroute')
    expect((await status(id, 'transferred')).json().detail).toMatch(/hand-over/)
    expect((await d.read(id)).version).toBe(2)
  })

  it('refuses a change from somebody who saw an older version, of two dispatchers the later one', async () => {
    const id = await d.take()
    const second = await d.test.as('dispatcher', d.ours)
    const answers = await Promise.all([status(id, 'dispatched', { version: 1 }), status(id, 'handled', { version: 1 }, second)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(answers.find(({ statusCode }) => statusCode === 409)!.json().detail).toMatch(/was changed since you read it \(you saw version 1, it is at 2\)/)
    expect((await patch(id, { version: 1, summary: '改' })).statusCode).toBe(409)
  })

  it('hears a repeated request once, its version notwithstanding', async () => {
    const id = await d.take()
    const request = { version: 1, request_key: randomUUID() }
    expect((await status(id, 'dispatched', request)).json()).toEqual({ version: 2, repeated: false })
    expect((await status(id, 'dispatched', request)).json()).toEqual({ version: 2, repeated: true })
    const note = { text: '第二次来电催促', request_key: randomUUID() }
    for (let i = 0; i < 3; i++) expect((await d.post(`/api/incidents/${id}/notes`, note)).statusCode).toBe(200)
    expect((await d.read(id)).events.filter(({ kind }) => kind === 'note')).toHaveLength(1)
    expect((await d.post(`/api/incidents/${await d.take()}/notes`, note)).statusCode, 'the key of another incident').toBe(409)
  })

  it('takes a time that is past, but not one before the call or still to come', async () => {
    const id = await d.take()
    const { received_at } = await d.read(id)
    const before = await status(id, 'dispatched', { at: new Date(Date.parse(String(received_at)) - 1000).toISOString() })
    expect(before.json().errors[0]).toMatchObject({ pointer: '/body/at', detail: expect.stringMatching(/before the call was taken/) })
    expect((await status(id, 'dispatched', { at: new Date(Date.now() + 600_000).toISOString() })).statusCode).toBe(400)
  })

  it('is for the owning station: others see that it is there, not what was said or done', async () => {
    const id = await d.take({ summary: '二楼有人争吵' })
    await d.post(`/api/incidents/${id}/notes`, { text: '已电话联系物业' })
    const other = await d.test.as('dispatcher', d.theirs)
    for (const asker of [other, await d.test.as('wall', d.ours), await d.test.as('analyst', d.ours)])
      expect(await d.read(id, asker)).toMatchObject({ status: 'received', summary: null, result: null, location_text: null, events: [], undo: null })
    const before = await audited(id)
    expect(await d.read(id)).toMatchObject({ summary: '二楼有人争吵', location_text: d.place.full_text })
    expect(await audited(id)).toBe(before + 1)
    expect((await status(id, 'dispatched', {}, other)).statusCode).toBe(403)
    expect((await patch(id, { version: 2, summary: 'x' }, other)).statusCode).toBe(403)
  })

  const audited = async (id: number) => (await sql<{ n: number }>`SELECT count(*)::integer AS n FROM audit WHERE action = 'restricted read' AND subject = ${`incidents/${id}`} AND detail ->> 'purpose' = '处警'`.execute(d.test.database.db)).rows[0]!.n

  it('shows what an import or the demonstration had recorded before the desk', async () => {
    const { rows: [old] } = await sql<{ id: number, station_id: number, steps: number }>`SELECT id, station_id, jsonb_array_length(timeline) AS steps FROM incident WHERE status = 'closed' ORDER BY id DESC LIMIT 1`.execute(d.test.database.db)
    const { events } = await d.read(old!.id, await d.test.as('dispatcher', old!.station_id))
    expect(events).toHaveLength(old!.steps)
    expect(events[0]).toMatchObject({ id: -1, kind: 'taken', to_status: 'received' })
  })
})

describe('the result', () => {
  it('names what it proved to be, closes, and lets the units go', async () => {
    const id = await d.take()
    const unit = await d.send(id)
    expect((await d.read(id)).units).toMatchObject([{ unit_id: unit, meaning: 'enroute', arrived_at: null }])
    const answer = await d.post(`/api/incidents/${id}/result`, { resolved_code: '060402', result: '到场核实为误报', close: true })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(await d.read(id)).toMatchObject({ status: 'closed', code: '060402', taken_code: '020102', resolved_code: '060402', result: '到场核实为误报', units: [], version: answer.json().version })
    expect(await unitStatus(unit)).toEqual({ status: 'available', incident_id: null })
    await vi.waitFor(() => expect(d.heard.some(({ event, data }) => event === 'unit' && data.id === unit && data.meaning === 'available')).toBe(true))
    const { rows: [assignment] } = await sql<{ ended: string }>`SELECT ended FROM assignment WHERE unit_id = ${unit} ORDER BY id DESC LIMIT 1`.execute(d.test.database.db)
    expect(assignment!.ended).toBe('done')
  })
  it('without closing, leaves it handled on the list', async () => {
    const id = await d.take()
    await d.post(`/api/incidents/${id}/result`, { resolved_code: '02', result: '现场调解' })
    expect((await d.desk('/api/incidents/open')).json().incidents.find((one: { id: number }) => one.id === id)).toMatchObject({ status: 'handled', code: '02' })
  })
  it('is needed before closing, and must be of the dictionary', async () => {
    const id = await d.take()
    expect((await status(id, 'closed')).json().detail).toMatch(/proved to be/)
    const refused = await d.post(`/api/incidents/${id}/result`, { resolved_code: '9901', result: 'x' })
    expect(refused.json().errors[0].pointer).toBe('/body/resolved_code')
  })
})

describe('a correction', () => {
  it('of the type brings the type\'s grade, and can be taken back', async () => {
    const id = await d.take()
    expect(await d.read(id)).toMatchObject({ grade: 2, code: '020102' })
    expect((await patch(id, { version: 1, taken_code: '010502' })).json()).toEqual({ version: 2, repeated: false })
    expect(await d.read(id)).toMatchObject({ grade: 1, code: '010502' })
    const { undo } = await d.read(id)
    expect((await d.post(`/api/incidents/${id}/undo`, { event_id: undo!.event_id })).statusCode).toBe(200)
    expect(await d.read(id)).toMatchObject({ grade: 2, code: '020102', version: 3 })
  })
  it('of the place gives it to the station there; who moved it may take that back', async () => {
    const id = await d.take()
    const { elsewhere } = d
    expect((await patch(id, { version: 1, address_id: elsewhere.id })).statusCode).toBe(200)
    const theirs = await d.test.as('dispatcher', d.theirs)
    const moved = await d.read(id, theirs)
    expect(moved).toMatchObject({ station_id: d.theirs, longitude: elsewhere.longitude, location_text: elsewhere.full_text, address_id: elsewhere.id })
    expect((await status(id, 'dispatched')).statusCode, 'no longer ours').toBe(403)
    expect((await d.post(`/api/incidents/${id}/undo`, { event_id: moved.events.at(-1)!.id })).statusCode).toBe(200)
    expect(await d.read(id)).toMatchObject({ station_id: d.ours, longitude: d.place.longitude, location_text: d.place.full_text })
    const { rows: [row] } = await sql<{ same: boolean }>`SELECT cell = (SELECT cell FROM address WHERE id = ${d.place.id}) AS same FROM incident WHERE id = ${id}`.execute(d.test.database.db)
    expect(row!.same).toBe(true)
  })
  it('keeps the words that stood there, and says when it says nothing', async () => {
    const id = await d.take({ summary: '三楼' })
    await patch(id, { version: 1, summary: '四楼' })
    expect((await d.read(id)).events.at(-1)).toMatchObject({ kind: 'note', detail: { amended: ['summary'], before: { summary: '三楼' } } })
    expect((await patch(id, { version: 2 })).json().detail).toMatch(/nothing to change/)
  })
})

describe('undo', () => {
  const undoLast = async (id: number) => d.post(`/api/incidents/${id}/undo`, { event_id: (await d.read(id)).events.filter(({ kind }) => kind === 'status').at(-1)!.id })

  it('goes back the way it came and leaves both in the record', async () => {
    const id = await d.take()
    await status(id, 'dispatched')
    await status(id, 'on_scene')
    expect((await undoLast(id)).json()).toEqual({ version: 4, repeated: false })
    const { events, status: now, status_since } = await d.read(id)
    expect(now).toBe('dispatched')
    expect(events.at(-1)).toMatchObject({ kind: 'undone', from_status: 'on_scene', to_status: 'dispatched' })
    expect(events.find(({ to_status }) => to_status === 'on_scene')!.undone).toBe(true)
    expect(status_since).toBe(events.find(({ kind, to_status }) => kind === 'status' && to_status === 'dispatched')!.at)
    await vi.waitFor(() => expect(d.heard.findLast(({ data }) => data.id === id)!.data).toMatchObject({ change: 'undone', status: 'dispatched' }))
  })
  it('is refused after five minutes, twice, and below something later', async () => {
    const id = await d.take()
    await status(id, 'dispatched')
    const first = (await d.read(id)).undo!.event_id
    await status(id, 'enroute')
    expect((await d.post(`/api/incidents/${id}/undo`, { event_id: first })).json().detail).toMatch(/undo that first/)
    await undoLast(id)
    expect((await undoLast(id)).json().detail).toMatch(/undone already/)
    await age(first, 6)
    const late = await d.post(`/api/incidents/${id}/undo`, { event_id: first })
    expect(late.statusCode).toBe(409)
    expect(late.json().detail).toMatch(/more than 5 minutes ago/)
    expect((await d.read(id)).undo).toBeNull()
    expect((await d.post(`/api/incidents/${id}/undo`, { event_id: 1 })).statusCode).toBe(404)
  })
  it('is refused where units are on their way', async () => {
    const id = await d.take()
    await status(id, 'dispatched')
    await d.send(id)
    expect((await undoLast(id)).json().detail).toMatch(/stand it down instead/)
  })
})

describe('two calls about one thing', () => {
  it('become one: the second leaves the list, ends with the first, and comes back with it', async () => {
    const [first, second] = [await d.take(), await d.take()]
    expect((await d.post(`/api/incidents/${second}/merge`, { into_id: first })).statusCode).toBe(200)
    const open = (await d.desk('/api/incidents/open')).json().incidents.map((one: { id: number }) => one.id)
    expect(open).toContain(first)
    expect(open).not.toContain(second)
    expect((await d.read(first)).merged).toMatchObject([{ id: second }])
    expect((await status(second, 'dispatched')).json().detail).toMatch(/merged into another/)
    await status(first, 'handled')
    expect((await d.read(second)).status).toBe('handled')
    await undoLastStatus(first)
    expect(await d.read(first)).toMatchObject({ status: 'received' })
    expect(await d.read(second)).toMatchObject({ status: 'received', merged_into_id: first })
    expect((await d.desk(`/api/incidents/${second}/merge`, { method: 'DELETE' })).statusCode).toBe(200)
    expect(await d.read(second)).toMatchObject({ merged_into_id: null, status: 'received' })
    expect((await d.desk(`/api/incidents/${second}/merge`, { method: 'DELETE' })).statusCode).toBe(409)
  })
  const undoLastStatus = async (id: number) => d.post(`/api/incidents/${id}/undo`, { event_id: (await d.read(id)).undo!.event_id })

  it('are taken apart by undo, from either side', async () => {
    for (const side of ['first', 'second'] as const) {
      const ids = { first: await d.take(), second: await d.take() }
      await d.post(`/api/incidents/${ids.second}/merge`, { into_id: ids.first })
      const answer = await d.post(`/api/incidents/${ids[side]}/undo`, { event_id: (await d.read(ids[side])).undo!.event_id })
      expect(answer.statusCode, answer.body).toBe(200)
      expect(await d.read(ids.second)).toMatchObject({ merged_into_id: null, undo: null })
      expect(await d.read(ids.first)).toMatchObject({ merged: [], undo: null })
      expect((await d.read(ids[side])).version).toBe(answer.json().version)
    }
  })
  it('are refused where that makes no sense, each with its reason', async () => {
    const [a, b, c] = [await d.take(), await d.take(), await d.take()]
    const merge = async (id: number, into_id: number) => (await d.post(`/api/incidents/${id}/merge`, { into_id })).json().detail as string
    expect(await merge(a, a)).toMatch(/into itself/)
    await d.post(`/api/incidents/${b}/merge`, { into_id: a })
    expect(await merge(c, b)).toMatch(/merge into that one/)
    expect(await merge(a, c)).toMatch(/other way round/)
    await d.send(c)
    expect(await merge(c, a)).toMatch(/stand it down first/)
    await status(c, 'handled')
    expect(await merge(c, a)).toMatch(/only open incidents/)
  })
})
