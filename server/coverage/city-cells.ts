import { sql } from 'kysely'
import type { Changes } from '../changes.ts'
import type { Database } from '../database.ts'

/**
 * The cells of resolution 9 that matter: those with addresses or roads. Each has an *anchor*, the mean of its addresses (or
 * of its roads' middles where nobody lives): to arrive in a cell means to arrive there.
 */
export interface CityCells {
  /** Hexadecimal. */
  cells: readonly string[]
  /** Degrees, WGS 84. */
  longitude: Float64Array
  latitude: Float64Array
  /** 0 where no station answers for it. */
  station: Int32Array
  stationNames: ReadonlyMap<number, string>
  residents: Float64Array
  /** Incidents of the last 90 days. */
  demand: Float64Array
  /** Indexes of cells that hold a place of a category. */
  places: ReadonlyMap<string, readonly number[]>
}

const demandDays = 90

/** Read them: five aggregates, a second or so for a large city. @param today  local day, YYYY-MM-DD */
export async function readCityCells(db: Database, today: string): Promise<CityCells> {
  const { rows } = await sql<{ cell: string, longitude: number, latitude: number, station_id: number | null, residents: number, demand: number }>`
    WITH lived AS (
      SELECT h3_parent(cell, 9) AS cell, avg(ST_X(geom)) AS longitude, avg(ST_Y(geom)) AS latitude, mode() WITHIN GROUP (ORDER BY station_id) AS station_id
      FROM address WHERE status = 'active' AND level IN ('number', 'building') GROUP BY 1),
    driven AS (
      SELECT h3_parent(r.cell, 9) AS cell, avg(ST_X(m.point)) AS longitude, avg(ST_Y(m.point)) AS latitude, mode() WITHIN GROUP (ORDER BY r.station_id) AS station_id
      FROM road r CROSS JOIN LATERAL (SELECT ST_LineInterpolatePoint(r.geom, 0.5) AS point) m WHERE r.class NOT IN ('path', 'motorway') GROUP BY 1),
    people AS (SELECT h3_parent(cell, 9) AS cell, sum(residents)::float8 AS residents FROM population GROUP BY 1),
    calls AS (SELECT cell, sum(n)::float8 AS demand FROM incident_day WHERE resolution = 9 AND category = '' AND cell <> 0 AND day > ${today}::date - ${demandDays}::integer AND day <= ${today}::date GROUP BY 1)
    SELECT to_hex(cell) AS cell, coalesce(l.longitude, d.longitude) AS longitude, coalesce(l.latitude, d.latitude) AS latitude, coalesce(l.station_id, d.station_id) AS station_id,
           coalesce(p.residents, 0) AS residents, coalesce(c.demand, 0) AS demand
    FROM lived l FULL JOIN driven d USING (cell) LEFT JOIN people p USING (cell) LEFT JOIN calls c USING (cell)
    ORDER BY cell`.execute(db)
  const { rows: held } = await sql<{ category: string, cells: string[] }>`
    SELECT category, array_agg(DISTINCT to_hex(h3_parent(cell, 9))) AS cells FROM place GROUP BY 1`.execute(db)
  const { rows: stations } = await sql<{ id: number, name: string }>`SELECT id, name FROM division WHERE kind = 'station'`.execute(db)
  const index = new Map(rows.map(({ cell }, i) => [cell, i]))
  return {
    cells: rows.map(({ cell }) => cell),
    longitude: Float64Array.from(rows, row => row.longitude), latitude: Float64Array.from(rows, row => row.latitude),
    station: Int32Array.from(rows, row => row.station_id ?? 0), stationNames: new Map(stations.map(({ id, name }) => [id, name])),
    residents: Float64Array.from(rows, row => row.residents), demand: Float64Array.from(rows, row => row.demand),
    places: new Map(held.map(({ category, cells }) => [category, cells.flatMap(cell => index.get(cell) ?? [])])),
  }
}

const madeOf = ['addresses', 'roads', 'places', 'population', 'divisions']

/** The city's cells in memory, one copy for whoever needs them, read anew when what they are made of changes or the day does. */
export class CityCellsStore {
  readonly #db: Database
  readonly #changes: Changes
  #held: { signature: string, cells: Promise<CityCells> } | undefined

  constructor(db: Database, changes: Changes) {
    this.#db = db
    this.#changes = changes
  }

  /** Equal as long as the same cells would be read. @param today  local day, YYYY-MM-DD */
  signature(today: string): string { return [today, ...madeOf.map(layer => this.#changes.revision(layer).revision)].join('.') }

  get(today: string): Promise<CityCells> {
    const signature = this.signature(today)
    if (this.#held?.signature === signature) return this.#held.cells
    const own = this.#held = { signature, cells: readCityCells(this.#db, today) }
    // A reading that failed must not throw away a newer one.
    own.cells.catch(() => { if (this.#held === own) this.#held = undefined })
    return own.cells
  }
}

/** Indexes of cells whose anchor lies in any of the divisions. */
export async function cellsInDivisions(db: Database, { longitude, latitude }: CityCells, divisionIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ i: number }>`
    SELECT DISTINCT (p.i - 1)::integer AS i FROM unnest(${[...longitude]}::float8[], ${[...latitude]}::float8[]) WITH ORDINALITY AS p(longitude, latitude, i)
    JOIN division d ON d.id = ANY(${[...divisionIds]}::integer[]) AND ST_Covers(d.geom, ST_SetSRID(ST_MakePoint(p.longitude, p.latitude), 4326))`.execute(db)
  return new Set(rows.map(({ i }) => i))
}
