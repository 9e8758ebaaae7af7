import { sql } from 'kysely'
import { cellToChildren, cellToParent } from 'h3-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellOf } from '../../layers/h3.ts'
import { cityDatabase, type TestDatabase } from '../../tests/database.ts'
import { readResidents, shareResidents } from './residents.ts'
import { readStudyArea } from './study-area.ts'

const parent = '8841aa5a27fffff', [first, second, third] = cellToChildren(parent, 9)

describe('residents of a cell', () => {
  it('are shared out by homes below resolution 8, and unknown where fewer than 30', () => {
    expect([...shareResidents([{ cell: parent, n: 200 }], [first!, second!, third!], [60, 30, 10], 9)]).toEqual([120, 60, 0])
    expect([...shareResidents([{ cell: parent, n: 200 }], [first!, second!], [0, 0], 9)]).toEqual([100, 100])
    expect([...shareResidents([], [first!], [5], 9)]).toEqual([0])
  })

  it('are sums of the published cells above it', () => {
    const above = cellToParent(parent, 7)
    expect([...shareResidents([{ cell: parent, n: 200 }, { cell: cellToChildren(above, 8).find(cell => cell !== parent)!, n: 50 }], [above], [1], 7)]).toEqual([250])
  })
})

describe('residents of the city', () => {
  let city: TestDatabase
  beforeAll(async () => { city = await cityDatabase() })
  afterAll(() => city.drop())

  it('are those of the cells that no station could take its own from and find a few of another', async () => {
    const whole = await readResidents(city.db), { cell } = whole[0]!
    const { rows: [station] } = await sql<{ id: number, other: number, n: number }>`
      SELECT station_id AS id, (SELECT min(id) FROM division WHERE kind = 'station' AND id <> station_id) AS other, sum(residents)::integer AS n
      FROM population WHERE to_hex(h3_parent(cell, 8)) = ${cell} GROUP BY 1 ORDER BY 3 DESC LIMIT 1`.execute(city.db)
    const { rows: [at] } = await sql<{ x: number, y: number }>`SELECT ST_X(geom) AS x, ST_Y(geom) AS y FROM population WHERE to_hex(h3_parent(cell, 8)) = ${cell} LIMIT 1`.execute(city.db)
    const { rows: [others] } = await sql<{ n: number }>`SELECT count(*)::integer AS n FROM population WHERE station_id = ${station!.other} AND to_hex(h3_parent(cell, 8)) = ${cell}`.execute(city.db)
    expect(others!.n).toBe(0)
    await sql`INSERT INTO population (residents, surveyed_at, station_id, geom, cell)
      VALUES (4, now(), ${station!.other}, ST_SetSRID(ST_MakePoint(${at!.x}, ${at!.y}), 4326), ${cellOf(at!.x, at!.y)}::bigint)`.execute(city.db)
    expect(await readResidents(city.db)).toEqual(whole.filter(each => each.cell !== cell))
    await sql`DELETE FROM population WHERE residents = 4 AND address_id IS NULL`.execute(city.db)
  })

  it('add up at every resolution to no more than is published, and come near what the register has', async () => {
    const published = (await readResidents(city.db)).reduce((sum, { n }) => sum + n, 0)
    for (const resolution of [7, 8, 9, 10]) {
      const { residents } = await readStudyArea(city.db, resolution), sum = residents.reduce((total, n) => total + n, 0)
      expect(sum).toBeLessThanOrEqual(published + 1e-6)
      expect(sum / published).toBeGreaterThan(resolution === 10 ? 0.5 : 0.9)
      expect(residents.some(n => n > 0 && n < 30)).toBe(false)
    }
    const { cells, residents } = await readStudyArea(city.db, 9)
    const { rows } = await sql<{ cell: string, n: number }>`SELECT to_hex(h3_parent(cell, 9)) AS cell, sum(residents)::integer AS n FROM population GROUP BY 1`.execute(city.db)
    const truth = new Map(rows.map(({ cell, n }) => [cell, n])), known = cells.flatMap((cell, i) => residents[i]! > 0 ? [[residents[i]!, truth.get(cell) ?? 0] as const] : [])
    // Shared out by addresses: near, not exact.
    expect(correlation(known)).toBeGreaterThan(0.8)
  })
})

function correlation(pairs: (readonly [number, number])[]): number {
  const mean = (k: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[k], 0) / pairs.length, [x, y] = [mean(0), mean(1)]
  const moment = (f: (a: number, b: number) => number) => pairs.reduce((sum, [a, b]) => sum + f(a - x, b - y), 0)
  return moment((a, b) => a * b) / Math.sqrt(moment(a => a * a) * moment((_, b) => b * b))
}
