import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../../tests/database.ts'
import { importFile, type Outcome } from './import-file.ts'
import type { ImportOptions } from './options.ts'

const data = (name: string) => fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url))
const mapping = (name: string) => fileURLToPath(new URL(`./mappings/${name}.json`, import.meta.url))
const present = existsSync(data('README.md'))
if (!present) console.log('skipped: the real data sets are not beside this checkout (../shared/data)')

describe.skipIf(!present)('real data', () => {
  let database: TestDatabase
  beforeAll(async () => { database = await emptyDatabase() })
  afterAll(async () => { await database.drop() })
  const load = (layer: string, file: string, options: Partial<ImportOptions> = {}): Promise<Outcome> =>
    importFile(database.url, { layer, file: data(file), dryRun: false, maxBad: 5, report: join(tmpdir(), `import-real-${process.pid}.csv`), ...options }, new AbortController().signal)
  const one = async <T>(query: string): Promise<T> => (await sql.raw<T>(query).execute(database.db)).rows[0]!

  it('Houston: every row is stored or refused for a reason, and the day counts agree', async () => {
    const outcome = await load('incidents', 'incidents/houston_2010_jan_jun.csv.gz', { mapping: mapping('houston-incidents') })
    expect(outcome).toMatchObject({ read: 64_062, inserted: 63_897, unmapped: 2, city: { name: '休斯敦', time_zone: 'America/Chicago' } })
    expect(Object.fromEntries(outcome.refused)).toEqual({ 'outside the area': 165 })
    expect(Object.fromEntries(outcome.doubted)).toEqual({ 'hour disagrees': 9 })
    expect(await one(`SELECT (SELECT count(*)::integer FROM incident) AS rows, (SELECT sum(n)::integer FROM incident_day WHERE resolution = 7 AND category <> '') AS coarse, (SELECT sum(n)::integer FROM incident_day WHERE resolution = 9 AND category = '') AS fine`))
      .toEqual({ rows: 63_897, coarse: 63_897, fine: 63_897 })
    expect(await load('incidents', 'incidents/houston_2010_jan_jun.csv.gz', { mapping: mapping('houston-incidents') })).toMatchObject({ inserted: 0, updated: 0, unchanged: 63_897 })
  })

  it('Portland: districts answer for the calls in them, and types are made as they come', async () => {
    await load('divisions', 'divisions/portland_police_districts.geojson', { mapping: mapping('portland-districts'), newCity: '' })
    const outcome = await load('incidents', 'incidents/portland_calls_2016_08.csv.gz', { mapping: mapping('portland-calls') })
    expect(outcome).toMatchObject({ read: 19_376, inserted: 19_375 })
    expect(await one(`SELECT count(station_id)::integer AS n FROM incident WHERE origin = 'portland-calls'`)).toEqual({ n: 19_296 })
  })

  it('Porto Alegre: PBF roads, one row an edge', async () => {
    expect(await load('roads', 'osm/porto_alegre.osm.pbf', { newCity: '阿雷格里港|Porto Alegre', timeZone: 'America/Sao_Paulo' })).toMatchObject({ inserted: 28_730 })
    // The same 15,668 ways of road classes as GDAL finds.
    expect(await one(`SELECT count(DISTINCT split_part(origin_key, '/', 1))::integer AS ways, count(DISTINCT origin_key)::integer AS edges FROM road`)).toEqual({ ways: 15_668, edges: 28_730 })
  })

  it('Shanghai: XML roads with Chinese names, streets sent there and back once', async () => {
    expect(await load('roads', 'osm/shanghai_peoples_square.osm.gz', { newCity: '上海|Shanghai', timeZone: 'Asia/Shanghai' })).toMatchObject({ inserted: 1_010 })
    expect(await one(`SELECT count(*)::integer AS n FROM road WHERE name LIKE '%南京西路%'`)).not.toEqual({ n: 0 })
  })

  it('Xiamen: district outlines move from GCJ-02', async () => {
    expect(await load('divisions', 'divisions/xiamen_350200_gcj02.json', { mapping: mapping('datav-districts'), newCity: '厦门|Xiamen', timeZone: 'Asia/Shanghai' })).toMatchObject({ inserted: 6 })
    expect(await one(`SELECT bool_and(ST_IsValid(geom)) AS valid, count(*)::integer AS n FROM division WHERE kind = 'district'`)).toEqual({ valid: true, n: 6 })
  })
})
