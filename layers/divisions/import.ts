import type { ImportRules } from '../../server/import/rules.ts'

/**
 * Parents are named by code, in the same file or in the database; a beat without one belongs to the station that it lies in.
 * Afterwards the whole tree's paths and stations are computed again: it is small.
 */
export const rules: ImportRules = {
  table: 'division',
  jurisdiction: [],
  guesses: {
    name: ['district', 'label', 'title', '辖区名称', '派出所', '警务区'],
    name_en: ['english name', 'name en'],
    code: ['adcode', 'district', 'id', 'objectid', '行政区划代码', '代码', '编码'],
    kind: ['level', 'type', '级别', '类别'],
    parent_code: ['parent', 'parent code', '上级代码'],
  },
  extra: ['parent_code'],
  computed: { path: `coalesce((SELECT d.path FROM division d WHERE d.origin = $origin AND d.origin_key = s.origin_key), '0')::ltree` },
  differs: { parent_code: 's.parent_code IS NOT NULL AND s.parent_code IS DISTINCT FROM (SELECT p.code FROM division p WHERE p.id = t.parent_id)' },
  refuses: {
    parent_code: {
      sql: `s.parent_code IS NOT NULL AND NOT EXISTS (SELECT FROM division d WHERE d.code = s.parent_code)
            AND NOT EXISTS (SELECT FROM staged p WHERE p.code = s.parent_code)`,
      kind: 'unknown parent', reason: 'is the code of no division, here or in the database',
    },
  },
  after: [
    `UPDATE division d SET parent_id = p.id FROM staged s, division p
     WHERE d.origin = $origin AND d.origin_key = s.origin_key AND p.code = s.parent_code AND d.parent_id IS DISTINCT FROM p.id`,
    `UPDATE division d SET parent_id = p.id FROM division p
     WHERE d.origin = $origin AND d.kind = 'beat' AND d.parent_id IS NULL AND p.kind = 'station' AND ST_Covers(p.geom, ST_PointOnSurface(d.geom))`,
    `WITH RECURSIVE tree AS (
       SELECT id, id::text::ltree AS path, CASE WHEN kind = 'station' THEN id END AS station_id FROM division WHERE parent_id IS NULL
       UNION ALL
       SELECT d.id, t.path || d.id::text, CASE WHEN d.kind = 'station' THEN d.id WHEN d.kind = 'beat' THEN t.station_id END
       FROM division d JOIN tree t ON d.parent_id = t.id)
     UPDATE division d SET path = t.path, station_id = t.station_id FROM tree t
     WHERE d.id = t.id AND (d.path, d.station_id) IS DISTINCT FROM (t.path, t.station_id)`,
    `DO $$ BEGIN
       IF EXISTS (SELECT FROM division WHERE path = '0') THEN RAISE EXCEPTION 'the parents of some divisions form a circle'; END IF;
     END $$`,
  ],
}
