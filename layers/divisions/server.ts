import type { Storage } from '../../server/layers/stored.ts'

export const storage: Storage = {
  table: 'division',
  labels: true,
  thin: [
    [13, 'kind NOT IN (\'beat\', \'community\')'],
    [10, 'kind IN (\'province\', \'city\', \'district\', \'bureau\', \'branch\')'],
  ],
  search: `
    SELECT d.id AS ref, d.name AS label, coalesce(p.name, '') AS detail, 1 AS weight, false AS fine, d.station_id,
           ST_X(ST_PointOnSurface(d.geom)) AS longitude, ST_Y(ST_PointOnSurface(d.geom)) AS latitude
    FROM division d LEFT JOIN division p ON p.id = d.parent_id`,
}
