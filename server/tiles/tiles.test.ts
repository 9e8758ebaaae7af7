import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import { readTile } from '../../tests/read-tile.ts'

let test: TestApp
let ask: Asker
/** A place, and the path of the tile over it. */
let place: { id: number, path: string }

beforeAll(async () => {
  // Statements are counted here: no round of alerts among them.
  test = await startTestApp({ alertSeconds: 0 })
  ask = await test.as('dispatcher')
  const { rows } = await sql<{ id: number, x: number, y: number }>`
    SELECT id, floor((ST_X(geom3857) + 20037508.342789244) / s)::integer AS x, floor((20037508.342789244 - ST_Y(geom3857)) / s)::integer AS y
    FROM place, (SELECT 40075016.685578488 / 2 ^ 14 AS s) v ORDER BY id LIMIT 1`.execute(test.database.db)
  place = { id: rows[0]!.id, path: `/tiles/places/14/${rows[0]!.x}/${rows[0]!.y}.mvt` }
})
afterAll(() => test.stop())

/** How many statements a piece of work sends. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  let count = 0
  const counter = () => { count++ }
  test.services.pool.on('acquire', counter)
  await work()
  test.services.pool.off('acquire', counter)
  return count
}

describe('a tile', () => {
  it('that the client has already answers 304 without touching the database', async () => {
    const { etag } = (await ask(place.path)).headers
    expect(etag).toMatch(/^"[\w-]+"$/)
    const count = await statements(async () => {
      const again = await ask(place.path, { headers: { 'if-none-match': etag } })
      expect(again.statusCode).toBe(304)
      expect(again.body).toBe('')
    })
    expect(count).toBe(0)
  })

  it('is made by one statement for a hundred who ask at once', async () => {
    test.services.tileCache.clear()
    expect(await statements(() => Promise.all(Array.from({ length: 100 }, () => ask(place.path))))).toBe(1)
  })

  it('has another ETag for each encoding', async () => {
    const tags = await Promise.all(['br', 'gzip', 'identity'].map(async encoding => {
      const answer = await ask(place.path, { headers: { 'accept-encoding': encoding } })
      expect(answer.headers['content-encoding'] ?? 'identity').toBe(encoding)
      return answer.headers.etag
    }))
    expect(new Set(tags).size).toBe(3)
  })

  it('shows a change within a second of its commit', async () => {
    const nameIn = async () => readTile((await ask(place.path, { headers: { 'accept-encoding': 'identity' } })).rawPayload).find(({ id }) => id === place.id)?.properties.name
    const before = await ask(place.path)
    await sql`UPDATE place SET name = '新店名' WHERE id = ${place.id}`.execute(test.database.db)
    await vi.waitFor(async () => expect(await nameIn()).toBe('新店名'), { timeout: 1000, interval: 10 })
    expect((await ask(place.path, { headers: { 'if-none-match': before.headers.etag } })).statusCode).toBe(200)
  })

  it('is not rebuilt when another layer changes', async () => {
    const { etag } = (await ask(place.path)).headers
    await sql`UPDATE facility SET name = name`.execute(test.database.db)
    await new Promise(done => setTimeout(done, 100))
    expect((await ask(place.path, { headers: { 'if-none-match': etag } })).statusCode).toBe(304)
  })

  it('keeps to filters and time windows, each with an ETag of its own', async () => {
    const { rows: [row] } = await sql<{ category: string }>`SELECT category FROM place WHERE id = ${place.id}`.execute(test.database.db)
    const filtered = await ask(`${place.path}?category=${row!.category}`, { headers: { 'accept-encoding': 'identity' } })
    for (const { properties } of readTile(filtered.rawPayload)) expect(properties.category).toBe(row!.category)
    expect(filtered.headers.etag).not.toBe((await ask(place.path, { headers: { 'accept-encoding': 'identity' } })).headers.etag)
    const fault = await ask(`${place.path}?category=nonsense`)
    expect(fault.statusCode).toBe(400)
    expect(fault.json().errors[0]).toMatchObject({ pointer: '/query/category', value: 'nonsense' })
    expect((await ask(`${place.path}?from=2026-01-01`)).json().errors[0].detail).toContain('no time')
  })

  it('with too many points answers with clusters that count them all', async () => {
    await sql`INSERT INTO facility (kind, name, geom, cell, origin_key)
      SELECT 'hydrant', 'h', ST_SetSRID(ST_MakePoint(118.5 + i % 100 / 10000.0, 24.3 + i / 100 / 10000.0), 4326), (SELECT cell FROM facility LIMIT 1), 'crowd ' || i FROM generate_series(1, 5000) i`.execute(test.database.db)
    const z = 13
    const x = Math.floor((118.505 + 180) / 360 * 2 ** z)
    const y = Math.floor((1 - Math.asinh(Math.tan(24.3025 * Math.PI / 180)) / Math.PI) / 2 * 2 ** z)
    await vi.waitFor(async () => {
      const features = readTile((await ask(`/tiles/facilities/${z}/${x}/${y}.mvt`)).rawPayload)
      expect(features.every(({ layer }) => layer === 'facilities_cells')).toBe(true)
      expect(features.reduce((sum, { properties }) => sum + Number(properties.n), 0)).toBe(5000)
    })
  })

  it('below the detail zoom counts by cell, whose sum is the layer\'s', async () => {
    const { rows: [row] } = await sql<{ n: number }>`SELECT count(geom)::integer AS n FROM incident`.execute(test.database.db)
    const features = readTile((await ask('/tiles/incidents/0/0/0.mvt', { headers: { 'accept-encoding': 'identity' } })).rawPayload)
    expect(features.reduce((sum, { properties }) => sum + Number(properties.n), 0)).toBe(row!.n)
  })
})

describe('TileJSON', () => {
  it('names the zooms, fields and address of a layer', async () => {
    const json = (await ask('/tiles/incidents.json')).json()
    expect(json).toMatchObject({ tilejson: '3.0.0', scheme: 'xyz', minzoom: 0, maxzoom: 15 })
    expect(json.tiles[0]).toMatch(/\/tiles\/incidents\/\{z\}\/\{x\}\/\{y\}\.mvt$/)
    expect(json.vector_layers.map((layer: { id: string }) => layer.id)).toEqual(['incidents', 'incidents_cells'])
    expect(json.vector_layers[0].fields).not.toHaveProperty('summary')
  })
  it('of an unknown layer is a 404 that names it', async () => {
    const answer = await ask('/tiles/unicorns.json')
    expect(answer.statusCode).toBe(404)
    expect(answer.json().detail).toContain('unicorns')
  })
})
