-- The published duty on the map: who should stand where now.
ALTER TABLE duty_post
  ADD COLUMN cell bigint CHECK (h3_resolution(cell) = 12),           -- null: published before there was this layer
  ADD COLUMN geom3857 geometry(Point, 3857) GENERATED ALWAYS AS (ST_Transform(geom, 3857)) STORED,
  ADD COLUMN told text;                                              -- how open maps were last told that it stands; null: not on the map
CREATE INDEX ON duty_post USING gist (geom3857);
CREATE INDEX ON duty_post (id) WHERE told IS NOT NULL;
SELECT announce_changes('duty_post', 'duty_posts');

-- One row a place where units stand by a plan that holds this very moment. There is who has a fix of the last half hour within 300 m.
CREATE VIEW duty_post_on_map AS
SELECT post.*,
       CASE WHEN there >= units THEN 'manned' WHEN there > 0 THEN 'partly' WHEN named = 0 THEN 'unnamed' WHEN on_call > 0 THEN 'on_call' ELSE 'empty' END AS state
FROM (
  SELECT min(d.id) AS id, d.plan_id, p.name AS plan, d.site, d.name, p.force, d.shift, d.from_at, d.to_at, d.geom, d.geom3857, d.cell, p.published_at AS updated_at,
         count(*)::integer AS units, count(d.unit_id)::integer AS named,
         count(*) FILTER (WHERE u.near)::integer AS there, count(*) FILTER (WHERE NOT coalesce(u.near, false) AND s.meaning IN ('enroute', 'on_scene'))::integer AS on_call,
         string_agg(coalesce(n.callsign, '#' || d.unit_id), '、' ORDER BY d.id) AS callsigns
  FROM duty_post d
  JOIN deployment_plan p ON p.id = d.plan_id AND p.status <> 'draft'
  LEFT JOIN unit n ON n.id = d.unit_id
  LEFT JOIN unit_status s ON s.code = n.status
  LEFT JOIN LATERAL (
    SELECT m.fix_at > now() - interval '30 minutes' AND ST_DWithin(m.geom::geography, d.geom::geography, 300) AS near
    FROM unit_on_map m WHERE m.id = d.unit_id) u ON true
  WHERE d.from_at <= now() AND d.to_at > now()
  GROUP BY d.plan_id, p.name, d.site, d.name, p.force, d.shift, d.from_at, d.to_at, d.geom, d.geom3857, d.cell, p.published_at) post;
