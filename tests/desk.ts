// What tests of the incident desk share: a dispatcher of one station, a place in it, and what live maps were told.
import { sql } from 'kysely'
import type { Response } from 'light-my-request'
import type { LiveEvent } from '../server/changes.ts'
import type { IncidentInFull } from '../server/desk/read-incident.ts'
import { startTestApp, type Asker, type TestApp } from './app.ts'

export interface TestPlace { id: number, code: string, full_text: string, longitude: number, latitude: number, station_id: number }

export interface TestDesk {
  test: TestApp
  /** Two stations; `desk` is a dispatcher of the first. */
  ours: number
  theirs: number
  desk: Asker
  /** Buildings of the first station and of the other one. */
  place: TestPlace
  elsewhere: TestPlace
  heard: LiveEvent[]
  /** A new call at `place`. @returns its id */
  take(payload?: object): Promise<number>
  read(id: number, asker?: Asker): Promise<IncidentInFull>
  post(url: string, payload?: object, asker?: Asker): Promise<Response>
  /** A unit of the first station, sent to an incident. @returns its id */
  send(incidentId: number): Promise<number>
}

export async function startTestDesk(): Promise<TestDesk> {
  const test = await startTestApp()
  const { db } = test.database
  const { rows } = await sql<{ station_id: number }>`SELECT station_id FROM address WHERE station_id IS NOT NULL AND level = 'building' GROUP BY 1 ORDER BY count(*) DESC LIMIT 2`.execute(db)
  const [ours, theirs] = rows.map(row => row.station_id) as [number, number]
  const buildingOf = async (station: number) => (await sql<TestPlace>`
    SELECT id, code, full_text, ST_X(geom) AS longitude, ST_Y(geom) AS latitude, station_id FROM address WHERE station_id = ${station} AND level = 'building' ORDER BY id LIMIT 1`.execute(db)).rows[0]!
  const [place, elsewhere] = [await buildingOf(ours), await buildingOf(theirs)]
  const desk = await test.as('dispatcher', ours)
  const heard: LiveEvent[] = []
  test.services.changes.on('event', event => heard.push(event))
  const post: TestDesk['post'] = (url, payload = {}, asker = desk) => asker(url, { method: 'POST', payload })
  return {
    test, ours, theirs, desk, place, elsewhere, heard, post,
    async take(payload = {}) {
      const answer = await post('/api/incidents', { taken_code: '020102', channel: 'call', address_id: place.id, ...payload })
      if (answer.statusCode !== 201) throw new Error(answer.body)
      return answer.json<{ id: number }>().id
    },
    async read(id, asker = desk) {
      const answer = await asker(`/api/incidents/${id}`)
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return answer.json<IncidentInFull>()
    },
    async send(incidentId) {
      const { rows: [unit] } = await sql<{ id: number }>`
        UPDATE unit SET status = 'enroute', status_since = now() - interval '3 minutes', incident_id = ${incidentId}
        WHERE id = (SELECT u.id FROM unit u WHERE NOT EXISTS (SELECT FROM assignment a WHERE a.unit_id = u.id AND a.ended_at IS NULL) AND u.station_id = ${ours} ORDER BY id LIMIT 1) RETURNING id`.execute(db)
      await sql`INSERT INTO assignment (incident_id, received_at, unit_id, assigned_at) SELECT id, received_at, ${unit!.id}, now() - interval '3 minutes' FROM incident WHERE id = ${incidentId}`.execute(db)
      return unit!.id
    },
  }
}
