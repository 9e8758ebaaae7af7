import type { Storage } from '../../server/layers/stored.ts'

export const storage: Storage = {
  table: 'unit_on_map',
  moving: true,
  search: `
    SELECT u.id AS ref, u.callsign AS label, coalesce(s.name, '') AS detail, 2 AS weight, false AS fine, u.station_id,
           ST_X(u.geom) AS longitude, ST_Y(u.geom) AS latitude
    FROM unit_on_map u LEFT JOIN division s ON s.id = u.station_id`,
}
