import { sql, type RawBuilder } from 'kysely'
import { resolutionAt } from '../../layers/layer.ts'
import type { Selection } from '../layers/filters.ts'
import { isInstant, type Source } from '../layers/source.ts'

export interface Tile { z: number, x: number, y: number }

/** A tile with more points than this answers with clusters: more can't be told apart on it. */
export const mostPoints = 4000
/** MVT's grid: units across a tile, and how far beyond its edge geometry is kept so that strokes don't end there. */
const extent = 4096
const buffer = 64

/**
 * The one statement that makes a feature tile: a single row with the encoded tile in `mvt`.
 * Points: features, or clusters named `{layer}_cells` where there are too many. Lines and polygons: thinned by zoom.
 */
export function tileStatement(source: Source, tile: Tile, selection: Selection): RawBuilder<{ mvt: Buffer }> {
  return source.layer.geometry === 'Point' ? pointTile(source, tile, selection) : shapeTile(source, tile, selection)
}

const envelope = ({ z, x, y }: Tile) => sql`ST_TileEnvelope(${z}::integer, ${x}::integer, ${y}::integer)`
const wideEnvelope = ({ z, x, y }: Tile) => sql`ST_TileEnvelope(${z}::integer, ${x}::integer, ${y}::integer, margin => ${buffer / extent}::float8)`

function pointTile(source: Source, tile: Tile, { conditions }: Selection): RawBuilder<{ mvt: Buffer }> {
  const inside = sql`t.geom3857 && ${envelope(tile)}`
  const wide = sql`t.geom3857 && ${wideEnvelope(tile)}`
  const columns = tileColumns(source, tile.z)
  const { id } = source.layer
  return sql`
    WITH hits AS MATERIALIZED (
      SELECT count(*) <= ${mostPoints} AS few FROM (SELECT 1 ${source.fromMap(wide, ...conditions)} LIMIT ${mostPoints + 1}) counted)
    SELECT coalesce((
      SELECT ST_AsMVT(f, ${id}, ${extent}, 'geom', 'id') FROM (
        SELECT t.id, ST_AsMVTGeom(t.geom3857, ${envelope(tile)}, ${extent}, ${buffer}, true) AS geom ${columns}
        ${source.fromMap(wide, sql`(SELECT few FROM hits)`, ...conditions)}) f), '')
    || coalesce((
      SELECT ST_AsMVT(f, ${`${id}_cells`}, ${extent}, 'geom') FROM (
        SELECT to_hex(h3_parent(t.cell, ${Math.min(12, resolutionAt(tile.z) + 1)})) AS cell, count(*)::integer AS n,
               ST_AsMVTGeom(ST_SetSRID(ST_MakePoint(avg(ST_X(t.geom3857)), avg(ST_Y(t.geom3857))), 3857), ${envelope(tile)}, ${extent}, ${buffer}, true) AS geom
        ${source.fromMap(inside, sql`NOT (SELECT few FROM hits)`, ...conditions)}
        GROUP BY 1) f), '') AS mvt`
}

function shapeTile(source: Source, tile: Tile, { conditions }: Selection): RawBuilder<{ mvt: Buffer }> {
  const { layer, storage } = source
  const inside = sql`t.geom3857 && ${wideEnvelope(tile)}`
  const left = [...(storage.thin ?? [])].filter(([below]) => tile.z < below).at(-1)
  const rows = [inside, ...(left ? [sql.raw(left[1])] : []), ...conditions]
  // Half a pixel of a 512-pixel tile, in metres of Web Mercator.
  const halfPixel = 40_075_016.7 / 2 ** tile.z / 1024
  const names = tileProperties(source, tile.z)
  const joined = storage.joinBelow !== undefined && tile.z < storage.joinBelow
  const shapes = joined
    ? sql`SELECT ST_Simplify(ST_LineMerge(ST_Collect(t.geom3857)), ${halfPixel}, true) AS shape ${tileColumns(source, tile.z)}
          ${source.fromMap(...rows)} GROUP BY ${sql.join(names.map(name => sql.ref(`t.${name}`)))}`
    : sql`SELECT t.id, ${tile.z < layer.maxZoom ? sql`ST_Simplify(t.geom3857, ${halfPixel}, true)` : sql`t.geom3857`} AS shape ${tileColumns(source, tile.z)}
          ${source.fromMap(...rows)}`
  const shapeRows = sql<{ mvt: Buffer }>`
    SELECT ST_AsMVT(f, ${layer.id}, ${extent}, 'geom' ${joined ? sql`` : sql`, 'id'`}) AS mvt FROM (
      SELECT ${joined ? sql`` : sql`s.id,`} ST_AsMVTGeom(s.shape, ${envelope(tile)}, ${extent}, ${buffer}, true) AS geom
             ${sql.join([sql``, ...names.map(name => sql.ref(`s.${name}`))], sql`, `)}
      FROM (${shapes}) s) f WHERE f.geom IS NOT NULL`
  return storage.labels ? sql`SELECT (${shapeRows}) || coalesce((${labelRows(source, tile, rows)}), '') AS mvt` : shapeRows
}

/** One point inside each shape, in the only tile that holds it. */
function labelRows(source: Source, tile: Tile, rows: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`
    SELECT ST_AsMVT(f, ${`${source.layer.id}_labels`}, ${extent}, 'geom', 'id') FROM (
      SELECT t.id, ST_AsMVTGeom(ST_PointOnSurface(t.geom3857), ${envelope(tile)}, ${extent}, 0, true) AS geom ${tileColumns(source, tile.z)}
      ${source.fromMap(...rows, sql`ST_PointOnSurface(t.geom3857) && ${envelope(tile)}`)}) f WHERE f.geom IS NOT NULL`
}

/** Properties that tiles of this zoom carry. Only open ones can be declared so. */
export const tileProperties = ({ layer, disclosure }: Pick<Source, 'layer' | 'disclosure'>, z: number): string[] =>
  disclosure.properties.filter(name => (layer.properties[name]!.tile ?? Infinity) <= z)

function tileColumns(source: Source, z: number): RawBuilder<unknown> {
  return sql.join([sql``, ...tileProperties(source, z).map(name => isInstant(source.layer.properties[name]!)
    ? sql`extract(epoch FROM ${source.column(name)})::bigint AS ${sql.ref(name)}`
    : sql`${source.column(name)} AS ${sql.ref(name)}`)], sql`, `)
}
