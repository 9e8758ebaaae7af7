import type { Storage } from '../../server/layers/stored.ts'

export const storage: Storage = {
  table: 'place',
  search: `
    SELECT p.id AS ref, p.name AS label, c.name || coalesce(' · ' || p.address_text, '') AS detail, 2 AS weight, false AS fine,
           p.station_id, ST_X(p.geom) AS longitude, ST_Y(p.geom) AS latitude
    FROM place p JOIN place_category c ON c.code = p.category`,
}
