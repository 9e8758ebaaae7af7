import { sql } from 'kysely'
import { createClient } from 'redis'
import { ensurePackages } from '../server/boot/packages.ts'
import { metresBetween } from '../server/positions/distance.ts'
import { Units } from '../server/positions/units.ts'
import { writeFixes } from '../server/positions/write-fixes.ts'
import { freePort } from '../tests/free-port.ts'
import { addUnits } from '../tests/position-load.ts'
import { runProgram } from '../tests/run-program.ts'
import { quantile, type Context, type Line } from './context.ts'
import { scratchDatabase } from './scratch.ts'

type Point = [longitude: number, latitude: number]

const unitCount = 10_000
const limit = 5
const micro = (milliseconds: number): string => `${(milliseconds * 1000).toFixed(1)} µs`

/** The nearest 5 of 10,000 units: in process, by PostGIS' index, by Redis; the same points, the same questions. */
export async function bench({ databaseUrl, random }: Context): Promise<Line[]> {
  ensurePackages('redis-server')
  // A third downtown, the rest over the city.
  const point = (): Point => random() < 0.3 ? [118.09 + 0.02 * (random() - 0.5), 24.46 + 0.02 * (random() - 0.5)] : [118.1 + 0.4 * (random() - 0.5), 24.55 + 0.35 * (random() - 0.5)]
  const points = Array.from({ length: unitCount }, point), asked = Array.from({ length: 2_000 }, point)
  const scratch = await scratchDatabase(databaseUrl, 'bench_nearest')
  const units = await fill(scratch.db, points)

  for (const [longitude, latitude] of asked.slice(0, 200)) {
    const expected = points.map((each, i) => ({ id: i + 1, metres: metresBetween(longitude, latitude, ...each) })).sort((a, b) => a.metres - b.metres || a.id - b.id).slice(0, limit)
    const found = units.nearest(longitude, latitude, limit).map(({ unit, metres }) => ({ id: unit.id, metres }))
    if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`the nearest to ${longitude}, ${latitude} are ${JSON.stringify(expected)}, not ${JSON.stringify(found)}`)
  }
  const ours = times(asked, ([longitude, latitude]) => { units.nearest(longitude, latitude, limit) })
  const moves = times(points.concat(points), ([longitude, latitude], i) => { units.move(i % unitCount + 1, { longitude: longitude + 1e-4, latitude, at: Date.now() + i, heading: null, speedKmh: null }) })

  const postgis: number[] = []
  for (const [longitude, latitude] of asked.slice(0, 500)) {
    const start = performance.now()
    await sql`SELECT unit_id FROM unit_position ORDER BY geom3857 <-> ST_Transform(ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326), 3857) LIMIT 5`.execute(scratch.db)
    postgis.push(performance.now() - start)
  }
  const redis = await askRedis(points, asked.slice(0, 500))
  await scratch.drop()
  const line = (name: string, mine: number[], reference: number[], whose: string): Line =>
    ({ name, ours: `${micro(quantile(mine, 0.5))}, p99 ${micro(quantile(mine, 0.99))}`, reference: `${whose} ${micro(quantile(reference, 0.5))}`, ratio: quantile(mine, 0.5) / quantile(reference, 0.5) })
  return [
    line('nearest 5 of 10,000 units (budget 100 µs)', ours, postgis, 'PostGIS <->'),
    line('the same', ours, redis, 'Redis GEOSEARCH'),
    line('a unit moves', moves, ours, 'nearest 5'),
  ]
}

async function fill(db: Context['services']['db'], points: readonly Point[]): Promise<Units> {
  await addUnits(db, points.length)
  const now = Date.now()
  await writeFixes(db, points.map(([longitude, latitude], i) => ({ unitId: i + 1, at: now - 1_000, longitude, latitude, heading: null, speedKmh: null, accuracyMetres: null })))
  await sql`VACUUM ANALYZE unit_position`.execute(db)
  const units = new Units(db)
  await units.reload()
  return units
}

/** Milliseconds of each piece of work, after a warm-up. */
function times<T>(items: readonly T[], work: (item: T, index: number) => void): number[] {
  for (const [i, item] of items.slice(0, 500).entries()) work(item, i)
  return items.map((item, i) => {
    const start = performance.now()
    work(item, i)
    return performance.now() - start
  })
}

async function askRedis(points: readonly Point[], asked: readonly Point[]): Promise<number[]> {
  const port = await freePort()
  const server = await runProgram('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], /Ready to accept connections/)
  const client = createClient({ url: `redis://127.0.0.1:${port}` })
  await client.connect()
  await client.geoAdd('units', points.map(([longitude, latitude], i) => ({ longitude, latitude, member: String(i + 1) })))
  const taken: number[] = []
  for (const [longitude, latitude] of asked) {
    const start = performance.now()
    await client.geoSearch('units', { longitude, latitude }, { radius: 5, unit: 'km' }, { SORT: 'ASC', COUNT: limit })
    taken.push(performance.now() - start)
  }
  client.destroy()
  await server.stop()
  return taken
}
