import { sql } from 'kysely'
import type { Database } from '../database.ts'

/** Facts about the city on the map: the `city` row of table setting. A city is data, not code. */
export interface City {
  name: string
  name_en: string
  time_zone: string
  view: { longitude: number, latitude: number, zoom: number }
  /** West, south, east, north in degrees. */
  extent: [number, number, number, number]
}

const nowhere: City = {
  name: '未命名城市', name_en: 'Unnamed city', time_zone: 'UTC',
  view: { longitude: 0, latitude: 20, zoom: 2 }, extent: [-180, -85, 180, 85],
}

/** The city; an empty world before anything was seeded or imported. */
export async function readCity(db: Database): Promise<City> {
  const { rows } = await sql<{ value: City }>`SELECT value FROM setting WHERE key = 'city'`.execute(db)
  return rows[0]?.value ?? nowhere
}
