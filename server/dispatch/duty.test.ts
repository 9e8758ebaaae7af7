// What a crew's phone does: with signal, without, and again.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import { makeDemoAccounts } from '../access/demo-accounts.ts'
import { assignmentsOf, backdate, crewFor, freshUnits, incidentRow, key, makeIncident, minutesAgo, unitRow, unitsOnDuty } from '../../tests/dispatch-city.ts'

let test: TestApp, dispatcher: Asker
beforeAll(async () => {
  test = await startTestApp()
  dispatcher = await test.as('dispatcher')
})
afterAll(() => test.stop())
beforeEach(async () => {
  await sql`UPDATE assignment SET ended_at = now(), ended = 'stood_down' WHERE ended_at IS NULL`.execute(test.database.db)
  await sql`UPDATE unit SET incident_id = NULL`.execute(test.database.db)
  await sql`DELETE FROM unit_status_change`.execute(test.database.db)
  await freshUnits(test)
})

const act = async (crew: Asker, ...actions: object[]) => {
  const answer = await crew('/api/duty/actions', { method: 'POST', payload: { actions: actions.map(action => ({ key: key(), ...action })) } })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json().outcomes as { key: string, ok: boolean, repeated: boolean, late: boolean, reason?: string }[]
}
/** A crew whose unit was sent ten minutes ago. */
async function sent() {
  const [unit] = await unitsOnDuty(test, 1), incident = await makeIncident(test), crew = await crewFor(test, unit!)
  expect((await dispatcher(`/api/incidents/${incident.id}/assignments`, { method: 'POST', payload: { unit_ids: [unit!.id] } })).statusCode).toBe(200)
  await backdate(test, incident.id, 10)
  return { unit: unit!, incident, crew }
}
const now = () => new Date().toISOString()
class RolledBack extends Error {}

describe('a crew', () => {
  it('sees its task with the words that others may not read, and that is audited once', async () => {
    const { unit, incident, crew } = await sent()
    await sql`UPDATE incident SET summary = '两车追尾', location_text = '莲前西路12号' WHERE id = ${incident.id}`.execute(test.database.db)
    const duty = (await crew('/api/duty')).json()
    expect(duty).toMatchObject({ unit: { id: unit.id, meaning: 'enroute', incident_id: incident.id }, task: { id: incident.id, summary: '两车追尾', location_text: '莲前西路12号', units: [{ unit_id: unit.id }] }, roll_call: null })
    expect(duty.statuses.map((one: { meaning: string }) => one.meaning)).not.toContain('off_duty')
    await crew('/api/duty')
    const { rows } = await sql`SELECT 1 FROM audit WHERE action = 'restricted read' AND subject = ${`incidents/${incident.id}`}`.execute(test.database.db)
    expect(rows).toHaveLength(1)
    expect((await (await test.as('community_officer', unit.station_id))('/api/duty')).json()).toMatchObject({ unit: null, task: null, statuses: [] })
  })

  it('accepts, arrives and reports, and its incident moves along', async () => {
    const { unit, incident, crew } = await sent()
    await act(crew, { kind: 'accept', at: now() })
    expect((await incidentRow(test, incident.id)).status).toBe('enroute')
    await act(crew, { kind: 'arrive', at: now() })
    expect((await incidentRow(test, incident.id)).status).toBe('on_scene')
    expect(await unitRow(test, unit.id)).toMatchObject({ status: 'on_scene', incident_id: incident.id })
    await act(crew, { kind: 'note', at: now(), text: '双方同意调解' }, { kind: 'result', at: now(), resolved_code: '030102', text: '已送医' })
    expect(await incidentRow(test, incident.id)).toMatchObject({ status: 'handled', resolved_code: '030102', result: '已送医' })
    expect(await unitRow(test, unit.id)).toMatchObject({ status: 'available', incident_id: null })
    expect((await assignmentsOf(test, incident.id))[0]).toMatchObject({ ended: 'done' })
    expect((await crew('/api/duty')).json().task).toBeNull()
  })

  it('refuses with a reason: it is free and the incident waits again', async () => {
    const { unit, incident, crew } = await sent()
    await act(crew, { kind: 'refuse', at: now(), reason: '车辆故障' })
    expect(await unitRow(test, unit.id)).toMatchObject({ status: 'available', incident_id: null })
    expect((await incidentRow(test, incident.id)).status).toBe('received')
    expect((await assignmentsOf(test, incident.id))[0]).toMatchObject({ ended: 'refused' })
  })

  it('who isn\'t the last on an incident leaves it on the scene', async () => {
    const { incident, crew } = await sent()
    const second = (await unitsOnDuty(test, 1))[0]!
    await dispatcher(`/api/incidents/${incident.id}/assignments`, { method: 'POST', payload: { unit_ids: [second.id] } })
    const other = await crewFor(test, second)
    await act(crew, { kind: 'arrive', at: now() })
    await act(other, { kind: 'arrive', at: now() })
    await act(crew, { kind: 'done', at: now() })
    expect((await incidentRow(test, incident.id)).status).toBe('on_scene')
    await act(other, { kind: 'done', at: now() })
    expect((await incidentRow(test, incident.id)).status).toBe('handled')
  })

  it('an arrival reported after a tunnel keeps its own time: assignment, log, timeline and timer', async () => {
    const { unit, incident, crew } = await sent()
    const accepted = minutesAgo(9), arrived = minutesAgo(4)
    // Collected in the tunnel and sent in the wrong order.
    const [second, first] = await act(crew, { kind: 'arrive', at: arrived }, { kind: 'accept', at: accepted })
    expect([first, second]).toMatchObject([{ ok: true }, { ok: true }])
    expect((await assignmentsOf(test, incident.id))[0]).toMatchObject({ accepted_at: new Date(accepted), arrived_at: new Date(arrived) })
    expect((await unitRow(test, unit.id)).status_since).toEqual(new Date(arrived))
    expect((await incidentRow(test, incident.id)).timeline.slice(-2)).toMatchObject([{ status: 'enroute', at: accepted }, { status: 'on_scene', at: arrived }])
    const seen = (await crew(`/api/units/${unit.id}`)).json()
    expect(seen.timers.since).toBe(arrived)
    expect(seen.log[0]).toMatchObject({ from_status: 'enroute', to_status: 'on_scene', at: arrived })
  })

  it('an arrival that is told after the desk set the status by hand still counts from when it was', async () => {
    const { unit, incident, crew } = await sent()
    expect((await dispatcher(`/api/units/${unit.id}/status`, { method: 'POST', payload: { status: 'on_scene' } })).statusCode).toBe(200)
    const arrived = minutesAgo(5)
    expect(await act(crew, { kind: 'arrive', at: arrived, incident_id: incident.id })).toMatchObject([{ ok: true, late: true }])
    expect((await assignmentsOf(test, incident.id))[0]!.arrived_at).toEqual(new Date(arrived))
    expect((await unitRow(test, unit.id)).status_since).toEqual(new Date(arrived))
  })

  it('an arrival that is told after all is over is put in its place and reopens nothing', async () => {
    const { unit, incident, crew } = await sent()
    expect((await dispatcher(`/api/incidents/${incident.id}/status`, { method: 'POST', payload: { to: 'handled' } })).statusCode).toBe(200)
    const arrived = minutesAgo(5)
    expect(await act(crew, { kind: 'arrive', at: arrived, incident_id: incident.id })).toMatchObject([{ ok: true, late: true }])
    const { status, timeline } = await incidentRow(test, incident.id)
    expect(status).toBe('handled')
    expect(timeline.map(step => step.status)).toEqual(['received', 'on_scene', 'dispatched', 'handled'])
    expect((await assignmentsOf(test, incident.id))[0]).toMatchObject({ arrived_at: new Date(arrived), ended: 'done' })
    expect(await unitRow(test, unit.id)).toMatchObject({ status: 'available', incident_id: null })
  })

  it('is heard once, however often its phone repeats itself', async () => {
    const { unit, incident, crew } = await sent()
    const actions = [{ key: key(), kind: 'accept', at: minutesAgo(8) }, { key: key(), kind: 'arrive', at: minutesAgo(3) }, { key: key(), kind: 'status', status: 'off_duty', at: minutesAgo(2) }]
    const first = await act(crew, ...actions)
    expect(first).toMatchObject([{ ok: true, repeated: false }, { ok: true, repeated: false }, { ok: false, repeated: false, reason: expect.stringContaining('can\'t become off_duty'), reason_zh: '不能从“处警中”直接改为“离岗”' }])
    const before = [await incidentRow(test, incident.id), await unitRow(test, unit.id), (await crew(`/api/units/${unit.id}`)).json().log]
    expect(await act(crew, ...actions)).toEqual(first.map(outcome => ({ ...outcome, repeated: true })))
    await Promise.all([act(crew, ...actions), act(crew, ...actions)])
    expect([await incidentRow(test, incident.id), await unitRow(test, unit.id), (await crew(`/api/units/${unit.id}`)).json().log]).toEqual(before)
  })

  it('a phone whose clock is off says when it sends, and its times are put right', async () => {
    const { incident, crew } = await sent()
    const ahead = (minutes: number) => new Date(Date.now() + 600_000 - minutes * 60_000).toISOString()
    await crew('/api/duty/actions', { method: 'POST', payload: { sent_at: ahead(0), actions: [{ key: key(), kind: 'arrive', at: ahead(3) }] } })
    const { arrived_at: at } = (await assignmentsOf(test, incident.id))[0]!
    expect(Math.abs(at!.getTime() - Date.parse(minutesAgo(3)))).toBeLessThan(3_000)
  })

  it('one bad action doesn\'t hold up the others, and says what is wrong', async () => {
    const { incident, crew } = await sent()
    const outcomes = await act(crew, { kind: 'status', status: 'asleep', at: minutesAgo(6) }, { kind: 'note', at: minutesAgo(5) }, { kind: 'accept', at: minutesAgo(4), incident_id: 999_999_999 }, { kind: 'arrive', at: minutesAgo(3) })
    expect(outcomes.map(outcome => outcome.ok)).toEqual([false, false, false, true])
    expect(outcomes[0]!.reason).toContain('must be one of available')
    expect((await incidentRow(test, incident.id)).status).toBe('on_scene')
  })

  it('reports where it is by its own phone, on duty only', async () => {
    const { unit, crew } = await sent()
    const before = { ...test.services.units.get(unit.id)!.fix! }
    const report = (asker: Asker, at: number) => asker('/api/duty/positions', { method: 'POST', payload: { fixes: [{ at, longitude: before.longitude + 1e-4, latitude: before.latitude }] } })
    const answer = await report(crew, Date.now())
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toMatchObject({ accepted: 1, errors: [] })
    expect(test.services.units.get(unit.id)!.fix!.longitude).toBeCloseTo(before.longitude + 1e-4, 6)
    expect((await report(await test.as('community_officer', unit.station_id), Date.now())).statusCode).toBe(409)
    await act(crew, { kind: 'status', status: 'available', at: now() }, { kind: 'status', status: 'off_duty', at: now() })
    await expect.poll(() => test.services.units.get(unit.id)!.meaning).toBe('off_duty')
    expect((await report(crew, Date.now())).json()).toMatchObject({ accepted: 0, off_duty: 1 })
    await sql`UPDATE unit SET status = 'available' WHERE id = ${unit.id}`.execute(test.database.db)
  })

  it('of the demonstration is on board of a patrol of its station from the start', async () => {
    await test.database.db.transaction().execute(async transaction => {
      await sql`DELETE FROM account`.execute(transaction)
      const accounts = await makeDemoAccounts(transaction)
      expect(accounts.map(account => account.name)).toContain('officer')
      const { rows } = await sql`SELECT a.name, u.kind, u.station_id = a.scope_id AS same FROM unit_crew c JOIN account a ON a.id = c.account_id JOIN unit u ON u.id = c.unit_id`.execute(transaction)
      expect(rows).toEqual([{ name: 'officer', kind: 'patrol_car', same: true }])
      throw new RolledBack()
    }).catch(error => { if (!(error instanceof RolledBack)) throw error })
  })

  it('of another station can\'t board, act, or be answered for', async () => {
    const [unit] = await unitsOnDuty(test, 1)
    const { rows: [station] } = await sql<{ id: number }>`SELECT id FROM division WHERE kind = 'station' AND id <> ${unit!.station_id} LIMIT 1`.execute(test.database.db)
    const stranger = await test.as('community_officer', station!.id)
    expect((await stranger('/api/duty/board', { method: 'POST', payload: { unit_id: unit!.id } })).statusCode).toBe(403)
    expect((await stranger('/api/duty/actions', { method: 'POST', payload: { actions: [{ key: key(), kind: 'arrive', at: now() }] } })).statusCode).toBe(409)
    expect((await stranger(`/api/units/${unit!.id}/status`, { method: 'POST', payload: { status: 'meal' } })).statusCode).toBe(403)
    expect((await (await test.as('dispatcher', station!.id))(`/api/units/${unit!.id}/status`, { method: 'POST', payload: { status: 'meal' } })).statusCode).toBe(403)
    expect((await (await test.as('wall'))('/api/duty/board', { method: 'POST', payload: { unit_id: unit!.id } })).statusCode).toBe(403)
    expect((await stranger(`/api/units/${unit!.id}`)).json().log, 'the log is for its own').toBeNull()
  })

  it('is set by the chief of its station, and by nobody else\'s', async () => {
    const [unit] = await unitsOnDuty(test, 1)
    const officer = await test.as('community_officer', unit!.station_id)
    const { account } = (await officer('/api/session')).json()
    const put = async (asker: Asker, ids: number[]) => (await asker(`/api/units/${unit!.id}/crew`, { method: 'PUT', payload: { account_ids: ids } })).statusCode
    const { rows: [station] } = await sql<{ id: number }>`SELECT id FROM division WHERE kind = 'station' AND id <> ${unit!.station_id} LIMIT 1`.execute(test.database.db)
    const { rows: [row] } = await sql<{ id: number }>`SELECT id FROM account WHERE name = ${account.name}`.execute(test.database.db)
    expect(await put(await test.as('chief', station!.id), [row!.id])).toBe(403)
    expect(await put(await test.as('chief', unit!.station_id), [row!.id])).toBe(204)
    expect((await officer('/api/duty')).json().unit.id).toBe(unit!.id)
    expect(await put(await test.as('administrator'), [987_654])).toBe(400)
    expect(await put(await test.as('administrator'), [])).toBe(204)
    expect((await officer('/api/duty')).json().unit).toBeNull()
  })
})
