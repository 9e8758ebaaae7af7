import type { ClientBase } from 'pg'
import type { Area } from './plan.ts'
import { ImportRefused } from './refusal.ts'

export interface City {
  name: string
  name_en: string
  time_zone: string
  view: { longitude: number, latitude: number, zoom: number }
  /** West, south, east, north in degrees. */
  extent: [number, number, number, number]
}

export interface NewCity { name: string, name_en: string, time_zone: string }

/** What the installation calls its city; undefined in an empty database. */
export async function currentCity(client: ClientBase): Promise<City | undefined> {
  const { rows } = await client.query<{ value: City }>(`SELECT value FROM setting WHERE key = 'city'`)
  return rows[0]?.value
}

/** A city's extent with half of it, at least half a degree, around: what an import may reach without a word. */
export function around([west, south, east, north]: Area): Area {
  const x = Math.max(0.5, (east - west) / 2), y = Math.max(0.5, (north - south) / 2)
  return [Math.max(-180, west - x), Math.max(-90, south - y), Math.min(180, east + x), Math.min(90, north + y)].map(value => Number(value.toFixed(4))) as unknown as Area
}

/**
 * Make the city of the map the one that the staged rows lie in. Its extent is that of all but the outermost thousandth on
 * each side, with a tenth around, so that one stray point doesn't make the map a continent.
 */
export async function saveCity(client: ClientBase, city: NewCity): Promise<City> {
  const { rows: [found] } = await client.query<{ west: number, south: number, east: number, north: number, n: number, x: number, y: number }>(`
    SELECT count(*) AS n,
           percentile_disc(0.001) WITHIN GROUP (ORDER BY ST_XMin(geom)) AS west, percentile_disc(0.001) WITHIN GROUP (ORDER BY ST_YMin(geom)) AS south,
           percentile_disc(0.999) WITHIN GROUP (ORDER BY ST_XMax(geom)) AS east, percentile_disc(0.999) WITHIN GROUP (ORDER BY ST_YMax(geom)) AS north,
           percentile_disc(0.5) WITHIN GROUP (ORDER BY (ST_XMin(geom) + ST_XMax(geom)) / 2) AS x, percentile_disc(0.5) WITHIN GROUP (ORDER BY (ST_YMin(geom) + ST_YMax(geom)) / 2) AS y
    FROM staged WHERE geom IS NOT NULL`)
  if (!found || found.n === 0) throw new ImportRefused('a new city needs rows to tell where it is, and none with coordinates are left')
  const margin = (low: number, high: number) => Math.max(0.01, (high - low) / 10)
  const x = margin(found.west, found.east), y = margin(found.south, found.north)
  const round = (value: number) => Number(value.toFixed(4))
  const extent: City['extent'] = [round(found.west - x), round(found.south - y), round(found.east + x), round(found.north + y)]
  // A screen of about 1400 × 900 pixels shows 360° × 1400/512 at zoom 0.
  const across = Math.max((extent[2] - extent[0]) / 1400, (extent[3] - extent[1]) / 900 / Math.cos(found.y * Math.PI / 180))
  const zoom = Math.max(1, Math.min(16, Math.log2(360 / 512 / across)))
  const saved: City = { ...city, view: { longitude: round(found.x), latitude: round(found.y), zoom: Number(zoom.toFixed(1)) }, extent }
  await client.query(`INSERT INTO setting (key, value) VALUES ('city', $1) ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`, [saved])
  return saved
}
