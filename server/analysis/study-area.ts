import { sql } from 'kysely'
import type { Database } from '../database.ts'

/**
 * The cells in which something can happen: those with an address or a road. Cells of nothing but hill or water would
 * make every street a hot spot.
 */
export interface StudyArea {
  resolution: number
  /** Hexadecimal. */
  cells: string[]
  /** Of the station with most addresses or roads there; 0 for none. */
  station: Int32Array
  roadMetres: Float64Array
  places: Int32Array
}

/** Read the study area of the whole city. Cost: one pass over addresses and roads. */
export async function readStudyArea(db: Database, resolution: number): Promise<StudyArea> {
  const { rows: [row] } = await sql<{ cells: string[], stations: number[], metres: number[], places: number[] }>`
    SELECT coalesce(array_agg(to_hex(cell) ORDER BY cell), '{}') AS cells, coalesce(array_agg(station ORDER BY cell), '{}') AS stations,
           coalesce(array_agg(metres ORDER BY cell), '{}') AS metres, coalesce(array_agg(places ORDER BY cell), '{}') AS places
    FROM (
      SELECT cell, coalesce((array_agg(station_id ORDER BY n DESC))[1], 0) AS station, sum(metres)::float AS metres, sum(places)::integer AS places
      FROM (
        SELECT h3_parent(cell, ${resolution}) AS cell, station_id, count(*) AS n, 0 AS metres, 0 AS places
          FROM address WHERE level IN ('number', 'building', 'road') AND status = 'active' GROUP BY 1, 2
        UNION ALL SELECT h3_parent(cell, ${resolution}), station_id, count(*), sum(length_metres), 0 FROM road GROUP BY 1, 2
        UNION ALL SELECT h3_parent(cell, ${resolution}), station_id, 0, 0, count(*) FROM place GROUP BY 1, 2) things
      GROUP BY cell) cells`.execute(db)
  return { resolution, cells: row!.cells, station: Int32Array.from(row!.stations), roadMetres: Float64Array.from(row!.metres), places: Int32Array.from(row!.places) }
}
