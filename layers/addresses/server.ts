import type { Storage } from '../../server/layers/stored.ts'

export const storage: Storage = {
  table: 'address',
  onMap: 'status = \'active\' AND level IN (\'number\', \'building\')',
  // Divisions are found as divisions; here from the road or estate down. The label leaves out province and city,
  // which every row shares and nobody types.
  search: `
    SELECT a.id AS ref,
           coalesce(a.parts->>'road', '') || coalesce(a.parts->>'number', '') || coalesce(a.parts->>'building', '')
             || coalesce(a.parts->>'unit', '') || coalesce(a.parts->>'room', '') AS label,
           coalesce(a.parts->>'district', '') || coalesce(a.parts->>'street', '') || coalesce(a.parts->>'community', '') AS detail,
           CASE a.level WHEN 'road' THEN 2 WHEN 'number' THEN 3 WHEN 'building' THEN 3 WHEN 'unit' THEN 5 ELSE 6 END AS weight,
           a.level IN ('unit', 'room') AS fine, a.station_id, ST_X(a.geom) AS longitude, ST_Y(a.geom) AS latitude
    FROM address a
    WHERE a.status = 'active' AND a.level IN ('road', 'number', 'building', 'unit', 'room')`,
}
