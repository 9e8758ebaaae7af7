import type { ClientBase } from 'pg'
import type { SourceTurnBan } from './readers/source.ts'

/**
 * Replace the turn bans of an origin by those of its file, where they differ, in the caller's transaction. A road is the row of
 * that origin whose key begins as the ban says and that begins or ends at its place. Where two do (a way that runs through the
 * place), nobody knows which was meant: that ban is left out.
 *
 * @returns how many turns are banned now
 */
export async function saveTurnBans(client: ClientBase, origin: string, bans: readonly SourceTurnBan[]): Promise<number> {
  await client.query(`CREATE TEMPORARY TABLE given_ban ON COMMIT DROP AS
    WITH road_end AS (SELECT id, split_part(origin_key, '/', 1) AS way, ST_StartPoint(geom) AS first, ST_EndPoint(geom) AS last FROM road WHERE origin = $1),
    ban AS (SELECT *, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326) AS via
            FROM json_to_recordset($2::json) AS b (key text, kind text, "from" text, "to" text, longitude float8, latitude float8))
    SELECT b.kind, min(f.id) AS from_road, min(t.id) AS to_road, b.via, b.key AS origin_key
    FROM ban b
    JOIN road_end f ON f.way = b."from" AND (ST_DWithin(f.first, b.via, 1e-7) OR ST_DWithin(f.last, b.via, 1e-7))
    JOIN road_end t ON t.way = b."to" AND (ST_DWithin(t.first, b.via, 1e-7) OR ST_DWithin(t.last, b.via, 1e-7))
    GROUP BY b.kind, b.key, b."from", b."to", b.via HAVING count(*) = 1`, [origin, JSON.stringify(bans)])
  const { rows: [known] } = await client.query<{ differs: boolean, count: number }>(`
    WITH stored AS (SELECT kind, from_road, to_road, ST_AsBinary(via) AS via, origin_key FROM turn_ban WHERE origin = $1),
         given AS (SELECT kind, from_road, to_road, ST_AsBinary(via) AS via, origin_key FROM given_ban)
    SELECT EXISTS (TABLE stored EXCEPT TABLE given) OR EXISTS (TABLE given EXCEPT TABLE stored) AS differs, (SELECT count(*) FROM given)::integer AS count`, [origin])
  if (known!.differs) {
    await client.query('DELETE FROM turn_ban WHERE origin = $1', [origin])
    await client.query('INSERT INTO turn_ban (kind, from_road, to_road, via, origin, origin_key) SELECT kind, from_road, to_road, via, $1, origin_key FROM given_ban ORDER BY from_road, to_road', [origin])
  }
  return known!.count
}
