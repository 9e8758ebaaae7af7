// What GIS people use reads us without a warning, and counts what SQL counts.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from './app.ts'

const run = promisify(execFile)
let test: TestApp
let base: string
let environment: NodeJS.ProcessEnv
const folder = mkdtempSync(join(tmpdir(), 'gdal-'))

beforeAll(async () => {
  test = await startTestApp()
  base = await test.app.listen({ host: '127.0.0.1', port: 0 })
  const ask = await test.as('chief')
  const { token } = (await ask('/api/tokens', { method: 'POST', payload: { label: 'gdal', days: 1 } })).json()
  environment = { ...process.env, GDAL_HTTP_HEADERS: `Authorization: Bearer ${token}`, CPL_DEBUG: 'OFF' }
})
afterAll(async () => {
  await test.stop()
  rmSync(folder, { recursive: true })
})

const count = async (table: string) => (await sql<{ n: number }>`SELECT count(*)::integer AS n FROM ${sql.table(table)}`.execute(test.database.db)).rows[0]!.n

describe('ogrinfo and ogr2ogr', () => {
  it.each([['divisions', 'division'], ['places', 'place'], ['incidents', 'incident'], ['roads', 'road'], ['disputes', 'dispute'], ['population', 'population']])('read every feature of %s', async (id, table) => {
    const { stdout, stderr } = await run('ogrinfo', ['-ro', '-so', `OAPIF:${base}/ogc`, id], { env: environment })
    expect(stderr).toBe('')
    expect(stdout).toContain(`Feature Count: ${await count(table)}`)
    const file = join(folder, `${id}.geojson`)
    const copied = await run('ogr2ogr', ['-f', 'GeoJSON', file, `OAPIF:${base}/ogc`, id], { env: environment })
    expect(copied.stderr).toBe('')
    expect((JSON.parse(readFileSync(file, 'utf8')) as { features: unknown[] }).features).toHaveLength(await count(table))
  })

  it('read a tile', async () => {
    const { rows: [place] } = await sql<{ x: number, y: number, n: number }>`
      WITH tile AS (SELECT floor((ST_X(geom3857) + 20037508.342789244) / s)::integer AS x, floor((20037508.342789244 - ST_Y(geom3857)) / s)::integer AS y
        FROM place, (SELECT 40075016.685578488 / 2 ^ 14 AS s) v ORDER BY id LIMIT 1)
      SELECT x, y, (SELECT count(*)::integer FROM place WHERE geom3857 && ST_TileEnvelope(14, x, y, margin => 64 / 4096.0)) AS n FROM tile`.execute(test.database.db)
    const { stdout, stderr } = await run('ogrinfo', ['-ro', '-so', '-al', `MVT:${base}/tiles/places/14/${place!.x}/${place!.y}.mvt`], { env: environment })
    expect(stderr).toBe('')
    expect(stdout).toContain('Layer name: places')
    expect(stdout).toContain(`Feature Count: ${place!.n}`)
  })
})
