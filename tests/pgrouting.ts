import { sql } from 'kysely'
import type { RoadNetwork } from '../server/network/road-network.ts'
import { pacesOf, type Profile } from '../server/network/speeds.ts'
import type { Database } from '../server/database.ts'

/** Write what a vehicle may drive into a table `arc` as pgRouting reads it: one row a direction, cost in seconds. */
export async function writeArcs({ db }: { db: Database }, network: RoadNetwork, profile: Profile): Promise<number> {
  const paces = pacesOf(network.speeds, profile), { out } = network
  const sources: number[] = [], targets: number[] = [], costs: number[] = []
  for (let state = 0; state < network.stateCount; state++) for (let arc = out.first[state]!; arc < out.first[state + 1]!; arc++) {
    const cost = out.length[arc]! * paces[out.pace[arc]!]!
    if (!(out.code[arc]! & 1) || cost === Infinity) continue
    sources.push(state)
    targets.push(out.end[arc]!)
    costs.push(cost)
  }
  await sql`CREATE EXTENSION IF NOT EXISTS pgrouting`.execute(db)
  await sql`DROP TABLE IF EXISTS arc`.execute(db)
  await sql`CREATE TABLE arc AS SELECT row_number() OVER () AS id, * FROM unnest(${sources}::bigint[], ${targets}::bigint[], ${costs}::float8[]) AS a (source, target, cost)`.execute(db)
  await sql`ALTER TABLE arc ADD COLUMN reverse_cost float8 NOT NULL DEFAULT -1`.execute(db)
  await sql`ANALYZE arc`.execute(db)
  return sources.length
}
