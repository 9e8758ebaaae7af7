-- One row a face: the pieces into which the lines $2 (GeoJSON MultiLineString) cut the districts $1.
-- All lines are noded together, so neighbours share every vertex; a face lies in one district.
WITH district AS (
  SELECT (d->>'number')::integer AS number, ST_SetSRID(ST_GeomFromGeoJSON(d->>'outline'), 4326) AS geom
  FROM jsonb_array_elements($1::jsonb) d
), faces AS (
  SELECT (ST_Dump(ST_Polygonize(noded.geom))).geom
  FROM (
    SELECT ST_UnaryUnion(ST_Collect(lines.geom), 0.0000001) AS geom
    FROM (SELECT ST_Boundary(geom) AS geom FROM district
          UNION ALL
          SELECT ST_SetSRID(ST_GeomFromGeoJSON($2), 4326)) lines
  ) noded
)
SELECT f.geom, d.number, ST_X(p.at) AS longitude, ST_Y(p.at) AS latitude
FROM faces f
CROSS JOIN LATERAL (SELECT ST_PointOnSurface(f.geom) AS at) p
JOIN district d ON ST_Intersects(d.geom, p.at)
ORDER BY longitude, latitude
