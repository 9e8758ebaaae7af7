// An incident whose place nobody could find, on every endpoint that speaks of places.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type Asker, type TestApp } from './app.ts'

let test: TestApp, dispatcher: Asker
let incident: { id: number, number: string, station_id: number, x: number, y: number }

beforeAll(async () => {
  test = await startTestApp()
  dispatcher = await test.as('dispatcher')
  const { db } = test.database
  incident = (await sql<typeof incident>`SELECT id, number, station_id, ST_X(geom) AS x, ST_Y(geom) AS y FROM incident WHERE geom IS NOT NULL ORDER BY received_at DESC LIMIT 1`.execute(db)).rows[0]!
  await sql`UPDATE incident SET geom = NULL, cell = NULL, address_id = NULL, status = 'received', received_at = now(), version = 1 WHERE id = ${incident.id}`.execute(db)
})
afterAll(() => test.stop())

const json = async (url: string) => (await dispatcher(url)).json()

describe('an incident without coordinates', () => {
  it('is a feature and a record whose geometry is null', async () => {
    expect(await json(`/ogc/collections/incidents/items/${incident.id}`)).toMatchObject({ type: 'Feature', id: incident.id, geometry: null })
    expect(await json(`/api/records/incidents/${incident.id}`)).toMatchObject({ id: incident.id, geometry: null })
    expect((await json(`/ogc/collections/incidents/items?number=${incident.number}`)).features).toMatchObject([{ geometry: null }])
    expect((await json(`/ogc/collections/incidents/items?number=${incident.number}&bbox=-180,-90,180,90`)).features).toEqual([])
  })

  it('is found by its number, listed as open, and in no area', async () => {
    expect((await json(`/search?q=${incident.number}`)).results[0]).toMatchObject({ layer: 'incidents', id: incident.id, longitude: null, latitude: null })
    const open = (await json('/api/incidents/open')).incidents as { id: number, longitude: number | null }[]
    expect(open.find(({ id }) => id === incident.id)).toMatchObject({ longitude: null, latitude: null })
    const { rows: [mapped] } = await sql<{ n: number }>`SELECT count(geom)::integer AS n FROM incident`.execute(test.database.db)
    const world = { type: 'Polygon', coordinates: [[[-179, -80], [179, -80], [179, 80], [-179, 80], [-179, -80]]] }
    const cells = (await json('/cells/incidents?res=7&channel=call,walk_in,patrol,sensor,transferred')) as { counts: number[] }, rolled = (await json('/cells/incidents?res=7')) as { counts: number[] }
    expect([sum(cells.counts), sum(rolled.counts)]).toEqual([mapped!.n, mapped!.n])
    expect((await dispatcher('/api/area', { method: 'POST', payload: { geometry: world, layers: ['incidents'] } })).json().layers[0].count).toBe(mapped!.n)
  })

  it('can\'t be given the nearest unit, says why, and is still sent one by hand', async () => {
    const asked = await dispatcher(`/api/incidents/${incident.id}/recommendation`, { method: 'POST', payload: {} })
    expect([asked.statusCode, asked.json().detail, asked.json().detail_zh]).toEqual([409, expect.stringMatching(/no coordinates/), expect.stringMatching(/没有坐标/)])
    const { rows: [unit] } = await sql<{ id: number }>`SELECT u.id FROM unit u JOIN unit_status s ON s.code = u.status WHERE s.meaning = 'available' ORDER BY u.id LIMIT 1`.execute(test.database.db)
    const sent = await dispatcher(`/api/incidents/${incident.id}/assignments`, { method: 'POST', payload: { unit_ids: [unit!.id] } })
    expect(sent.json()).toMatchObject({ assignments: [{ unit_id: unit!.id, expected_seconds: null }] })
  })

  it('gets its place by correction, and loses it again by undo', async () => {
    const { version } = await json(`/api/incidents/${incident.id}`)
    const moved = await dispatcher(`/api/incidents/${incident.id}`, { method: 'PATCH', payload: { version, longitude: incident.x, latitude: incident.y } })
    expect(moved.statusCode, moved.body).toBe(200)
    const now = await json(`/api/incidents/${incident.id}`)
    expect(now.longitude).toBeCloseTo(incident.x, 9)
    const event = now.events.findLast(({ kind }: { kind: string }) => kind === 'moved')
    const undone = await dispatcher(`/api/incidents/${incident.id}/undo`, { method: 'POST', payload: { event_id: event.id } })
    expect(undone.statusCode, undone.body).toBe(200)
    expect(await json(`/api/incidents/${incident.id}`)).toMatchObject({ longitude: null, latitude: null })
    const { rows } = await sql<{ cell: string | null }>`SELECT cell FROM incident WHERE id = ${incident.id}`.execute(test.database.db)
    expect(rows).toEqual([{ cell: null }])
  })
})

const sum = (counts: number[]) => counts.reduce((total, n) => total + n, 0)
