import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellOf } from '../../layers/h3.ts'
import { startTestDesk, type TestDesk } from '../../tests/desk.ts'

let d: TestDesk
beforeAll(async () => {
  d = await startTestDesk()
  await sql`DELETE FROM incident WHERE address_id = ${d.place.id}`.execute(d.test.database.db)
})
afterAll(() => d.test.stop())

const near = async (query: string, asker = d.desk) => (await asker(`/api/incidents/nearby?${query}`)).json()

describe('what is known of a place', () => {
  it('counts the calls of its whole building, rooms included, in 30 days and a year', async () => {
    const { db } = d.test.database
    const { rows: [room] } = await sql<{ id: number }>`
      INSERT INTO address (code, parent_id, level, name, full_text, text_level, point_level, station_id, geom, cell)
      SELECT 'TESTROOM', id, 'room', '302室', full_text || '302室', 'room', 'building', station_id, geom, cell FROM address WHERE id = ${d.place.id} RETURNING id`.execute(db)
    for (let i = 0; i < 2; i++) await d.take()
    await d.take({ address_id: room!.id })
    const old = await d.take()
    await sql`SELECT ensure_incident_partitions(now() - interval '100 days', now())`.execute(db)
    await sql`UPDATE incident SET received_at = received_at - interval '90 days' WHERE id = ${old}`.execute(db)
    for (const query of [`address_id=${d.place.id}`, `address_id=${room!.id}`, `lng=${d.place.longitude}&lat=${d.place.latitude}&address_id=${d.place.id}`]) {
      const { at_place } = await near(query)
      expect(at_place).toMatchObject({ count_30_days: 3, count_365_days: 4 })
      expect(at_place.latest).toHaveLength(4)
    }
  })

  it('finds the address and the station from a point, and says when there is none near', async () => {
    const found = await near(`lng=${d.place.longitude + 1e-5}&lat=${d.place.latitude}`)
    expect(found.address).toMatchObject({ full_text: expect.any(String) })
    expect(found.station.id).toBe(d.ours)
    const { extent: [west, south] } = await d.test.services.city()
    expect(await near(`lng=${west}&lat=${south}`)).toMatchObject({ address: null, station: null, at_place: { count_30_days: 0, count_365_days: 0, latest: [] }, open_disputes: null, open_nearby: [] })
  })

  it('shows open calls around with their distance, nearest first, and not those that are over, far or old', async () => {
    const [here, over, old] = [await d.take(), await d.take(), await d.take()]
    await d.post(`/api/incidents/${over}/status`, { to: 'handled' })
    await sql`UPDATE incident SET received_at = received_at - interval '7 hours' WHERE id = ${old}`.execute(d.test.database.db)
    const far = await d.take({ address_id: d.elsewhere.id })
    const { open_nearby } = await near(`lng=${d.place.longitude}&lat=${d.place.latitude + 0.001}`)
    const ids = open_nearby.map((one: { id: number }) => one.id)
    expect(ids).toContain(here)
    for (const id of [over, old, far]) expect(ids).not.toContain(id)
    const metres = open_nearby.map((one: { metres: number }) => one.metres) as number[]
    expect(metres).toEqual(metres.toSorted((a, b) => a - b))
    expect(open_nearby.find((one: { id: number }) => one.id === here).metres).toBeCloseTo(111, -1)
  })

  it('warns of an open dispute there, to those who may know of it', async () => {
    const dispute = async (stage: string, days: number) => (await sql<{ id: number }>`
      INSERT INTO dispute (number, kind, grade, stage, registered_at, due_at, revisited_at, address_id, station_id, geom, cell)
      VALUES (${`T${stage}`}, 'neighbour', 'B', ${stage}, now() - interval '20 days', now() + make_interval(days => ${days}), now(), ${d.place.id}, ${d.ours},
        ST_SetSRID(ST_MakePoint(${d.place.longitude}, ${d.place.latitude}), 4326), ${cellOf(d.place.longitude, d.place.latitude)}::bigint) RETURNING id`.execute(d.test.database.db)).rows[0]!.id
    await sql`DELETE FROM dispute WHERE address_id = ${d.place.id}`.execute(d.test.database.db)
    const [late, , ahead] = [await dispute('mediating', -1), await dispute('closed', 0), await dispute('assigned', 2)]
    const { open_disputes } = await near(`address_id=${d.place.id}`)
    expect(open_disputes).toEqual(expect.arrayContaining([
      { id: late, number: 'Tmediating', kind: 'neighbour', grade: 'B', stage: 'mediating', overdue: true },
      { id: ahead, number: 'Tassigned', kind: 'neighbour', grade: 'B', stage: 'assigned', overdue: false },
    ]))
    expect(open_disputes).toHaveLength(2)
    expect((await near(`address_id=${d.place.id}`, await d.test.as('dispatcher', d.theirs))).open_disputes).toBeNull()
    expect((await near(`address_id=${d.place.id}`, await d.test.as('administrator'))).open_disputes).toBeNull()
  })

  it('refuses half a point and an address that isn\'t there', async () => {
    expect((await near('lng=118')).errors[0].pointer).toBe('/query/lat')
    expect((await near('address_id=999999999')).errors[0].pointer).toBe('/query/address_id')
    expect((await near(`lng=118&lat=24.4&address_id=999999999`)).errors[0].pointer).toBe('/query/address_id')
    expect((await near('')).status).toBe(400)
  })
})

describe('an address by its door plate', () => {
  it('is found by its code; a merged one leads to what it was merged into; others are unknown', async () => {
    expect((await d.desk(`/api/addresses/by-code/${d.place.code}`)).json()).toMatchObject({ id: d.place.id, code: d.place.code, full_text: d.place.full_text, station_id: d.ours })
    await sql`INSERT INTO address (code, level, name, full_text, text_level, point_level, status, merged_into, geom, cell)
      SELECT 'OLDPLATE', level, name, full_text, text_level, point_level, 'merged', id, geom, cell FROM address WHERE id = ${d.place.id}`.execute(d.test.database.db)
    expect((await d.desk('/api/addresses/by-code/OLDPLATE')).json()).toMatchObject({ id: d.place.id })
    expect((await d.desk('/api/addresses/by-code/nosuch')).statusCode).toBe(404)
    expect((await d.desk(`/api/incidents/${await d.take({ address_id: undefined, address_code: 'OLDPLATE' })}`)).json()).toMatchObject({ address_id: d.place.id })
  })
})

it('two letters find a type over HTTP too', async () => {
  expect((await d.desk('/api/types?q=qj')).json().types[0]).toEqual({ code: '010502', name: '抢劫抢夺', name_en: 'Robbery and snatching', path: ['刑事', '伤害与抢劫', '抢劫抢夺'], police: true, grade: 1 })
})
