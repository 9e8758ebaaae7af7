// Units are sent, called off and taken back; two who send the same one at once.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import { assignmentsOf, backdate, crewFor, freshUnits, incidentRow, key, makeIncident, unitRow, unitsOnDuty } from '../../tests/dispatch-city.ts'

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

const send = (asker: Asker, incidentId: number, payload: object) => asker(`/api/incidents/${incidentId}/assignments`, { method: 'POST', payload })

describe('sending a unit', () => {
  it('puts it on its way, the incident into dispatched, and tells the crew\'s phone', async () => {
    const [unit] = await unitsOnDuty(test, 1), incident = await makeIncident(test)
    const heard: string[] = []
    const listen = ({ event }: { event: string }) => heard.push(event)
    test.services.changes.on('event', listen)
    const answer = await send(dispatcher, incident.id, { unit_ids: [unit!.id] })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toMatchObject({ incident_status: 'dispatched', repeated: false, assignments: [{ unit_id: unit!.id }] })
    expect(await unitRow(test, unit!.id)).toMatchObject({ status: 'enroute', incident_id: incident.id })
    const after = await incidentRow(test, incident.id)
    expect(after.status).toBe('dispatched')
    expect(after.timeline.map(step => step.status)).toEqual(['received', 'dispatched'])
    await expect.poll(() => heard).toEqual(expect.arrayContaining(['unit', 'task', 'incident']))
    test.services.changes.off('event', listen)
  })

  it('sends all or none', async () => {
    const [one, two] = await unitsOnDuty(test, 2), first = await makeIncident(test), second = await makeIncident(test)
    await send(dispatcher, first.id, { unit_ids: [two!.id] })
    const answer = await send(dispatcher, second.id, { unit_ids: [one!.id, two!.id] })
    expect(answer.statusCode).toBe(409)
    expect(answer.json().detail).toContain(two!.callsign)
    expect(answer.json().detail).toContain(first.number)
    expect(await unitRow(test, one!.id)).toMatchObject({ status: 'available', incident_id: null })
    expect((await incidentRow(test, second.id)).status).toBe('received')
  })

  it('lets one of two dispatchers win, and tells the other where the unit is', async () => {
    for (let round = 0; round < 5; round++) {
      await freshUnits(test)
      await sql`UPDATE assignment SET ended_at = now(), ended = 'stood_down' WHERE ended_at IS NULL`.execute(test.database.db)
      const [unit] = await unitsOnDuty(test, 1), first = await makeIncident(test), second = await makeIncident(test)
      const other = await test.as('chief')
      const answers = await Promise.all([send(dispatcher, first.id, { unit_ids: [unit!.id] }), send(other, second.id, { unit_ids: [unit!.id] })])
      expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 409])
      const won = answers[0]!.statusCode === 200 ? first : second, lost = answers.find(answer => answer.statusCode === 409)!
      expect(lost.json().detail).toBe(`${unit!.callsign} is already on ${won.number}`)
      expect(await unitRow(test, unit!.id)).toMatchObject({ status: 'enroute', incident_id: won.id })
      expect(await assignmentsOf(test, won === first ? second.id : first.id)).toEqual([])
    }
  })

  it('does nothing again when the request comes again', async () => {
    const [unit] = await unitsOnDuty(test, 1), incident = await makeIncident(test), request_key = key()
    const first = (await send(dispatcher, incident.id, { unit_ids: [unit!.id], request_key })).json()
    const again = (await send(dispatcher, incident.id, { unit_ids: [unit!.id], request_key })).json()
    expect(again).toEqual({ ...first, repeated: true })
    expect(await assignmentsOf(test, incident.id)).toHaveLength(1)
  })

  it('refuses units off duty, incidents that are over, other stations\' incidents, and roles that don\'t send', async () => {
    const incident = await makeIncident(test)
    const { rows: [off] } = await sql<{ id: number }>`SELECT id FROM unit WHERE status = 'off_duty' LIMIT 1`.execute(test.database.db)
    expect((await send(dispatcher, incident.id, { unit_ids: [off!.id] })).json().detail).toContain('off duty')
    const [unit] = await unitsOnDuty(test, 1)
    const { rows: [station] } = await sql<{ id: number }>`SELECT id FROM division WHERE kind = 'station' AND id <> ${incident.station_id} LIMIT 1`.execute(test.database.db)
    expect((await send(await test.as('dispatcher', station!.id), incident.id, { unit_ids: [unit!.id] })).statusCode).toBe(403)
    expect((await send(await test.as('analyst'), incident.id, { unit_ids: [unit!.id] })).statusCode).toBe(403)
    await sql`UPDATE incident SET status = 'closed' WHERE id = ${incident.id}`.execute(test.database.db)
    expect((await send(dispatcher, incident.id, { unit_ids: [unit!.id] })).statusCode).toBe(409)
    expect((await send(dispatcher, incident.id, { unit_ids: [] })).statusCode).toBe(400)
  })

  it('sends a unit of another station where the incident is one\'s own', async () => {
    const incident = await makeIncident(test), [mine] = await unitsOnDuty(test, 1, incident.station_id!)
    const other = (await unitsOnDuty(test, 50)).find(unit => unit.station_id !== mine!.station_id)!
    expect((await send(await test.as('dispatcher', incident.station_id), incident.id, { unit_ids: [other.id] })).statusCode).toBe(200)
  })

  it('diverts a unit from something less urgent only when asked to', async () => {
    const [unit] = await unitsOnDuty(test, 1), minor = await makeIncident(test, { grade: 3 }), serious = await makeIncident(test, { grade: 1 })
    await send(dispatcher, minor.id, { unit_ids: [unit!.id] })
    expect((await send(dispatcher, serious.id, { unit_ids: [unit!.id] })).statusCode).toBe(409)
    expect((await send(dispatcher, serious.id, { unit_ids: [unit!.id], divert: true })).statusCode).toBe(200)
    expect(await unitRow(test, unit!.id)).toMatchObject({ status: 'enroute', incident_id: serious.id })
    expect((await assignmentsOf(test, minor.id))[0]!.ended).toBe('stood_down')
    expect((await incidentRow(test, minor.id)).status).toBe('received')
    expect((await send(dispatcher, minor.id, { unit_ids: [unit!.id], divert: true })).statusCode, 'never from something more urgent').toBe(409)
  })
})

describe('calling a unit off', () => {
  it('frees it, and the incident waits again', async () => {
    const [unit] = await unitsOnDuty(test, 1), incident = await makeIncident(test)
    const { assignments: [made] } = (await send(dispatcher, incident.id, { unit_ids: [unit!.id] })).json()
    expect((await dispatcher(`/api/assignments/${made.id}`, { method: 'DELETE', payload: { reason: '误派' } })).statusCode).toBe(204)
    expect(await unitRow(test, unit!.id)).toMatchObject({ status: 'available', incident_id: null })
    expect((await incidentRow(test, incident.id)).status).toBe('received')
    expect((await dispatcher(`/api/assignments/${made.id}`, { method: 'DELETE', payload: { reason: '误派' } })).statusCode).toBe(409)
  })

  it('undone within five minutes, the unit is what it was since when it was that', async () => {
    const [unit] = await unitsOnDuty(test, 1), incident = await makeIncident(test), before = await unitRow(test, unit!.id)
    const { assignments: [made] } = (await send(dispatcher, incident.id, { unit_ids: [unit!.id] })).json()
    expect((await dispatcher(`/api/assignments/${made.id}/undo`, { method: 'POST' })).statusCode).toBe(204)
    expect(await unitRow(test, unit!.id)).toEqual(before)
    expect((await incidentRow(test, incident.id)).status).toBe('received')
  })

  it('isn\'t undone after five minutes, or once the crew has accepted', async () => {
    const [unit, second] = await unitsOnDuty(test, 2), incident = await makeIncident(test)
    const { assignments: [made] } = (await send(dispatcher, incident.id, { unit_ids: [unit!.id] })).json()
    await backdate(test, incident.id, 6)
    expect((await dispatcher(`/api/assignments/${made.id}/undo`, { method: 'POST' })).json().detail).toContain('5 minutes')
    const crew = await crewFor(test, second!), other = await makeIncident(test)
    const { assignments: [accepted] } = (await send(dispatcher, other.id, { unit_ids: [second!.id] })).json()
    await crew('/api/duty/actions', { method: 'POST', payload: { actions: [{ key: key(), kind: 'accept', at: new Date().toISOString() }] } })
    expect((await dispatcher(`/api/assignments/${accepted.id}/undo`, { method: 'POST' })).json().detail).toContain('accepted')
  })
})
