import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { readResidents, shareResidents } from './residents.ts'

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
  /** An estimate below resolution 8; 0 where they aren't known or fewer than 30 (residents.ts). */
  residents: Float64Array
}

/** Layers that the study area is made of: it is read anew when one of them changes. */
export const areaLayers = ['addresses', 'roads', 'places', 'population'] as const

/** Read the study area of the whole city. Cost: one pass over addresses, roads and population. */
export async function readStudyArea(db: Database, resolution: number): Promise<StudyArea> {
  const [{ rows: [row] }, published] = await Promise.all([sql<{ cells: string[], stations: number[], metres: number[], places: number[], homes: number[] }>`
    SELECT coalesce(array_agg(to_hex(cell) ORDER BY cell), '{}') AS cells, coalesce(array_agg(station ORDER BY cell), '{}') AS stations,
           coalesce(array_agg(metres ORDER BY cell), '{}') AS metres, coalesce(array_agg(places ORDER BY cell), '{}') AS places,
           coalesce(array_agg(homes ORDER BY cell), '{}') AS homes
    FROM (
      SELECT cell, coalesce((array_agg(station_id ORDER BY n DESC))[1], 0) AS station, sum(metres)::float AS metres, sum(places)::integer AS places, sum(homes)::integer AS homes
      FROM (
        SELECT h3_parent(cell, ${resolution}) AS cell, station_id, count(*) FILTER (WHERE level IN ('number', 'building', 'road')) AS n, 0 AS metres, 0 AS places,
               count(*) FILTER (WHERE level IN ('number', 'building', 'unit', 'room')) AS homes
          FROM address WHERE level IN ('number', 'building', 'road', 'unit', 'room') AND status = 'active' GROUP BY 1, 2
        UNION ALL SELECT h3_parent(cell, ${resolution}), station_id, count(*), sum(length_metres), 0, 0 FROM road GROUP BY 1, 2
        UNION ALL SELECT h3_parent(cell, ${resolution}), station_id, 0, 0, count(*), 0 FROM place GROUP BY 1, 2) things
      GROUP BY cell) cells`.execute(db), readResidents(db)])
  const { cells, stations, metres, places, homes } = row!
  return {
    resolution, cells, station: Int32Array.from(stations), roadMetres: Float64Array.from(metres), places: Int32Array.from(places),
    residents: shareResidents(published, cells, homes, resolution),
  }
}
