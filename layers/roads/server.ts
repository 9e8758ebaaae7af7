import type { Storage } from '../../server/layers/stored.ts'

export const storage: Storage = {
  table: 'road',
  thin: [
    [14, 'class NOT IN (\'service\', \'path\')'],
    [13, 'class NOT IN (\'service\', \'path\', \'residential\')'],
    [12, 'class IN (\'motorway\', \'trunk\', \'primary\', \'secondary\')'],
    [10, 'class IN (\'motorway\', \'trunk\', \'primary\')'],
    [8, 'class IN (\'motorway\', \'trunk\')'],
  ],
  joinBelow: 15,
  // A street is many segments: one entry a name and neighbourhood, at the segment nearest its middle.
  search: `
    SELECT DISTINCT ON (r.name, h3_parent(r.cell, 6)) r.id AS ref, r.name AS label, '' AS detail, 2 AS weight, false AS fine,
           r.station_id, ST_X(ST_LineInterpolatePoint(r.geom, 0.5)) AS longitude, ST_Y(ST_LineInterpolatePoint(r.geom, 0.5)) AS latitude
    FROM road r WHERE r.name IS NOT NULL
    ORDER BY r.name, h3_parent(r.cell, 6), r.length_metres DESC`,
}
