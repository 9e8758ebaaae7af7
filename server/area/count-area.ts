import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database.ts'
import type { Selection } from '../layers/filters.ts'
import type { Source } from '../layers/source.ts'

export interface AreaCount {
  id: string
  /** Rows inside that the caller may count. */
  count: number
  /** Sums of the layer's measures over them. */
  measures?: Record<string, number>
  /** Rows by the values of the layer's first filter. */
  by?: { property: string, values: Record<string, number> }
  /** Rows of other stations are left out: any area could be drawn around a small count. */
  others_omitted: boolean
}

/** Count a layer inside a polygon (WGS 84). Points count by place, lines and polygons when they touch it. */
export async function countArea(db: Database, source: Source, selection: Selection, geometry: string): Promise<AreaCount> {
  const { layer, disclosure } = source
  const measures = Object.keys(layer.measures ?? {})
  const property = Object.keys(layer.filters ?? {})[0]
  const inside = insideArea(geometry)
  const conditions = [inside, ...selection.conditions]
  const { rows } = await sql<{ value: string | null, n: number } & Record<string, number>>`
    SELECT ${property ? topValue(source, property) : sql`NULL`} AS value, count(*)::integer AS n
      ${sql.join([sql``, ...measures.map(name => sql`coalesce(sum(${source.column(name)}), 0)::integer AS ${sql.ref(name)}`)], sql`, `)}
    ${source.fromMap(...conditions)} GROUP BY 1 ORDER BY 2 DESC`.execute(db)
  const sum = (name: string) => rows.reduce((total, row) => total + (row[name] as number), 0)
  return {
    id: layer.id, count: sum('n'),
    ...(measures.length && { measures: Object.fromEntries(measures.map(name => [name, sum(name)])) }),
    ...(property && { by: { property, values: Object.fromEntries(rows.map(({ value, n }) => [value ?? '', n])) } }),
    others_omitted: disclosure.rows !== 'all',
  }
}

const insideArea = (geometry: string): RawBuilder<unknown> => sql`ST_Intersects(t.geom3857, ST_Transform(ST_GeomFromGeoJSON(${geometry}), 3857))`

/** Hierarchical codes count at their top level. */
const topValue = (source: Source, property: string): RawBuilder<unknown> =>
  source.layer.filters![property] === 'prefix' ? sql`left(${source.column(property)}, 2)` : sql`${source.column(property)}::text`

/** @returns area in square metres on the ellipsoid, and what is wrong with the polygon, where something is */
export async function checkArea(db: Database, geometry: string): Promise<{ squareMetres: number, fault: string | null }> {
  const { rows: [row] } = await sql<{ squareMetres: number, fault: string | null }>`
    SELECT ST_Area(g::geography) AS "squareMetres", CASE WHEN ST_IsValid(g) THEN NULL ELSE ST_IsValidReason(g) END AS fault
    FROM ST_GeomFromGeoJSON(${geometry}) g`.execute(db)
  return row!
}
