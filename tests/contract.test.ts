// What every layer promises, tried on every layer there is. A new folder under layers/ arrives tested.
import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellOf } from '../layers/h3.ts'
import type { Database } from '../server/database.ts'
import { loadLayers } from '../server/layers/stored.ts'
import { readTile } from './read-tile.ts'
import { startTestApp, type Asker, type TestApp } from './app.ts'

const layers = await loadLayers()
const ids = [...layers.keys()]
const layerOf = (id: string) => layers.get(id)!

let test: TestApp
/** Two stations that both have rows in every layer, and a dispatcher, a wall and an analyst of the first. */
let ours: number, theirs: number
let dispatcher: Asker, wall: Asker, analyst: Asker, everybody: Asker, administrator: Asker

beforeAll(async () => {
  test = await startTestApp()
  const { rows } = await sql<{ station_id: number }>`
    SELECT station_id FROM dispute WHERE station_id IS NOT NULL AND station_id IN (SELECT station_id FROM population)
    GROUP BY station_id ORDER BY count(*) DESC LIMIT 2`.execute(test.database.db)
  ;[ours, theirs] = rows.map(row => row.station_id) as [number, number]
  // A handful of people of the other station, alone in their part of the sea: a count that must stay hidden.
  await sql`INSERT INTO population (residents, surveyed_at, station_id, geom, cell)
    VALUES (3, now(), ${theirs}, ST_SetSRID(ST_MakePoint(118.35, 24.40), 4326), ${cellOf(118.35, 24.40)}::bigint)`.execute(test.database.db)
  // Layers that a demonstration city leaves empty, because their rows are made by people and pass with the clock.
  for (const id of ids) {
    const file = new URL(`../layers/${id}/rows.test-help.ts`, import.meta.url)
    if (existsSync(file)) await ((await import(file.href)) as { putRows: (db: Database) => Promise<unknown> }).putRows(test.database.db)
  }
  dispatcher = await test.as('dispatcher', ours)
  wall = await test.as('wall', ours)
  analyst = await test.as('analyst', ours)
  administrator = await test.as('administrator')
  everybody = await test.as('chief')
})
afterAll(() => test.stop())

const table = (id: string) => sql.table(layerOf(id).storage.table)
const onMap = (id: string) => sql.raw(layerOf(id).storage.onMap ?? 'true')
const sqlCount = async (id: string, where = sql`true`) =>
  (await sql<{ n: number }>`SELECT count(*)::integer AS n FROM ${table(id)} t WHERE ${where}`.execute(test.database.db)).rows[0]!.n
/** A row of a station and the tile over it at the layer's finest zoom. */
async function oneRow(id: string, stationId: number) {
  const { maxZoom } = layerOf(id).layer
  const { rows } = await sql<{ id: number, x: number, y: number }>`
    SELECT t.id, floor((ST_X(p) + 20037508.342789244) / s)::integer AS x, floor((20037508.342789244 - ST_Y(p)) / s)::integer AS y
    FROM ${table(id)} t, LATERAL (SELECT ST_PointOnSurface(t.geom3857) AS p, 40075016.685578488 / 2 ^ ${maxZoom}::integer AS s) v
    WHERE t.station_id = ${stationId} AND t.geom IS NOT NULL AND ${onMap(id)} ORDER BY t.id LIMIT 1`.execute(test.database.db)
  return { ...rows[0]!, z: maxZoom }
}

describe.each(ids)('layer %s', id => {
  const { layer, storage } = layerOf(id)
  const owned = layer.properties.station_id !== undefined

  it('has labels in both languages, a legend, and a popup of its own properties', () => {
    for (const label of [layer.title, layer.legend, ...Object.values(layer.properties).map(property => property.label)]) {
      expect(label.zh).toMatch(/\S/)
      expect(label.en).toMatch(/^[\x20-\x7e]+$/)
    }
    for (const name of layer.popup) expect(layer.properties).toHaveProperty(name)
    for (const [name, kind] of Object.entries(layer.filters ?? {})) {
      const { choices, dictionary } = layer.properties[name]!
      if (kind !== 'flag') expect(choices ?? dictionary, `${id}.${name} needs choices or a dictionary to be filtered by`).toBeDefined()
    }
  })

  it('has its server side, its drawing and its seed in its folder', () => {
    for (const file of ['server.ts', 'web.ts', 'seed.ts']) expect(existsSync(new URL(`../layers/${id}/${file}`, import.meta.url)), `layers/${id}/${file}`).toBe(true)
  })

  it('declares columns that exist, and has a spatial index', async () => {
    const { rows } = await sql<{ name: string }>`SELECT attname AS name FROM pg_attribute WHERE attrelid = ${storage.table}::regclass AND attnum > 0 AND NOT attisdropped`.execute(test.database.db)
    const columns = rows.map(row => row.name)
    for (const name of ['id', 'geom', 'geom3857', 'cell', ...Object.keys(layer.properties)]) expect(columns, `${storage.table}.${name}`).toContain(name)
    // A view is drawn from tables: one of them has the index.
    const { rows: indexed } = await sql`
      SELECT 1 FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam AND a.amname = 'gist'
      JOIN pg_attribute g ON g.attrelid = i.indexrelid AND g.attname = 'geom3857'
      WHERE i.indrelid = ${storage.table}::regclass OR i.indrelid IN (
        SELECT d.refobjid FROM pg_rewrite r JOIN pg_depend d ON d.objid = r.oid WHERE r.ev_class = ${storage.table}::regclass)`.execute(test.database.db)
    expect(indexed.length).toBeGreaterThan(0)
  })

  it('answers tiles with its declared open properties only', async () => {
    const where = owned ? ours : undefined
    const tile = where ? await oneRow(id, where) : { z: layer.detailZoom, x: 0, y: 0 }
    const answer = await dispatcher(`/tiles/${id}/${tile.z}/${tile.x}/${tile.y}.mvt`)
    expect(answer.statusCode).toBe(200)
    const features = readTile(answer.rawPayload)
    expect(features.length).toBeGreaterThan(0)
    const allowed = Object.entries(layer.properties).filter(([, p]) => p.read === 'anyone' && p.tile !== undefined).map(([name]) => name)
    for (const { layer: name, properties } of features) {
      for (const property of Object.keys(properties)) expect(name === id || name === `${id}_labels` ? allowed : ['cell', 'n', 'hidden']).toContain(property)
    }
  })

  it('keeps rows that belong to another station from those who may not read them', async () => {
    const all = await sqlCount(id)
    const mine = owned ? await sqlCount(id, sql`t.station_id = ${ours}`) : all
    const matched = (await dispatcher(`/ogc/collections/${id}/items?limit=1`)).json().numberMatched
    expect(matched).toBe(layer.read === 'anyone' ? all : mine)
    expect((await administrator(`/ogc/collections/${id}/items?limit=1`)).json().numberMatched).toBe(layer.read === 'anyone' ? all : 0)
    if (!owned) return
    const other = await oneRow(id, theirs)
    const expected = layer.read === 'anyone' ? 200 : 404
    expect((await dispatcher(`/ogc/collections/${id}/items/${other.id}`)).statusCode).toBe(expected)
    expect((await dispatcher(`/api/records/${id}/${other.id}`)).statusCode).toBe(expected)
    // Warm the cache as somebody who may see everything, then ask as the station.
    const url = `/tiles/${id}/${other.z}/${other.x}/${other.y}.mvt`
    const seen = readTile((await everybody(url)).rawPayload).map(feature => feature.id)
    expect(seen).toContain(other.id)
    const tile = await dispatcher(url)
    const shown = tile.statusCode === 204 ? [] : readTile(tile.rawPayload)
    if (layer.read === 'station') for (const feature of shown) expect(feature.properties.station_id).toBe(ours)
    else expect(shown.map(feature => feature.id)).toContain(other.id)
    if (layer.read === 'station') {
      const found = (await dispatcher('/api/area', { method: 'POST', payload: { geometry: world, layers: [id] } })).json().layers[0]
      expect(found.count).toBe(await sqlCount(id, sql`t.station_id = ${ours}`))
      expect(found.others_omitted).toBe(true)
      expect(await searchEntries(id)).toBe(0)
    }
  })

  it('gives restricted properties to its own station, for a purpose, audited, and to nobody else', async () => {
    const restricted = Object.entries(layer.properties).filter(([, property]) => property.read === 'station').map(([name]) => name)
    for (const name of restricted) expect(layer.properties[name]!.tile).toBeUndefined()
    const listed = (await everybody(`/ogc/collections/${id}/items?limit=5`)).json().features as { properties: object }[]
    for (const { properties } of listed) for (const name of restricted) expect(properties).not.toHaveProperty(name)
    if (restricted.length === 0) return
    const mine = await oneRow(id, ours)
    const plain = (await dispatcher(`/api/records/${id}/${mine.id}`)).json()
    expect(plain.restricted).toEqual({ available: true, properties: null })
    for (const asker of [wall, analyst, administrator]) expect((await asker(`/api/records/${id}/${mine.id}?purpose=curious`)).statusCode).toBeGreaterThanOrEqual(403)
    const before = await audited()
    const told = (await dispatcher(`/api/records/${id}/${mine.id}?purpose=${encodeURIComponent('处警核对')}`)).json()
    expect(Object.keys(told.restricted.properties).sort()).toEqual(restricted.sort())
    expect(await audited()).toBe(before + 1)
    const other = await oneRow(id, theirs)
    expect((await dispatcher(`/api/records/${id}/${other.id}?purpose=curious`)).statusCode).toBe(layer.read === 'anyone' ? 403 : 404)
    // A restricted property can't be asked by either: a filter that answers yes or no would tell it.
    expect((await dispatcher(`/ogc/collections/${id}/items?${restricted[0]}=x`)).statusCode).toBe(400)
  })

  it('hides small counts of other stations in cells and low-zoom tiles, where it says so', async () => {
    if (!layer.smallCounts) return
    const answer = (await dispatcher(`/cells/${id}?res=8`)).json() as { cells: string[], counts: (number | null)[], hidden: number }
    const value = layer.measures ? sql.ref(Object.keys(layer.measures)[0]!) : sql`1`
    const { rows } = await sql<{ cell: string, own: number, others: number }>`
      SELECT to_hex(h3_parent(cell, 8)) AS cell, coalesce(sum(${value}) FILTER (WHERE station_id = ${ours}), 0)::integer AS own,
             coalesce(sum(${value}) FILTER (WHERE station_id IS DISTINCT FROM ${ours}), 0)::integer AS others
      FROM ${table(id)} GROUP BY 1 HAVING sum(${value}) > 0`.execute(test.database.db)
    expect(answer.cells).toHaveLength(rows.length)
    const shown = new Map(answer.cells.map((cell, i) => [cell, answer.counts[i]]))
    for (const { cell, own, others } of rows) expect(shown.get(cell)).toBe(others > 0 && others < 10 ? null : own + others)
    expect(answer.hidden, 'there are small counts to hide').toBeGreaterThan(0)
    // Finer cells, filters and windows leave others out, so that nothing can be subtracted.
    const fine = (await dispatcher(`/cells/${id}?res=10`)).json() as { total: number, others_omitted: boolean }
    expect(fine.others_omitted).toBe(true)
    expect(fine.total).toBe(rows.reduce((sum, { own }) => sum + own, 0))
    const exact = (await everybody(`/cells/${id}?res=8`)).json() as { hidden: number, total: number }
    expect(exact).toMatchObject({ hidden: 0, total: rows.reduce((sum, { own, others }) => sum + own + others, 0) })
  })

  it('refuses unknown parameters, dates that don\'t exist and tiles outside its pyramid', async () => {
    for (const url of [`/tiles/${id}/${layer.maxZoom + 1}/0/0.mvt`, `/tiles/${id}/${layer.detailZoom}/${2 ** layer.detailZoom}/0.mvt`, `/tiles/${id}/a/0/0.mvt`,
      `/cells/${id}?res=5&colour=red`, `/cells/${id}?res=99`, `/cells/${id}?res=5&bbox=1,2,3`, `/ogc/collections/${id}/items?limit=1000000`, `/ogc/collections/${id}/items?colour=red`, `/cells/${id}?res=5&from=2026-02-30`]) {
      const answer = await dispatcher(url)
      expect(answer.statusCode, url).toBe(400)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.json().errors[0], url).toMatchObject({ pointer: expect.stringMatching(/^\/(query|path)\//), detail: expect.any(String) })
    }
  })
})

const world = { type: 'Polygon', coordinates: [[[117, 24], [119, 24], [119, 25], [117, 25], [117, 24]]] }
const audited = async () => (await sql<{ n: number }>`SELECT count(*)::integer AS n FROM audit WHERE action = 'restricted read'`.execute(test.database.db)).rows[0]!.n
const searchEntries = async (id: string) => (await sql<{ n: number }>`SELECT count(*)::integer AS n FROM search_entry WHERE layer = ${id}`.execute(test.database.db)).rows[0]!.n

it('nothing is served to a caller who isn\'t signed in, health aside', async () => {
  for (const url of ['/api/session', '/api/city', '/api/layers', '/api/dictionaries', '/search?q=ab', '/live', '/ogc', '/ogc/collections', '/metrics', '/api/docs/json',
    ...ids.flatMap(id => [`/tiles/${id}.json`, `/tiles/${id}/${layerOf(id).layer.maxZoom}/0/0.mvt`, `/cells/${id}?res=5`, `/ogc/collections/${id}/items`, `/api/records/${id}/1`])])
    expect((await test.app.inject({ url })).statusCode, url).toBe(401)
  for (const url of ['/health', '/ready']) expect((await test.app.inject({ url })).statusCode, url).toBe(200)
})
