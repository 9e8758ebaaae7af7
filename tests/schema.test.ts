import fc from 'fast-check'
import { cellToParent, latLngToCell } from 'h3-js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellFromHex, cellOf } from '../layers/h3.ts'
import { emptyDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase
beforeAll(async () => { database = await emptyDatabase() })
afterAll(() => database.drop())

describe('h3_parent', () => {
  it('agrees with h3-js on 32,000 cases over all resolutions', async () => {
    // A low-discrepancy spread over the globe: no clustering, the same every time.
    const cases = Array.from({ length: 32_000 }, (_, i) => {
      const latitude = Math.asin(2 * ((i * 0.618_033_988_75) % 1) - 1) * 180 / Math.PI
      const longitude = 360 * ((i * 0.754_877_666_2) % 1) - 180
      const fine = i % 16
      const coarse = Math.floor(i / 16) % (fine + 1)
      const cell = latLngToCell(latitude, longitude, fine)
      return { cell: cellFromHex(cell), coarse, parent: cellFromHex(cellToParent(cell, coarse)) }
    })
    const { rows } = await sql<{ wrong: number, tried: number }>`
      SELECT count(*) FILTER (WHERE h3_parent(c.cell, c.coarse) <> c.parent)::integer AS wrong, count(*)::integer AS tried
      FROM json_to_recordset(${JSON.stringify(cases)}::json) AS c(cell bigint, coarse integer, parent bigint)`.execute(database.db)
    expect(rows[0]).toEqual({ wrong: 0, tried: 32_000 })
  })
})

describe('the rollups of incidents', () => {
  const types = ['010101', '010102', '020101', '03']
  // One in five or so lies nowhere.
  const place = fc.option(fc.record({ longitude: fc.double({ min: 118.0, max: 118.05, noNaN: true }), latitude: fc.double({ min: 24.4, max: 24.45, noNaN: true }) }))
  const rowOf = fc.record({ at: fc.integer({ min: 0, max: 70 * 24 }), place, taken: fc.constantFrom(...types), resolved: fc.option(fc.constantFrom(...types)), station: fc.option(fc.constantFrom(1, 2)) })
  const step = fc.oneof(
    fc.record({ do: fc.constant('insert' as const), rows: fc.array(rowOf, { minLength: 1, maxLength: 20 }) }),
    fc.record({ do: fc.constant('delete' as const), modulus: fc.integer({ min: 2, max: 5 }) }),
    // Moves rows to other days (and so partitions), cells, categories and stations.
    fc.record({ do: fc.constant('update' as const), modulus: fc.integer({ min: 1, max: 4 }), to: rowOf }),
  )
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
  type Row = typeof rowOf extends fc.Arbitrary<infer R> ? R : never

  beforeAll(async () => {
    for (const code of types) await sql`INSERT INTO incident_type (code, name, name_en) VALUES (${code}, ${code}, ${code})`.execute(database.db)
    await sql`INSERT INTO division (id, kind, name, path, geom, cell)
      SELECT i, 'station', 's' || i, i::text::ltree, ST_Multi(ST_MakeEnvelope(118, 24, 119, 25, 4326)), ${cellOf(118, 24)}::bigint FROM generate_series(1, 2) i`.execute(database.db)
    await sql`SELECT ensure_incident_partitions('2025-12-31', '2026-04-01')`.execute(database.db)
  })

  it('equal a recount after any inserts, updates, moves and deletes', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async steps => {
      await sql`TRUNCATE incident`.execute(database.db)
      for (const each of steps) await apply(each)
      for (const grain of ['day', 'month']) expect(await differences(grain), grain).toEqual([])
    }), { numRuns: 40, seed: 20261122 })
  })

  /** Rows of a rollup that a plain recount doesn't have, and the other way round. */
  async function differences(grain: string): Promise<unknown[]> {
    const rollup = sql`SELECT resolution, category, ${sql.ref(grain)} AS start, cell, station_id, n FROM ${sql.table(`incident_${grain}`)}`
    const recount = sql`SELECT r.resolution, k.category, date_trunc(${grain}, i.local_day)::date AS start, coalesce(h3_parent(i.cell, r.resolution), 0) AS cell, coalesce(i.station_id, 0) AS station_id, count(*)::integer AS n
      FROM incident i CROSS JOIN (VALUES (7::smallint), (9::smallint)) r(resolution) CROSS JOIN LATERAL (VALUES (''), (left(i.code, 4))) k(category) GROUP BY 1, 2, 3, 4, 5`
    return (await sql`(${rollup} EXCEPT ${recount}) UNION ALL (${recount} EXCEPT ${rollup})`.execute(database.db)).rows
  }

  async function apply(each: Step): Promise<void> {
    if (each.do === 'insert') for (const row of each.rows) await insert(row)
    else if (each.do === 'delete') await sql`DELETE FROM incident WHERE id % ${each.modulus} = 0`.execute(database.db)
    else {
      const { at, place, taken, resolved, station } = each.to
      await sql`UPDATE incident SET received_at = ${instant(at)}::timestamptz, local_day = (${instant(at)}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date, taken_code = ${taken}, resolved_code = ${resolved},
        station_id = ${station}, (geom, cell) = (SELECT ${pointAndCell(place)}) WHERE id % ${each.modulus} = 0`.execute(database.db)
    }
  }

  const pointAndCell = (place: Row['place']) => place ? sql`ST_SetSRID(ST_MakePoint(${place.longitude}, ${place.latitude}), 4326), ${cellOf(place.longitude, place.latitude)}::bigint` : sql`NULL::geometry, NULL::bigint`

  const instant = (hours: number) => new Date(Date.UTC(2026, 0, 1, hours)).toISOString()

  const insert = ({ at, place, taken, resolved, station }: Row) => sql`
    INSERT INTO incident (number, received_at, local_day, taken_code, resolved_code, station_id, geom, cell)
    VALUES ('x', ${instant(at)}::timestamptz, (${instant(at)}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date, ${taken}, ${resolved}, ${station},
      ${pointAndCell(place)})`.execute(database.db)
})

describe('revisions', () => {
  it('are bumped and announced by the transaction that writes, and by no other', async () => {
    const before = await revision()
    await sql`UPDATE incident_type SET name = name WHERE false`.execute(database.db)
    expect(await revision()).toBe(before + 1)
    await database.db.transaction().execute(async trx => {
      await sql`UPDATE incident_type SET name = name WHERE false`.execute(trx)
      throw new Error('undone')
    }).catch(() => {})
    expect(await revision()).toBe(before + 1)
  })

  const revision = async () => (await sql<{ revision: number }>`SELECT revision FROM layer_revision WHERE layer = 'incidents'`.execute(database.db)).rows[0]!.revision
})

describe('the audit log', () => {
  it('chains its entries and refuses any change', async () => {
    const add = (subject: string) => sql`INSERT INTO audit (account_id, action, subject) VALUES (NULL, 'test', ${subject})`.execute(database.db)
    await add('first')
    await add('second')
    const { rows } = await sql<{ linked: boolean }>`SELECT b.previous = a.hash AS linked FROM audit a JOIN audit b ON b.id = a.id + 1`.execute(database.db)
    expect(rows).toEqual([{ linked: true }])
    await expect(sql`UPDATE audit SET subject = 'other'`.execute(database.db)).rejects.toThrow('append-only')
    await expect(sql`DELETE FROM audit`.execute(database.db)).rejects.toThrow('append-only')
  })
})
