// The dictionary, transitions, the log, and the roll.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import { crewFor, freshUnits, key, minutesAgo, unitRow, unitsOnDuty } from '../../tests/dispatch-city.ts'

let test: TestApp, dispatcher: Asker
beforeAll(async () => {
  test = await startTestApp()
  dispatcher = await test.as('dispatcher')
})
afterAll(() => test.stop())
beforeEach(async () => {
  await sql`DELETE FROM unit_status_change`.execute(test.database.db)
  await sql`UPDATE roll_call SET closed_at = now() WHERE closed_at IS NULL`.execute(test.database.db)
  await freshUnits(test)
})
const set = (unitId: number, payload: object, asker = dispatcher) => asker(`/api/units/${unitId}/status`, { method: 'POST', payload })

describe('a unit\'s status', () => {
  it('follows the transitions; what may not follow is refused with the reason, and nothing is logged', async () => {
    const [unit] = await unitsOnDuty(test, 1)
    expect((await set(unit!.id, { status: 'on_scene' })).statusCode).toBe(200)
    const refused = await set(unit!.id, { status: 'off_duty' })
    expect(refused.json()).toMatchObject({ status: 409, detail: `${unit!.callsign}: a unit that is on_scene can't become off_duty`, detail_zh: `${unit!.callsign}：不能从“处警中”直接改为“离岗”` })
    expect((await dispatcher(`/api/units/${unit!.id}`)).json().log).toHaveLength(1)
    expect((await set(unit!.id, { status: 'asleep' })).json().errors[0]).toMatchObject({ pointer: '/body/status', value: 'asleep' })
    expect((await set(unit!.id, { status: 'meal', at: new Date(Date.now() + 600_000).toISOString() })).statusCode).toBe(400)
  })

  it('that is said again doesn\'t begin anew; a request that is repeated is done once', async () => {
    const [unit] = await unitsOnDuty(test, 1), before = await unitRow(test, unit!.id), request_key = key()
    await set(unit!.id, { status: 'available' })
    expect((await unitRow(test, unit!.id)).status_since).toEqual(before.status_since)
    await set(unit!.id, { status: 'meal', request_key })
    await set(unit!.id, { status: 'available' })
    expect((await set(unit!.id, { status: 'meal', request_key })).json()).toMatchObject({ repeated: true })
    expect((await unitRow(test, unit!.id)).status).toBe('available')
  })

  it('told late is put in its place in the log and changes nothing now', async () => {
    const [unit] = await unitsOnDuty(test, 1)
    await set(unit!.id, { status: 'meal', at: minutesAgo(20) })
    await set(unit!.id, { status: 'available', at: minutesAgo(5) })
    expect((await set(unit!.id, { status: 'maintenance', at: minutesAgo(10) })).json()).toMatchObject({ late: true })
    expect((await unitRow(test, unit!.id)).status).toBe('available')
    expect((await dispatcher(`/api/units/${unit!.id}`)).json().log.map((one: { from_status: string, to_status: string }) => [one.from_status, one.to_status]))
      .toEqual([['meal', 'available'], ['meal', 'maintenance'], ['available', 'meal']])
  })

  it('coming on duty after its shift begins a shift without an end', async () => {
    const { rows: [off] } = await sql<{ id: number }>`UPDATE unit SET shift_to = now() - interval '1 hour' WHERE id = (SELECT id FROM unit WHERE status = 'off_duty' ORDER BY id LIMIT 1) RETURNING id`.execute(test.database.db)
    expect((await set(off!.id, { status: 'available' })).statusCode).toBe(200)
    expect((await dispatcher(`/api/units/${off!.id}`)).json()).toMatchObject({ shift_to: null, meaning: 'available' })
    await expect.poll(() => test.services.units.get(off!.id)!.meaning).toBe('available')
  })

  it('has a dictionary whose minutes and labels an administrator changes, and timers that follow', async () => {
    const administrator = await test.as('administrator'), [unit] = await unitsOnDuty(test, 1)
    const { statuses } = (await dispatcher('/api/statuses')).json()
    const enroute = statuses.find((one: { code: string }) => one.code === 'enroute')
    expect(enroute).toMatchObject({ warn_minutes: 8, alert_minutes: 15, next: ['available', 'patrolling', 'on_scene', 'meal', 'maintenance'] })
    const put = (asker: Asker, payload: object) => asker('/api/statuses/enroute', { method: 'PUT', payload: { name: '途中', name_en: 'On the way', warn_minutes: 3, alert_minutes: 6, ...payload } })
    expect((await put(dispatcher, {})).statusCode).toBe(403)
    expect((await put(administrator, { warn_minutes: 6 })).json().errors[0]).toMatchObject({ pointer: '/body/warn_minutes', value: 6, detail: 'must be less than alert_minutes (6)' })
    expect((await put(administrator, {})).statusCode).toBe(204)
    const since = minutesAgo(4)
    await set(unit!.id, { status: 'enroute', at: since })
    expect((await dispatcher(`/api/units/${unit!.id}`)).json().timers).toEqual({ level: 'warn', since, warn_at: new Date(Date.parse(since) + 180_000).toISOString(), alert_at: new Date(Date.parse(since) + 360_000).toISOString() })
    await put(administrator, { warn_minutes: null, alert_minutes: null })
    expect((await dispatcher(`/api/units/${unit!.id}`)).json().timers).toMatchObject({ level: 'none', warn_at: null, alert_at: null })
  })
})

describe('the roll', () => {
  it('calls everybody on duty; phones and dispatchers answer; it tells who is missing and is closed', async () => {
    const [unit, second] = await unitsOnDuty(test, 2)
    const { rows: [{ n }] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM unit WHERE status <> 'off_duty'`.execute(test.database.db) as unknown as { rows: [{ n: number }] }
    const crew = await crewFor(test, unit!)
    const heard: unknown[] = []
    const listen = (event: { event: string, data: unknown }) => { if (event.event === 'roll_call') heard.push(event.data) }
    test.services.changes.on('event', listen)
    const made = await dispatcher('/api/roll-calls', { method: 'POST', payload: { minutes: 5 } })
    expect(made.statusCode, made.body).toBe(201)
    expect(made.json().called).toBe(n)
    const { id } = made.json()
    expect((await crew('/api/duty')).json().roll_call).toMatchObject({ id })
    await crew('/api/duty/actions', { method: 'POST', payload: { actions: [{ key: key(), kind: 'roll_call', at: new Date().toISOString() }] } })
    expect((await dispatcher(`/api/roll-calls/${id}/answer`, { method: 'POST', payload: { unit_id: second!.id } })).statusCode).toBe(204)
    const [open] = (await dispatcher('/api/roll-calls/open')).json().roll_calls
    expect(open.answers).toHaveLength(n)
    expect(open.answers.filter((one: { answered_at: string | null }) => one.answered_at).map((one: { unit_id: number }) => one.unit_id).sort()).toEqual([unit!.id, second!.id].sort())
    expect(open.answers[0].answered_at, 'who is missing comes first').toBeNull()
    expect((await crew('/api/duty')).json().roll_call).toBeNull()
    expect((await dispatcher(`/api/roll-calls/${id}/close`, { method: 'POST', payload: {} })).statusCode).toBe(204)
    expect((await dispatcher(`/api/roll-calls/${id}/close`, { method: 'POST' })).statusCode).toBe(409)
    expect((await dispatcher('/api/roll-calls/open')).json().roll_calls).toEqual([])
    expect((await dispatcher(`/api/roll-calls/${id}/answer`, { method: 'POST', payload: { unit_id: second!.id } })).json().detail).toContain('closed')
    await expect.poll(() => heard.length).toBeGreaterThanOrEqual(4)
    test.services.changes.off('event', listen)
  })

  it('of a station stays with the station', async () => {
    const [unit] = await unitsOnDuty(test, 1)
    const other = (await unitsOnDuty(test, 60)).find(one => one.station_id !== unit!.station_id)!
    const chief = await test.as('chief', unit!.station_id), stranger = await test.as('chief', other.station_id)
    expect((await stranger('/api/roll-calls', { method: 'POST', payload: { station_id: unit!.station_id, minutes: 5 } })).statusCode).toBe(403)
    const { id } = (await chief('/api/roll-calls', { method: 'POST', payload: { minutes: 5 } })).json()
    const { rows } = await sql<{ station_id: number }>`SELECT DISTINCT u.station_id FROM roll_call_answer a JOIN unit u ON u.id = a.unit_id WHERE a.roll_call_id = ${id}`.execute(test.database.db)
    expect(rows).toEqual([{ station_id: unit!.station_id }])
    expect((await stranger('/api/roll-calls/open')).json().roll_calls).toEqual([])
    expect((await stranger(`/api/roll-calls/${id}/answer`, { method: 'POST', payload: { unit_id: unit!.id } })).statusCode).toBe(403)
    expect((await stranger(`/api/roll-calls/${id}/close`, { method: 'POST' })).statusCode).toBe(403)
    expect((await (await test.as('analyst'))('/api/roll-calls', { method: 'POST', payload: { minutes: 5 } })).statusCode).toBe(403)
    expect((await chief('/api/roll-calls', { method: 'POST', payload: { minutes: 0 } })).statusCode).toBe(400)
  })
})
