import autocannon from 'autocannon'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { postgresFolder } from '../server/boot/packages.ts'
import { readSelection } from '../server/layers/filters.ts'
import { tileStatement, type Tile } from '../server/tiles/tile-statement.ts'
import { get, ms, quantile, sum, timed, type Context, type Line } from './context.ts'

export async function bench(context: Context): Promise<Line[]> {
  return [await uncached(context), await sizes(context), await cached(context), await simultaneous(context)].flat()
}

/** Feature tiles over places where there is something, three zooms a layer. */
async function sample({ services, random }: Context): Promise<{ layer: string, tile: Tile }[]> {
  const { rows } = await sql<{ longitude: number, latitude: number }>`
    SELECT ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM place TABLESAMPLE SYSTEM (30) REPEATABLE (7) ORDER BY id LIMIT 400`.execute(services.db)
  return [...services.layers.values()].flatMap(({ layer }) => [0, 1, 2].flatMap(step => {
    const z = Math.min(layer.maxZoom, Math.max(10, layer.detailZoom) + step)
    const { longitude, latitude } = rows[Math.floor(random() * rows.length)]!
    return z >= layer.detailZoom ? [{ layer: layer.id, tile: tileAt(longitude, latitude, z) }] : []
  }))
}

function tileAt(longitude: number, latitude: number, z: number): Tile {
  return { z, x: Math.floor((longitude + 180) / 360 * 2 ** z), y: Math.floor((1 - Math.asinh(Math.tan(latitude * Math.PI / 180)) / Math.PI) / 2 * 2 ** z) }
}

const url = ({ layer, tile: { z, x, y } }: { layer: string, tile: Tile }) => `/tiles/${layer}/${z}/${x}/${y}.mvt`

/** Over HTTP with nothing cached, against pgbench sending the very statements. */
async function uncached(context: Context): Promise<Line[]> {
  const { services, signedIn } = context
  const tiles = await sample(context)
  const vocabulary = await services.vocabulary()
  const statements = tiles.map(({ layer, tile }) => {
    const source = services.open(layer, signedIn)
    return literal(tileStatement(source, tile, readSelection(source, {}, vocabulary)).compile(services.db))
  })
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  statements.forEach((statement, i) => writeFileSync(join(folder, `${String(i).padStart(3, '0')}.sql`), `${statement.replaceAll('\n', ' ')};\n`))
  const rounds = 7
  const ours: number[][] = tiles.map(() => [])
  const reference: number[][] = tiles.map(() => [])
  // Turn by turn, so that a busy moment of the machine falls on both.
  for (let round = 0; round < rounds; round++) {
    for (const [i, each] of tiles.entries()) {
      services.tileCache.clear()
      ours[i]!.push(await timed(() => get(context, url(each), { 'accept-encoding': 'identity' })))
      reference[i]!.push(pgbench(context.databaseUrl, join(folder, `${String(i).padStart(3, '0')}.sql`)))
    }
  }
  rmSync(folder, { recursive: true })
  const medians = (times: number[][]) => times.map(each => quantile(each.slice(1), 0.5))
  const [mine, theirs] = [medians(ours), medians(reference)]
  return [
    { name: `uncached tile, mean of ${tiles.length} tiles (identity)`, ours: ms(sum(mine) / tiles.length), reference: `pgbench ${ms(sum(theirs) / tiles.length)}`, ratio: sum(mine) / sum(theirs) },
    { name: 'uncached tile, 95th percentile', ours: ms(quantile(mine, 0.95)), reference: `pgbench ${ms(quantile(theirs, 0.95))}`, ratio: quantile(mine, 0.95) / quantile(theirs, 0.95) },
  ]
}

function pgbench(databaseUrl: string, file: string): number {
  const { stdout, stderr, status } = spawnSync(join(postgresFolder()!, 'pgbench'), ['-n', '-t', '3', '-M', 'simple', '-f', file, databaseUrl], { encoding: 'utf8' })
  const latency = /latency average = ([\d.]+) ms/.exec(stdout)?.[1]
  if (status !== 0 || !latency) throw new Error(`pgbench failed: ${stderr}`)
  return Number(latency)
}

/** A compiled statement with its parameters written into it. */
function literal({ sql: text, parameters }: { sql: string, parameters: readonly unknown[] }): string {
  return text.replace(/\$(\d+)/g, (_, n: string) => {
    const value = parameters[Number(n) - 1]
    return typeof value === 'number' ? String(value) : `'${String(value).replaceAll('\'', '\'\'')}'`
  })
}

/** Every tile of the city's middle at every zoom: the largest body. */
async function sizes(context: Context): Promise<Line[]> {
  const { services } = context
  const { rows: [centre] } = await sql<{ longitude: number, latitude: number }>`
    SELECT ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM place WHERE h3_parent(cell, 7) = (
      SELECT h3_parent(cell, 7) FROM address GROUP BY 1 ORDER BY count(*) DESC LIMIT 1) LIMIT 1`.execute(services.db)
  let largest = { path: '', bytes: 0 }
  for (const { layer } of services.layers.values()) for (let z = layer.minZoom; z <= layer.maxZoom; z++) {
    const middle = tileAt(centre!.longitude, centre!.latitude, z)
    for (const [dx, dy] of [[0, 0], [1, 0], [0, 1], [-1, 0], [0, -1]] as const) {
      const each = { layer: layer.id, tile: { z, x: middle.x + dx, y: middle.y + dy } }
      if (Math.min(each.tile.x, each.tile.y) < 0 || Math.max(each.tile.x, each.tile.y) >= 2 ** z) continue
      const { length } = await get(context, url(each), { 'accept-encoding': 'identity' })
      if (length > largest.bytes) largest = { path: url(each), bytes: length }
    }
  }
  return [{ name: `largest tile body, uncompressed: ${largest.path}`, ours: `${Math.round(largest.bytes / 1000)} kB`, reference: 'budget 300 kB', ratio: largest.bytes / 300_000 }]
}

/** Requests a second of a tile in the cache, against bare node:http sending the same bytes. */
async function cached(context: Context): Promise<Line[]> {
  const path = url((await sample(context)).find(({ layer }) => layer === 'buildings')!)
  const headers = { ...context.headers, 'accept-encoding': 'gzip' }
  // fetch() undoes the encoding: the same bytes again by the same compression.
  const raw = await get(context, path, { 'accept-encoding': 'identity' })
  await get(context, path, { 'accept-encoding': 'gzip' })
  const body = gzipSync(raw, { level: 5 })
  const bare = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/vnd.mapbox-vector-tile', 'content-encoding': 'gzip', 'content-length': body.length, etag: '"bare"' })
    response.end(body)
  })
  await new Promise<void>(done => { bare.listen(0, '127.0.0.1', done) })
  const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`
  const rate = async (target: string) => (await autocannon({ url: target, headers, connections: 10, duration: 3, workers: 1 })).requests.average
  const rates = { ours: [] as number[], bare: [] as number[] }
  for (let round = 0; round < 4; round++) {
    rates.ours.push(await rate(context.base + path))
    rates.bare.push(await rate(bareUrl))
  }
  bare.close()
  const [ours, reference] = [quantile(rates.ours.slice(1), 0.5), quantile(rates.bare.slice(1), 0.5)]
  return [{ name: `cached tile, ${Math.round(body.length / 1000)} kB gzip, 10 connections`, ours: `${Math.round(ours)}/s`, reference: `node:http ${Math.round(reference)}/s`, ratio: ours / reference }]
}

/** A hundred callers ask for one tile that nobody has. */
async function simultaneous(context: Context): Promise<Line[]> {
  const { services } = context
  const path = url((await sample(context)).find(({ layer }) => layer === 'addresses')!)
  await get(context, path)
  services.tileCache.clear()
  let statements = 0
  const count = () => { statements++ }
  services.pool.on('acquire', count)
  await Promise.all(Array.from({ length: 100 }, () => get(context, path)))
  services.pool.off('acquire', count)
  return [{ name: 'statements for 100 simultaneous misses of one tile', ours: String(statements), reference: 'one', ratio: statements }]
}
