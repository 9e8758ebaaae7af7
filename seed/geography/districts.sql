-- One row a district: its outline repaired, smoothed and sharing every border exactly.
-- $1: [{"number", "outline" (GeoJSON)}]. The drawn outlines are quantised to a hundred metres and need not agree.
WITH drawn AS (
  SELECT (d->>'number')::integer AS number,
         ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_SetSRID(ST_GeomFromGeoJSON(d->'outline'), 4326)), 3)) AS geom
  FROM jsonb_array_elements($1::jsonb) d
), arcs AS (
  -- Each stretch between two corners where districts meet is smoothed once, so both sides keep it in common.
  SELECT ST_ChaikinSmoothing(ST_Simplify((ST_Dump(ST_LineMerge(ST_UnaryUnion(ST_Collect(ST_Boundary(geom)))))).geom, 0.0007), 2, true) AS geom
  FROM drawn
), faces AS (
  SELECT (ST_Dump(ST_Polygonize(noded.geom))).geom
  FROM (SELECT ST_UnaryUnion(ST_Collect(geom), 0.0000001) AS geom FROM arcs) noded
), owned AS (
  -- A face in no district is a gap when it is small (its longest shared border wins) and open sea when it is not.
  SELECT f.geom, coalesce(
    (SELECT number FROM drawn d WHERE ST_Intersects(d.geom, ST_PointOnSurface(f.geom)) ORDER BY number LIMIT 1),
    CASE WHEN ST_Area(f.geom::geography) < 300000 THEN
      (SELECT number FROM drawn d ORDER BY ST_Distance(d.geom, ST_PointOnSurface(f.geom)), number LIMIT 1) END) AS number
  FROM faces f
)
SELECT number, ST_AsGeoJSON(ST_Multi(ST_Union(geom)), 9) AS outline
FROM owned WHERE number IS NOT NULL GROUP BY number ORDER BY number
