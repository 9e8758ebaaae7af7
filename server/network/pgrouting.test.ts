import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cityDatabase, emptyDatabase, type TestDatabase } from '../../tests/database.ts'
import { writeArcs } from '../../tests/pgrouting.ts'
import { random as seeded } from '../../tests/seeded.ts'
import { ensurePackages } from '../boot/packages.ts'
import { importFile } from '../import/import-file.ts'
import { readNetwork } from './read-roads.ts'
import type { RoadNetwork } from './road-network.ts'
import { Search } from './search.ts'
import { pacesOf, type Profile } from './speeds.ts'

const shared = (name: string) => fileURLToPath(new URL(`../../../shared/data/osm/${name}`, import.meta.url))
const car: Profile = { kind: 'car', siren: true, hour: 8 }

/** Seconds by our search between 1,000 random pairs of states, and by pgr_dijkstraCost over the same arcs in a table. */
async function compare(database: TestDatabase, network: RoadNetwork): Promise<{ ours: number[], theirs: number[] }> {
  await writeArcs(database, network, car)
  const random = seeded(1_000), pick = () => Math.floor(random() * network.stateCount)
  const pairs = Array.from({ length: 1_000 }, () => ({ source: pick(), target: pick() }))
  const { rows } = await sql<{ source: number, target: number, cost: number }>`
    SELECT start_vid AS source, end_vid AS target, agg_cost AS cost FROM pgr_dijkstraCost('SELECT id, source, target, cost FROM arc',
      ${`SELECT * FROM (VALUES ${pairs.map(({ source, target }) => `(${source}, ${target})`).join(', ')}) AS pair (source, target)`})`.execute(database.db)
  const known = new Map(rows.map(({ source, target, cost }) => [`${source} ${target}`, cost]))
  const search = new Search(network.stateCount), paces = pacesOf(network.speeds, car)
  return {
    theirs: pairs.map(({ source, target }) => source === target ? 0 : known.get(`${source} ${target}`) ?? Infinity),
    ours: pairs.map(({ source, target }) => {
      search.begin(1)
      search.seed(source, 0)
      search.attach(0, target, 0)
      search.run(network.out, paces, 1, {})
      return search.secondsTo(0)
    }),
  }
}

async function expectAgreement(database: TestDatabase, largestUnreachable: number): Promise<void> {
  const network = await readNetwork(database.url)
  const { ours, theirs } = await compare(database, network)
  expect(ours.map(seconds => seconds === Infinity)).toEqual(theirs.map(seconds => seconds === Infinity))
  const worst = Math.max(...ours.map((seconds, i) => seconds === Infinity || theirs[i] === 0 ? Math.abs((seconds === theirs[i] ? 0 : seconds)) : Math.abs(seconds / theirs[i]! - 1)))
  expect(worst).toBeLessThan(1e-6)
  const reached = ours.filter(seconds => seconds < Infinity).length
  expect(1_000 - reached).toBeLessThan(largestUnreachable)
  console.log(`${network.nodeCount} nodes, ${network.edgeCount} edges, ${network.banCount} turn bans: ${reached} of 1000 pairs reachable, largest relative difference ${worst.toExponential(1)}`)
}

describe('road times equal those of pgRouting', () => {
  beforeAll(() => { ensurePackages('postgresql-15-pgrouting') })
  let database: TestDatabase
  afterAll(async () => { await database?.drop() })

  it('in the demonstration city', async () => {
    database = await cityDatabase()
    await expectAgreement(database, 700)
  })

  for (const [file, city, zone] of [
    ['porto_alegre.osm.pbf', '阿雷格里港|Porto Alegre', 'America/Sao_Paulo'], ['andorra.osm.pbf', '安道尔|Andorra', 'Europe/Andorra'],
    ['shanghai_peoples_square.osm.gz', '上海|Shanghai', 'Asia/Shanghai'],
  ] as const) {
    const present = existsSync(shared(file))
    if (!present) console.log(`skipped: ${file} is not beside this checkout (../shared/data/osm)`)
    it.skipIf(!present)(`in ${city.split('|')[1]}, from OpenStreetMap`, async () => {
      await database.drop()
      database = await emptyDatabase()
      await importFile(database.url, { layer: 'roads', file: shared(file), dryRun: false, maxBad: 5, newCity: city, timeZone: zone, report: join(tmpdir(), `network-${process.pid}.csv`) } as never, new AbortController().signal)
      await expectAgreement(database, 999)
    }, 120_000)
  }
})
