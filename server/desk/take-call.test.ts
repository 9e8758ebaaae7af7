import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import type { LiveEvent } from '../changes.ts'

let test: TestApp
let desk: Asker
let ours: number, theirs: number, place: { id: number, code: string, full_text: string, longitude: number, latitude: number, station_id: number }
const heard: LiveEvent[] = []

beforeAll(async () => {
  test = await startTestApp()
  const { rows } = await sql<{ station_id: number }>`SELECT station_id FROM address WHERE station_id IS NOT NULL AND level = 'building' GROUP BY 1 ORDER BY count(*) DESC LIMIT 2`.execute(test.database.db)
  ;[ours, theirs] = rows.map(row => row.station_id) as [number, number]
  const { rows: [row] } = await sql<typeof place>`SELECT id, code, full_text, ST_X(geom) AS longitude, ST_Y(geom) AS latitude, station_id FROM address WHERE station_id = ${ours} AND level = 'building' ORDER BY id LIMIT 1`.execute(test.database.db)
  place = row!
  desk = await test.as('dispatcher', ours)
  test.services.changes.on('event', event => heard.push(event))
})
afterAll(() => test.stop())

const take = (payload: object, asker = desk) => asker('/api/incidents', { method: 'POST', payload: { taken_code: '010502', channel: 'call', ...payload } })
const openList = async (asker = desk, query = '') => (await asker(`/api/incidents/open${query}`)).json().incidents as Record<string, unknown>[]

describe('a call that is taken', () => {
  it('gets a number, the address\'s point and station and its type\'s grade, is on the list at once, and every open map is told', async () => {
    const answer = await take({ address_id: place.id, summary: '门口有人争吵' })
    expect(answer.statusCode, answer.body).toBe(201)
    const { id, number, station_id } = answer.json()
    expect(number).toMatch(/^J\d{6}\d{8}\d{5}$/)
    expect(station_id).toBe(ours)
    const listed = (await openList()).find(one => one.id === id)
    expect(listed).toMatchObject({ number, code: '010502', grade: 1, status: 'received', location_text: place.full_text, version: 1, units: [], handover: null, longitude: place.longitude })
    expect(Date.now() - Date.parse(String(listed!.status_since))).toBeLessThan(10_000)
    await vi.waitFor(() => expect(heard.find(({ event, data }) => event === 'incident' && data.id === id)?.data).toMatchObject({ change: 'taken', status: 'received', number, grade: 1 }))
    const { rows } = await sql<{ subject: string }>`SELECT subject FROM audit WHERE action = 'call taken' ORDER BY id DESC LIMIT 1`.execute(test.database.db)
    expect(rows[0]!.subject).toBe(`incidents/${id}`)
  })

  it('is found by the code on the door plate', async () => {
    const { id } = (await take({ address_code: place.code })).json()
    expect((await openList()).find(one => one.id === id)).toMatchObject({ address_id: place.id })
  })

  it('belongs to the station that it lies in, whoever took it, and its words stay there', async () => {
    const other = await test.as('dispatcher', theirs)
    const { id, station_id } = (await take({ address_id: place.id, location_text: '三楼东侧' }, other)).json()
    expect(station_id).toBe(ours)
    expect((await openList(other)).find(one => one.id === id)).toMatchObject({ location_text: null, code: '010502' })
    expect((await openList(await test.as('wall', ours))).find(one => one.id === id)).toMatchObject({ location_text: null })
    expect((await openList()).find(one => one.id === id)).toMatchObject({ location_text: '三楼东侧' })
    expect((await openList(other, `?station_id=${theirs}`)).find(one => one.id === id)).toBeUndefined()
  })

  it('is taken outside every station too, and is then the whole city\'s', async () => {
    const { extent: [west, south] } = await test.services.city()
    const answer = await take({ longitude: west + 1e-4, latitude: south + 1e-4 })
    expect(answer.statusCode, answer.body).toBe(201)
    expect(answer.json()).toMatchObject({ station_id: null, number: expect.stringMatching(/^J\d{6}/) })
    expect((await desk(`/api/incidents/${answer.json().id}/status`, { method: 'POST', payload: { to: 'handled' } })).statusCode).toBe(403)
    expect((await (await test.as('dispatcher'))(`/api/incidents/${answer.json().id}/status`, { method: 'POST', payload: { to: 'handled' } })).statusCode).toBe(200)
  })

  it('is made once, however often and however closely its request is repeated', async () => {
    const payload = { address_id: place.id, request_key: randomUUID() }
    const answers = await Promise.all(Array.from({ length: 6 }, () => take(payload)))
    expect(new Set(answers.map(answer => answer.json().id)).size).toBe(1)
    expect(answers.filter(answer => answer.json().repeated === false)).toHaveLength(1)
    const { rows: [row] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM incident_event WHERE request_key = ${payload.request_key}`.execute(test.database.db)
    expect(row!.n).toBe(1)
  })

  it('gets numbers without gaps and duplicates from twenty callers at once', async () => {
    const before = (await take({ address_id: place.id })).json().number as string
    const numbers = (await Promise.all(Array.from({ length: 20 }, () => take({ address_id: place.id })))).map(answer => Number(String(answer.json().number).slice(-5))).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => Number(before.slice(-5)) + 1 + i))
  })

  it('goes on behind numbers that an import brought for the same day', async () => {
    const stem = (await take({ address_id: place.id })).json().number.slice(0, -5) as string
    await sql`DELETE FROM incident_counter`.execute(test.database.db)
    await sql`UPDATE incident SET number = ${`${stem}00777`} WHERE id = (SELECT max(id) FROM incident)`.execute(test.database.db)
    expect((await take({ address_id: place.id })).json().number).toBe(`${stem}00778`)
  })
})

describe('a call is refused, with what would be right,', () => {
  const refused = async (payload: object, pointer: string, detail: RegExp) => {
    const answer = await take(payload)
    expect(answer.statusCode, answer.body).toBe(400)
    expect(answer.json().errors[0].pointer).toBe(pointer)
    expect(answer.json().errors[0].detail).toMatch(detail)
  }
  it('without a place', () => refused({}, '/body', /say where it is/))
  it('with half a point', () => refused({ longitude: place.longitude }, '/body/latitude', /come together/))
  it('with a type that the dictionary lacks', () => refused({ taken_code: '9999', address_id: place.id }, '/body/taken_code', /dictionary/))
  it('with an address that isn\'t there', () => refused({ address_id: 999_999_999 }, '/body/address_id', /no such address/))
  it('with a code that no door plate carries', () => refused({ address_code: 'nothing' }, '/body/address_code', /QR code/))
  it('in another city', () => refused({ longitude: 116.4, latitude: 39.9 }, '/body/longitude', /outside 厦门/))
  it('with an address far from its point', async () => {
    const { rows: [far] } = await sql<{ longitude: number, latitude: number }>`
      SELECT ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM address ORDER BY geom <-> (SELECT geom FROM address WHERE id = ${place.id}) DESC LIMIT 1`.execute(test.database.db)
    await refused({ ...far!, address_id: place.id }, '/body/address_id', /km from the point/)
  })
  it('with an identity number or a mobile number in its words', async () => {
    await refused({ address_id: place.id, summary: '报警人 11010519491231002X' }, '/body/summary', /identity number/)
    await refused({ address_id: place.id, location_text: '联系 138 0013 8000' }, '/body/location_text', /mobile number/)
  })
  it('that ended before it began, or is still to come', async () => {
    await refused({ address_id: place.id, occurred_from: '2026-11-20T10:00:00Z', occurred_to: '2026-11-20T09:00:00Z' }, '/body/occurred_to', /before occurred_from/)
    await refused({ address_id: place.id, occurred_from: '2190-01-01T00:00:00Z' }, '/body/occurred_from', /future/)
  })
})
