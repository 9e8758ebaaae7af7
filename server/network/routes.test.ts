import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import { random as seeded } from '../../tests/seeded.ts'
import { snap } from './snap.ts'
import { usualSpeeds, type Profile } from './speeds.ts'
import { travelTimesTo } from './travel-times.ts'

describe('the road network of the demonstration city', () => {
  let test: TestApp
  let ask: Asker
  let middle: [number, number], other: [number, number]
  beforeAll(async () => {
    test = await startTestApp()
    ask = await test.as('dispatcher')
    const { rows } = await sql<{ longitude: number, latitude: number }>`
      SELECT ST_X(p) AS longitude, ST_Y(p) AS latitude FROM (SELECT ST_LineInterpolatePoint(geom, 0.5) AS p FROM road WHERE class = 'primary' ORDER BY id) x`.execute(test.database.db)
    ;[middle, other] = [rows[0]!, rows.at(-1)!].map(({ longitude, latitude }): [number, number] => [longitude, latitude]) as [[number, number], [number, number]]
    await test.services.network.ready()
  })
  afterAll(async () => { await test.stop() })

  it('is told: how large it is and how much of it hangs together', async () => {
    const answer = (await ask('/api/network')).json()
    expect(answer).toMatchObject({ building: false, revision: test.services.changes.revision('roads').revision })
    expect(answer.edges).toBeGreaterThan(1_000)
    expect(answer.largest_share).toBeGreaterThan(0.95)
  })

  it('answers a route whose steps and line add up', async () => {
    const answer = await ask(`/api/route?from=${middle}&to=${other}&kind=car&siren=true`)
    expect(answer.statusCode).toBe(200)
    const { seconds, metres, line, steps } = answer.json()
    expect(steps.reduce((total: number, step: { seconds: number }) => total + step.seconds, 0)).toBeCloseTo(seconds, 3)
    expect(steps.reduce((total: number, step: { metres: number }) => total + step.metres, 0)).toBeCloseTo(metres, 3)
    const { rows: [measured] } = await sql<{ metres: number }>`SELECT ST_Length(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify({ type: 'LineString', coordinates: line })}), 4326)::geography) AS metres`.execute(test.database.db)
    expect(metres / measured!.metres).toBeCloseTo(1, 3)
  })

  it('says what is wrong with a request, and where there is no road', async () => {
    expect((await ask(`/api/route?from=x&to=${other}`)).json()).toMatchObject({ status: 400, errors: [{ pointer: '/query/from', value: 'x' }] })
    expect((await ask(`/api/route?from=${middle}&to=${other}&kind=tram`)).json()).toMatchObject({ status: 400, errors: [{ pointer: '/query/kind', value: 'tram', detail: 'must be one of car, motorcycle, foot' }] })
    expect((await ask(`/api/route?from=0,0&to=${other}`)).json()).toMatchObject({ status: 409, detail: 'no road open to a car lies within 500 m of 0,0' })
    expect((await ask(`/api/isochrones?at=${middle}&minutes=0,3`)).json()).toMatchObject({ status: 400, errors: [{ pointer: '/query/minutes' }] })
    expect((await ask('/api/matrix', { method: 'POST', payload: { origins: [middle], destinations: [[200, 1]] } })).json()).toMatchObject({ status: 400, errors: [{ pointer: '/body/destinations/0' }] })
  })

  it('gives isochrones that grow, as cells and as their outline', async () => {
    const { minutes } = (await ask(`/api/isochrones?at=${middle}&minutes=1,3,5&siren=true`)).json()
    expect(minutes.map((one: { minutes: number }) => one.minutes)).toEqual([1, 3, 5])
    const sizes = minutes.map((one: { cells: string[] }) => one.cells.length)
    expect(sizes[0]).toBeGreaterThan(0)
    expect(sizes[2]).toBeGreaterThan(sizes[1])
    expect(minutes[0].cells.every((cell: string) => minutes[2].cells.includes(cell))).toBe(true)
    const { rows: [outline] } = await sql<{ valid: boolean, holds: boolean }>`SELECT ST_IsValid(g) AS valid, ST_Covers(g, ST_SetSRID(ST_MakePoint(${middle[0]}, ${middle[1]}), 4326)) AS holds
      FROM (SELECT ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(minutes[0].polygon)}), 4326) AS g) x`.execute(test.database.db)
    expect(outline).toEqual({ valid: true, holds: true })
  })

  it('gives a matrix with nulls where there is no road', async () => {
    const { seconds } = (await ask('/api/matrix', { method: 'POST', payload: { origins: [middle, [0, 0]], destinations: [other, [0, 0], middle] } })).json()
    expect(seconds).toEqual([[expect.any(Number), null, 0], [null, null, null]])
  })

  it('lets an administrator set the speeds, at once and nobody else', async () => {
    const admin = await test.as('administrator')
    const slow = structuredClone(usualSpeeds)
    for (const name of Object.keys(slow.classes.car)) if (slow.classes.car[name as 'primary'] !== null) slow.classes.car[name as 'primary'] = 1
    expect((await ask('/api/network/speeds', { method: 'PUT', payload: slow })).statusCode).toBe(403)
    expect((await admin('/api/network/speeds', { method: 'PUT', payload: { ...slow, siren: { car: 9, motorcycle: 1 } } })).json()).toMatchObject({ status: 400, errors: [{ pointer: '/body/siren/car', value: 9 }] })
    const told = new Promise(resolve => { test.services.network.once('built', resolve) })
    expect((await admin('/api/network/speeds', { method: 'PUT', payload: slow })).statusCode).toBe(204)
    await told
    expect((await ask('/api/network/speeds')).json()).toEqual(slow)
    const { seconds, metres } = (await ask(`/api/route?from=${middle}&to=${other}&at=2026-11-20T12:00:00Z`)).json()
    expect(seconds * 1000 / 3600 * usualSpeeds.hours.car[20]!).toBeCloseTo(metres, 0)
  })

  it('is built anew when roads change, while the old one serves', async () => {
    const before = test.services.network.current()
    const built = new Promise(resolve => { test.services.network.once('built', resolve) })
    await sql`DELETE FROM road WHERE id = (SELECT max(id) FROM road)`.execute(test.database.db)
    expect(test.services.network.current()).toBe(before)
    await built
    expect(test.services.network.current()).toMatchObject({ edgeCount: before.edgeCount - 1, revision: before.revision + 1 })
  })

  it('finds the nearest unit that asking every unit by itself finds, for 500 incidents', async () => {
    const network = test.services.network.current()
    const profile: Profile = { kind: 'car', siren: true, hour: 9 }
    const place = ({ longitude, latitude }: { longitude: number, latitude: number }) => snap(network, longitude, latitude, { kind: 'car', component: 'largest', maxMetres: 5_000 })
    const { rows: calls } = await sql<{ longitude: number, latitude: number }>`SELECT ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM incident WHERE geom IS NOT NULL ORDER BY md5(id::text) LIMIT 500`.execute(test.database.db)
    const random = seeded(3)
    const units = calls.map(() => place(calls[Math.floor(random() * calls.length)]!)).filter(unit => unit !== null).slice(0, 60)
    let compared = 0
    for (const call of calls) {
      const destination = place(call)
      if (!destination) continue
      const three = travelTimesTo(network, destination, units, profile, { stopAfter: 3 })
      const all = units.map(unit => travelTimesTo(network, destination, [unit], profile)[0]!)
      const nearest = [...all].sort((a, b) => a - b).slice(0, 3)
      expect([...three].filter(seconds => seconds < Infinity).sort((a, b) => a - b)).toEqual(nearest)
      expect(all[three.indexOf(Math.min(...three))]).toBe(nearest[0])
      compared++
    }
    expect(compared).toBeGreaterThan(480)
  }, 180_000)
})
