import type { Geometry } from 'geojson'
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database.ts'
import type { Source } from '../layers/source.ts'

export interface Feature {
  type: 'Feature'
  id: number
  /** Null for what has no coordinates. */
  geometry: Geometry | null
  properties: Record<string, unknown>
}

/** The features that a caller may read, by id from `after` on, open properties only, geometry in WGS 84. */
export async function selectFeatures(db: Database, source: Source, conditions: readonly RawBuilder<unknown>[], page: { after: number, limit: number }): Promise<Feature[]> {
  const names = source.disclosure.properties
  const { rows } = await sql<{ id: number, geometry: string | null }>`
    SELECT t.id, ST_AsGeoJSON(t.geom, 7) AS geometry, ${sql.join(names.map(name => source.column(name)))}
    ${source.from(sql`t.id > ${page.after}`, ...conditions)} ORDER BY t.id LIMIT ${page.limit}`.execute(db)
  return rows.map(({ id, geometry, ...properties }) => ({ type: 'Feature', id, geometry: geometry === null ? null : JSON.parse(geometry) as Geometry, properties }))
}

/** How many there are. */
export async function countFeatures(db: Database, source: Source, conditions: readonly RawBuilder<unknown>[]): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`SELECT count(*)::integer AS n ${source.from(...conditions)}`.execute(db)
  return row!.n
}

/** How far what the caller may read reaches, in degrees and in time. Reads every row. */
export async function extentOf(db: Database, source: Source): Promise<{ box: [number, number, number, number] | null, from: Date | null, to: Date | null }> {
  const time = source.layer.time ? source.column(source.layer.time) : sql`NULL::timestamptz`
  const { rows: [row] } = await sql<{ w: number | null, s: number, e: number, n: number, from: Date | null, to: Date | null }>`
    SELECT ST_XMin(b) AS w, ST_YMin(b) AS s, ST_XMax(b) AS e, ST_YMax(b) AS n, "from", "to" FROM (
      SELECT ST_Extent(t.geom) AS b, min(${time}) AS "from", max(${time}) AS "to" ${source.from()}) x`.execute(db)
  return { box: row!.w === null ? null : [row!.w, row!.s, row!.e, row!.n], from: row!.from, to: row!.to }
}
