import type { Storage } from '../../server/layers/stored.ts'

export const storage: Storage = {
  table: 'facility',
  search: `
    SELECT f.id AS ref, f.name AS label, '' AS detail, CASE f.kind WHEN 'station' THEN 1 ELSE 4 END AS weight, false AS fine,
           f.station_id, ST_X(f.geom) AS longitude, ST_Y(f.geom) AS latitude
    FROM facility f WHERE f.kind NOT IN ('camera', 'hydrant')`,
}
