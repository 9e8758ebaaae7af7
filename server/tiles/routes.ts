import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { cellToLatLng } from 'h3-js'
import { Type } from 'typebox'
import { askCells } from '../cells/ask-cells.ts'
import { readMeasure } from '../cells/routes.ts'
import type { App } from '../app-types.ts'
import { resolutionAt, type Layer } from '../../layers/layer.ts'
import { BadInput } from '../errors.ts'
import { readSelection, type Selection, type Vocabulary } from '../layers/filters.ts'
import type { Source } from '../layers/source.ts'
import { readInteger } from '../query.ts'
import type { Services } from '../services.ts'
import { SingleFlight } from '../single-flight.ts'
import { CachedTile, chooseEncoding } from './tile-cache.ts'
import { tileStatement, type Tile } from './tile-statement.ts'
import { tileJson } from './tile-json.ts'

/** `GET /tiles/…`: vector tiles and their TileJSON. */
export function tileRoutes(app: App, services: Services): void {
  const flights = new SingleFlight<CachedTile>()
  // A new release may make other tiles from the same rows.
  const release = createHash('sha256').update(JSON.stringify([...services.layers])).digest('base64url').slice(0, 8)

  app.get('/tiles/:layer/:z/:x/:y', {
    schema: {
      tags: ['map'], summary: 'A vector tile', description: 'Mapbox Vector Tile 2.1; further parameters are the layer\'s own filters.', produces: ['application/vnd.mapbox-vector-tile'],
      params: Type.Object({ layer: Type.String(), z: Type.String(), x: Type.String(), y: Type.String({ description: 'row, with the ending .mvt' }) }),
      querystring: Type.Object({ from: Type.Optional(Type.String()), to: Type.Optional(Type.String()), v: Type.Optional(Type.String()) }, { additionalProperties: true }),
    },
  }, async (request, reply) => {
    const source = services.open(request.params.layer, request.signedIn)
    const tile = readTile(source.layer, request.params)
    const vocabulary = await services.vocabulary()
    const selection = readSelection(source, request.query, vocabulary)
    const { revision, at } = services.changes.revision(source.layer.id)
    const key = [release, source.layer.id, tile.z, tile.x, tile.y, selection.key, source.disclosure.key, revision, at].join('|')
    const encoding = chooseEncoding(request.headers['accept-encoding'])
    const etag = `"${createHash('sha256').update(`${key}|${encoding}`).digest('base64url').slice(0, 22)}"`
    reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'accept-encoding')
    if (request.headers['if-none-match']?.split(',').some(each => each.trim() === etag)) return reply.code(304).send()
    const found = services.tileCache.get(key) ?? await flights.do(key, async () => {
      const made = new CachedTile(await makeTile(services, source, tile, selection, vocabulary))
      services.tileCache.set(key, made)
      return made
    })
    if (found.raw.length === 0) return reply.code(204).send()
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    return reply.type('application/vnd.mapbox-vector-tile').send(found.ready(encoding) ?? await found.body(encoding))
  })

  app.get('/tiles/:file', {
    schema: { tags: ['map'], summary: 'TileJSON 3.0 of a layer: {layer}.json', params: Type.Object({ file: Type.String() }) },
  }, async ({ params, signedIn, host, protocol }) => {
    const source = services.open(params.file.replace(/\.json$/, ''), signedIn)
    return tileJson(source, await services.city(), `${protocol}://${host}`, services.changes.revision(source.layer.id).revision)
  })
}

/** @throws {BadInput} for a tile outside the layer's pyramid */
function readTile(layer: Layer, params: { z: string, x: string, y: string }): Tile {
  const z = readInteger(params.z, '/path/z', layer.minZoom, layer.maxZoom)
  const last = 2 ** z - 1
  if (!/\.(mvt|pbf)$/.test(params.y)) throw new BadInput({ pointer: '/path/y', value: params.y, detail: 'must end in .mvt' })
  return { z, x: readInteger(params.x, '/path/x', 0, last), y: readInteger(params.y.replace(/\.\w+$/, ''), '/path/y', 0, last) }
}

async function makeTile(services: Services, source: Source, tile: Tile, selection: Selection, vocabulary: Vocabulary): Promise<Buffer> {
  const statement = tile.z < source.layer.detailZoom
    ? await cellTileStatement(services, source, tile, selection, vocabulary)
    : tileStatement(source, tile, selection)
  const { rows: [row] } = await statement.execute(services.db)
  return row?.mvt ?? Buffer.alloc(0)
}

/** Below the detail zoom: one point per cell whose centre is on the tile, from the same counts as `/cells`. */
async function cellTileStatement(services: Services, source: Source, { z, x, y }: Tile, selection: Selection, { timeZone }: Vocabulary) {
  const measure = readMeasure(source, undefined)
  const { cells, counts } = await askCells(services, source, selection, { resolution: Math.min(9, resolutionAt(z)), ...(measure && { measure }) }, timeZone)
  const here = cells.flatMap((cell, i) => {
    const [latitude, longitude] = cellToLatLng(cell)
    return tileOf(longitude, latitude, z).every((value, axis) => value === [x, y][axis]) ? [{ cell, n: counts[i]!, longitude, latitude }] : []
  })
  return sql<{ mvt: Buffer }>`
    SELECT ST_AsMVT(f, ${`${source.layer.id}_cells`}, 4096, 'geom') AS mvt FROM (
      SELECT c.cell, c.n, c.n IS NULL AS hidden,
             ST_AsMVTGeom(ST_Transform(ST_SetSRID(ST_MakePoint(c.longitude, c.latitude), 4326), 3857), ST_TileEnvelope(${z}::integer, ${x}::integer, ${y}::integer)) AS geom
      FROM json_to_recordset(${JSON.stringify(here)}::json) AS c(cell text, n integer, longitude float8, latitude float8)) f`
}

/** Column and row of the Web-Mercator tile that holds a point. */
function tileOf(longitude: number, latitude: number, z: number): [number, number] {
  const radians = latitude * Math.PI / 180
  return [Math.floor((longitude + 180) / 360 * 2 ** z), Math.floor((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2 * 2 ** z)]
}

