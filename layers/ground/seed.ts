import type { LayerSeed } from '../../seed/layer-seed.ts'
import { polygonHex } from '../../seed/ewkb.ts'
import { toDegrees, type Ring } from '../../seed/plane.ts'

const closed = (ring: Ring) => [...ring, ring[0]!].map(toDegrees)

export const seed: LayerSeed = {
  after: ['divisions'],
  expected: () => 150,
  fill: async ({ city, now, copy, query }) => {
    const { terrain } = city.geography
    const shapes = [
      ...terrain.waters.map(({ name, ring }) => ({ kind: 'water', name, ring })),
      ...terrain.hills.map(({ name, ring }) => ({ kind: 'green', name, ring })),
      ...city.fabric.parks.map(({ name, ring }) => ({ kind: 'green', name, ring })),
    ]
    await query('CREATE TEMP TABLE seed_ground (id integer, kind text, name text, geom geometry) ON COMMIT DROP')
    await copy('seed_ground', ['id', 'kind', 'name', 'geom'], shapes.map(({ kind, name, ring }, i) => [i + 1, kind, name, polygonHex([closed(ring)])]))
    // Land is what has jurisdictions, all of it; bays that they reach across are water on top of it, and green stays dry.
    await query(`
      WITH land AS (SELECT geom FROM division WHERE kind = 'city'),
      repaired AS (SELECT id, kind, name, ST_MakeValid(geom) AS geom FROM seed_ground),
      wet AS (SELECT ST_Union(geom) AS geom FROM repaired WHERE kind = 'water'),
      shape AS (
        SELECT 0 AS id, 'land' AS kind, NULL AS name, geom FROM land
        UNION ALL SELECT id, kind, name, ST_Intersection(g.geom, land.geom) FROM repaired g, land WHERE kind = 'water'
        UNION ALL SELECT id, kind, name, ST_Difference(ST_Intersection(g.geom, land.geom), wet.geom) FROM repaired g, land, wet WHERE kind = 'green')
      INSERT INTO ground (id, kind, name, geom, cell, updated_at)
      SELECT row_number() OVER (ORDER BY s.id), s.kind, s.name, ST_Multi(ST_CollectionExtract(s.geom, 3)), c.cell, $1
      FROM shape s, (SELECT cell FROM division WHERE kind = 'city') c
      WHERE NOT ST_IsEmpty(ST_CollectionExtract(s.geom, 3))`, [now])
  },
}
