import { readFileSync, writeFileSync, mkdtempSync, rmSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cellOf } from '../../layers/h3.ts'
import { emptyDatabase, type TestDatabase } from '../../tests/database.ts'
import { importFile, type Outcome } from './import-file.ts'
import type { ImportOptions } from './options.ts'
import { describeOutcome } from './show.ts'

const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'import-test-'))
const reportFile = join(folder, 'report.csv')
let database: TestDatabase

const load = (layer: string, file: string, options: Partial<ImportOptions> = {}, signal = new AbortController().signal): Promise<Outcome> =>
  importFile(database.url, { layer, file: file.startsWith('/') ? file : fixture(file), dryRun: false, maxBad: 0, report: reportFile, ...options }, signal)
const rows = async <T>(query: string): Promise<T[]> => (await sql.raw<T>(query).execute(database.db)).rows
const written = (name: string, text: string): string => { writeFileSync(join(folder, name), text); return join(folder, name) }
const mappingFile = (mapping: object): string => written('mapping.json', JSON.stringify(mapping))
const reported = () => readFileSync(reportFile, 'utf8').trim().split('\n').slice(1)

beforeAll(async () => { database = await emptyDatabase() })
afterAll(async () => { await database.drop(); rmSync(folder, { recursive: true }) })
beforeEach(async () => {
  rmSync(reportFile, { force: true })
  await rows(`TRUNCATE incident, dispute, population, place, facility, building, road, address, division, setting, incident_type, place_category CASCADE`)
  await rows(`INSERT INTO incident_type (code, name, name_en) VALUES ('01', '刑事', 'Criminal'), ('0101', '盗窃', 'Theft')`)
  await rows(`INSERT INTO place_category (code, name, name_en) VALUES ('hotel', '旅馆', 'Hotel')`)
  await rows(`INSERT INTO setting (key, value) VALUES ('city', '{"name":"厦门","name_en":"Xiamen","time_zone":"Asia/Shanghai","view":{"longitude":118.1,"latitude":24.5,"zoom":11},"extent":[117.9,24.3,118.4,24.9]}')`)
})

describe('an import', () => {
  it('reads full-width digits in times and coordinates, and Chinese headers', async () => {
    const outcome = await load('incidents', 'full-width-digits.csv', { timeZone: 'Asia/Shanghai' })
    expect(outcome).toMatchObject({ inserted: 2, guessed: true, keyedByContent: false })
    expect(await rows(`SELECT number, taken_code, received_at, local_day, time_precision, round(ST_X(geom)::numeric, 3)::float AS x FROM incident ORDER BY received_at`)).toEqual([
      { number: '1', taken_code: '0101', received_at: new Date('2026-03-01T00:30:00Z'), local_day: '2026-03-01', time_precision: 'minute', x: 118.089 },
      { number: '2', taken_code: '0101', received_at: new Date('2026-03-02T01:00:00Z'), local_day: '2026-03-02', time_precision: 'minute', x: 118.09 },
    ])
  })

  it('moves GCJ-02 coordinates some hundred metres to WGS 84', async () => {
    await load('facilities', 'gcj02-by-mistake.csv')
    const [asIs] = await rows<{ x: number, y: number, cell: string }>('SELECT ST_X(geom) AS x, ST_Y(geom) AS y, to_hex(cell) AS cell FROM facility')
    expect(asIs).toMatchObject({ x: 118.0816, y: 24.4603 })
    expect(await load('facilities', 'gcj02-by-mistake.csv', { datum: 'gcj02' })).toMatchObject({ inserted: 0, updated: 1 })
    const [{ metres, cell }] = await rows(`SELECT ST_DistanceSphere(geom, ST_SetSRID(ST_MakePoint(118.0816, 24.4603), 4326)) AS metres, to_hex(cell) AS cell FROM facility`) as [{ metres: number, cell: string }]
    expect(metres).toBeGreaterThan(300)
    expect(metres).toBeLessThan(700)
    expect(cell).not.toBe(asIs!.cell)
  })

  it('takes the UTC column of a file that has local ones beside it, and says where they disagree', async () => {
    const mapping = mappingFile({
      layer: 'incidents', key: ['id'],
      properties: { longitude: 'lon', latitude: 'lat', received_at: { column: 'time', time_zone: 'UTC', precision: 'hour' }, taken_code: 'offense' },
      checks: [{ column: 'hour', of: 'received_at', part: 'hour', time_zone: 'America/Chicago' }],
    })
    const outcome = await load('incidents', 'utc-beside-local.csv', { mapping, newCity: '休斯敦|Houston', timeZone: 'America/Chicago' })
    expect(outcome).toMatchObject({ inserted: 3, city: { name: '休斯敦', name_en: 'Houston', time_zone: 'America/Chicago' } })
    expect(await rows('SELECT local_day, time_precision FROM incident ORDER BY received_at')).toEqual([
      { local_day: '2010-01-01', time_precision: 'hour' }, { local_day: '2010-03-14', time_precision: 'hour' }, { local_day: '2010-07-01', time_precision: 'hour' }])
    expect(reported()).toEqual(['4,hour,2,received_at 2010-03-14T07:00:00.000Z is hour 1 in America/Chicago,loaded'])
  })

  it('puts a date and the hour beside it together', async () => {
    const file = written('calls.csv', '案件编号,日期,小时,案由,东经,北纬\n7,2026/3/1,8,盗窃,118.08,24.48\n8,2026/3/13,23,盗窃,118.08,24.48\n')
    const outcome = await load('incidents', file, { timeZone: 'Asia/Shanghai' })
    expect(outcome.mapping).toMatchObject({ key: ['案件编号'], properties: { received_at: { columns: ['日期', '小时'], format: 'YYYY/M/D H' } } })
    expect(await rows('SELECT number, received_at, time_precision FROM incident ORDER BY 1')).toEqual([
      { number: '7', received_at: new Date('2026-03-01T00:00:00Z'), time_precision: 'hour' }, { number: '8', received_at: new Date('2026-03-13T15:00:00Z'), time_precision: 'hour' }])
  })

  it('changes nothing the second time, and updates the row that changed', async () => {
    const file = written('posts.csv', 'id,name,kind,lon,lat\n1,甲,police_post,118.08,24.48\n2,乙,police_post,118.09,24.48\n')
    expect(await load('facilities', file)).toMatchObject({ inserted: 2, updated: 0, unchanged: 0 })
    const [before] = await rows(`SELECT revision FROM layer_revision WHERE layer = 'facilities'`)
    expect(await load('facilities', file)).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 })
    expect(await rows(`SELECT revision FROM layer_revision WHERE layer = 'facilities'`)).toEqual([before])
    writeFileSync(file, 'id,name,kind,lon,lat\n1,甲,police_post,118.08,24.48\n2,丙,police_post,118.09,24.48\n3,丁,camera,118.09,24.48\n')
    expect(await load('facilities', file)).toMatchObject({ inserted: 1, updated: 1, unchanged: 1 })
    expect(await rows('SELECT name FROM facility ORDER BY origin_key')).toEqual([{ name: '甲' }, { name: '丙' }, { name: '丁' }])
  })

  it('keeps the day counts exact when a row moves to another month and type', async () => {
    const file = written('calls.csv', 'id,type,received_at,lon,lat\n1,0101,2026-03-01T08:30:00Z,118.08,24.48\n2,0101,2026-03-01T08:30:00Z,118.08,24.48\n')
    await load('incidents', file)
    writeFileSync(file, 'id,type,received_at,lon,lat\n1,01,2026-04-05T08:30:00Z,118.18,24.48\n2,0101,2026-03-01T08:30:00Z,118.08,24.48\n')
    expect(await load('incidents', file)).toMatchObject({ inserted: 0, updated: 1, unchanged: 1 })
    const counted = `SELECT r AS resolution, local_day AS day, h3_parent(cell, r) AS cell, left(code, 4) AS category, coalesce(station_id, 0) AS station_id, count(*)::integer AS n FROM incident, (VALUES (7), (9)) v(r) GROUP BY 1, 2, 3, 4, 5`
    expect(await rows(`(${counted}) EXCEPT (SELECT resolution, day, cell, category, station_id, n FROM incident_day)`)).toEqual([])
    expect(await rows(`SELECT sum(n)::integer AS n FROM incident_day WHERE category <> ''`)).toEqual([{ n: 4 }])
  })

  it('keeps incidents without coordinates, counted by day and mapped nowhere, and refuses coordinates that make no sense', async () => {
    await rows(`INSERT INTO division (id, kind, code, name, path, geom, cell) VALUES (77, 'station', 'S1', '甲所', '77', ST_Multi(ST_MakeEnvelope(118.2, 24.4, 118.3, 24.5, 4326)), ${cellOf(118.25, 24.45)})`)
    const outcome = await load('incidents', 'without-coordinates.csv', { maxBad: 50 })
    expect(outcome).toMatchObject({ read: 8, inserted: 5, unmapped: 3 })
    expect(Object.fromEntries(outcome.refused)).toEqual({ 'no coordinate': 2, 'outside the area': 1 })
    expect(describeOutcome(outcome, 0)).toContain('3 rows have no coordinates: counted, not mapped')
    expect(await rows('SELECT number, cell IS NULL AS nowhere, geom3857 IS NULL AS unmapped, station_id FROM incident ORDER BY number')).toEqual([
      { number: 'w-1', nowhere: false, unmapped: false, station_id: null }, { number: 'w-2', nowhere: true, unmapped: true, station_id: null },
      { number: 'w-3', nowhere: true, unmapped: true, station_id: 77 }, { number: 'w-4', nowhere: true, unmapped: true, station_id: null },
      { number: 'w-8', nowhere: false, unmapped: false, station_id: 77 }])
    expect(await rows(`SELECT resolution, sum(n)::integer AS n, (sum(n) FILTER (WHERE cell = 0))::integer AS nowhere FROM incident_day WHERE category = '' GROUP BY 1 ORDER BY 1`)).toEqual([
      { resolution: 7, n: 5, nowhere: 3 }, { resolution: 9, n: 5, nowhere: 3 }])
    expect(await load('incidents', 'without-coordinates.csv', { maxBad: 50 })).toMatchObject({ inserted: 0, updated: 0, unchanged: 5 })
    // Found later: it gets its place, and the counts follow.
    const found = written('without-coordinates.csv', 'number,received_at,category,lon,lat\nw-2,2026-03-01T09:00:00+08:00,0101,118.08,24.48\n')
    expect(await load('incidents', found)).toMatchObject({ updated: 1, unmapped: 0 })
    expect(await rows(`SELECT sum(n)::integer AS n FROM incident_day WHERE category = '' AND cell = 0 AND resolution = 7`)).toEqual([{ n: 2 }])
  })

  it('keeps GeoJSON incidents without a geometry, and no other layer\'s', async () => {
    const feature = (id: number, geometry: object | null) => ({ type: 'Feature', id, properties: { number: String(id), received_at: '2026-03-01T08:00:00Z', type: '0101' }, geometry })
    const file = written('calls.geojson', JSON.stringify({ type: 'FeatureCollection', features: [feature(1, { type: 'Point', coordinates: [118.08, 24.48] }), feature(2, null), feature(3, { type: 'Point', coordinates: [0, 0] })] }))
    expect(await load('incidents', file)).toMatchObject({ inserted: 3, unmapped: 2 })
    const posts = written('posts.csv', 'id,name,kind,lon,lat\n1,甲,police_post,,\n')
    await expect(load('facilities', posts)).rejects.toThrow(/1 no coordinate/)
  })

  it('keeps equal rows of a file without a key, and finds them again', async () => {
    expect(await load('incidents', 'same-content-twice.csv')).toMatchObject({ inserted: 3, keyedByContent: true })
    expect(await load('incidents', 'same-content-twice.csv')).toMatchObject({ inserted: 0, unchanged: 3 })
  })

  it('shows mapping, first rows and refusals in a dry run, and changes nothing', async () => {
    const outcome = await load('incidents', 'bad-rows.csv', { dryRun: true, timeZone: 'Asia/Shanghai', maxBad: 50 })
    expect(outcome.obstacle).toMatch(/7 of 9 rows \(77\.8 %\)/)
    expect(outcome.preview).toMatchObject([{ line: 2, key: '1', taken_code: '0101', geometry: 'POINT(118.08 24.48)' }, { line: 7, geometry: null }])
    expect(outcome.mapping.properties).toMatchObject({ longitude: { column: 'lon' }, taken_code: { column: 'type' }, received_at: { column: 'received_at' } })
    expect(await rows('SELECT FROM incident')).toEqual([])
  })
})

describe('bad input', () => {
  it('goes to a report with line, column, value and reason, and the rest is loaded', async () => {
    const outcome = await load('incidents', 'bad-rows.csv', { timeZone: 'Asia/Shanghai', maxBad: 90 })
    expect(outcome).toMatchObject({ read: 9, inserted: 2, unmapped: 1 })
    expect(Object.fromEntries(outcome.refused)).toEqual({ 'impossible date': 2, 'no coordinate': 2, 'outside the area': 1, 'unknown code': 1, 'wrong number of cells': 1 })
    expect(reported().map(line => line.split(',').slice(0, 2).join())).toEqual(['3,received_at', '4,lon', '5,lon + lat', '6,type', '8,', '9,received_at', '10,lat'])
    expect(reported()[0]).toBe('3,received_at,2026-02-30 08:30,names day 30 of a month that has 28,refused')
    expect(reported()[4]).toBe('8,,4 cells,the header has 5; check quotes and delimiters,refused')
    expect(reported()[6]).toContain('swapped')
  })

  it('loads nothing beyond the stated share', async () => {
    await expect(load('incidents', 'bad-rows.csv', { timeZone: 'Asia/Shanghai', maxBad: 70 })).rejects.toThrow(/7 of 9 rows \(77\.8 %\) can't be stored, more than the 70 % of --max-bad; nothing was loaded/)
    expect(await rows('SELECT FROM incident')).toEqual([])
  })

  it('refuses local times without a zone and says how to give it', async () => {
    await expect(load('incidents', 'local-time-without-zone.csv')).rejects.toThrow(/"received_at" holds local times.*--time-zone Asia\/Shanghai/)
  })

  it('does not guess whether day or month comes first', async () => {
    await expect(load('incidents', 'day-or-month-first.csv', { timeZone: 'Asia/Shanghai' })).rejects.toThrow(/"1\/2\/2026" may be M\/D\/YYYY or D\/M\/YYYY/)
  })

  it('refuses the second row with a key', async () => {
    expect(await load('facilities', 'duplicate-key.csv', { maxBad: 40, mapping: mappingFile({ layer: 'facilities', key: ['id'], properties: { name: 'name', kind: 'kind', longitude: 'lon', latitude: 'lat' } }) })).toMatchObject({ inserted: 2 })
    expect(reported()).toEqual(['4,id,1,was already on line 2; the key must differ in every row,refused'])
  })

  it('holds rows against the rules of the table before the table does', async () => {
    expect(await load('places', 'against-the-table.csv', { maxBad: 50 })).toMatchObject({ inserted: 1 })
    expect(reported()[0]).toMatch(/^3,occupancy_limit,0,must fulfil \(occupancy_limit > 0\),refused$/)
    expect(await rows('SELECT category FROM place')).toEqual([{ category: 'hotel' }])
  })

  it('refuses a file of another city and says how to take it', async () => {
    const file = written('far.csv', 'id,name,kind,lon,lat\n1,a,police_post,-95.4,29.7\n')
    await expect(load('facilities', file, { maxBad: 5 })).rejects.toThrow(/outside the surroundings of Xiamen.*--new-city/s)
    expect(await load('facilities', file, { newCity: '休斯敦|Houston', timeZone: 'America/Chicago' })).toMatchObject({ inserted: 1 })
    expect((await rows<{ value: { name: string } }>(`SELECT value FROM setting WHERE key = 'city'`))[0]!.value.name).toBe('休斯敦')
  })

  it('names unknown columns, layers, entries of a mapping, and damaged files', async () => {
    await expect(load('dinosaurs', 'bad-rows.csv')).rejects.toThrow(/there is no layer "dinosaurs".*incidents/)
    await expect(load('facilities', 'duplicate-key.csv', { mapping: mappingFile({ layer: 'facilities', properties: { name: 'nom' } }) })).rejects.toThrow(/column "nom".*it has id, name/)
    await expect(load('facilities', 'duplicate-key.csv', { mapping: mappingFile({ layer: 'facilities', properties: { name: { colum: 'name' } } }) })).rejects.toThrow(/properties\/name has the unknown entry "colum"/)
    await expect(load('facilities', 'local-grid.geojson')).rejects.toThrow(/EPSG::2913.*longitude, latitude/)
    const cut = join(folder, 'cut.csv.gz')
    writeFileSync(cut, gzipSync('id,name,kind,lon,lat\n'.repeat(500)).subarray(0, 60))
    await expect(load('facilities', cut)).rejects.toThrow(/cut\.csv\.gz: the gzip data is damaged or cut short/)
    await expect(load('facilities', join(folder, 'none.csv'))).rejects.toThrow(/none\.csv: can't be read \(ENOENT\)/)
  })
})

describe('what describes persons', () => {
  it('is refused by the name of its column, unless it is left out', async () => {
    await expect(load('incidents', 'resident-names.csv')).rejects.toThrow(/column "报警人姓名" looks like the name of a person.*"drop": \["报警人姓名"\]/)
    const mapping = mappingFile({ layer: 'incidents', key: ['id'], drop: ['报警人姓名'], properties: { longitude: 'lon', latitude: 'lat', received_at: 'received_at', taken_code: 'taken_code' } })
    expect(await load('incidents', 'resident-names.csv', { mapping })).toMatchObject({ inserted: 1 })
  })

  it('is refused where an identity number stands in any cell, and the number goes nowhere', async () => {
    expect(await load('incidents', 'identity-number.csv', { maxBad: 50 })).toMatchObject({ inserted: 2 })
    expect(reported()).toHaveLength(1)
    expect(reported()[0]).toMatch(/^3,note,\(hidden\),"holds a citizen identity number/)
  })

  it('is refused as a whole where a column is of identity numbers', async () => {
    await expect(load('incidents', 'identity-number-column.csv', { maxBad: 100 })).rejects.toThrow(/column "ref" holds citizen identity numbers/)
    expect(await rows('SELECT FROM incident')).toEqual([])
  })

  it('is found in GeoJSON where it is written as a number', async () => {
    const file = written('numbers.geojson', `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"a","kind":"camera","remark":440524188001010014},"geometry":{"type":"Point","coordinates":[118.08,24.48]}}]}`)
    await expect(load('facilities', file)).rejects.toThrow(/1 of 1 rows.*1 identity number/s)
  })
})

describe('formats', () => {
  it('are told apart: semicolons, byte order mark, GB 18030', async () => {
    await load('facilities', 'semicolon-and-mark.csv')
    await load('facilities', 'gb18030.csv')
    expect(await rows('SELECT name FROM facility ORDER BY id')).toEqual([{ name: '湖里; 警务站' }, { name: '湖里警务站' }])
  })

  it('CSV: lines as well-known text, each part of a multi-line a row', async () => {
    const file = written('roads.csv', 'id,highway,wkt\n1,primary,"LINESTRING (118.08 24.48, 118.09 24.48)"\n2,支路,"MULTILINESTRING((118.08 24.48,118.08 24.49),(118.1 24.5, 118.1 24.51))"\n3,primary,LINESTRING EMPTY\n')
    expect(await load('roads', file, { maxBad: 34 })).toMatchObject({ read: 3, inserted: 3 })
    expect(await rows('SELECT origin_key AS key, class FROM road ORDER BY 1')).toEqual([{ key: '1', class: 'primary' }, { key: '2/0', class: 'tertiary' }, { key: '2/1', class: 'tertiary' }])
    expect(reported()[0]).toMatch(/^4,wkt,LINESTRING EMPTY,must be well-known text/)
  })

  it('GeoJSON: an empty geometry is a bad row, not a stop', async () => {
    expect(await load('buildings', 'empty-geometry.geojson', { maxBad: 75 })).toMatchObject({ read: 4, inserted: 1 })
    expect(await rows('SELECT name, storeys FROM building')).toEqual([{ name: '一号楼 { "[', storeys: 6 }])
    expect(reported().map(line => line.split(',').slice(0, 2).join())).toEqual(['2,geometry', '3,geometry', '4,geometry'])
  })

  it('GeoJSON: crossed outlines are mended, and beats find their station by code or by place', async () => {
    expect(await load('divisions', 'crossed-outline.geojson')).toMatchObject({ inserted: 3 })
    const divisions = await rows<{ code: string, id: number, station_id: number, path: string, valid: boolean }>('SELECT code, id, station_id, path::text, ST_IsValid(geom) AS valid FROM division ORDER BY code')
    const station = divisions[2]!
    expect(divisions.every(division => division.valid && division.station_id === station.id)).toBe(true)
    expect(divisions.map(division => division.path)).toEqual([`${station.id}.${divisions[0]!.id}`, `${station.id}.${divisions[1]!.id}`, String(station.id)])
    expect(await load('divisions', 'crossed-outline.geojson')).toMatchObject({ unchanged: 3 })
    await load('facilities', 'gb18030.csv')
    expect(await rows('SELECT station_id FROM facility')).toEqual([{ station_id: station.id }])
  })

  it('OpenStreetMap: roads are cut at junctions, with direction, speed, bridge and tunnel', async () => {
    expect(await load('roads', 'roundabout.osm')).toMatchObject({ inserted: 4, refused: new Map() })
    expect(await rows('SELECT origin_key AS key, name, class, oneway, speed_kmh, bridge, tunnel, ST_NPoints(geom) AS points FROM road ORDER BY origin_key')).toEqual([
      { key: 'w10/0', name: '环岛路', class: 'primary', oneway: 1, speed_kmh: null, bridge: false, tunnel: false, points: 3 },
      { key: 'w10/2', name: '环岛路', class: 'primary', oneway: 1, speed_kmh: null, bridge: false, tunnel: false, points: 3 },
      { key: 'w11/0', name: null, class: 'secondary', oneway: -1, speed_kmh: 48, bridge: true, tunnel: false, points: 2 },
      { key: 'w12/0', name: null, class: 'residential', oneway: 0, speed_kmh: null, bridge: false, tunnel: true, points: 3 },
    ])
    const [{ metres }] = await rows<{ metres: number }>(`SELECT length_metres AS metres FROM road WHERE origin_key = 'w12/0'`) as [{ metres: number }]
    expect(metres).toBeCloseTo(202.8, 0)
  })

  it('OpenStreetMap: turns that are banned at a node are kept with the roads, the same import changes nothing', async () => {
    await load('roads', 'turn-restrictions.osm')
    const bans = () => rows(`SELECT b.kind, f.origin_key AS "from", t.origin_key AS "to", b.origin_key AS key, ST_AsText(b.via) AS via
      FROM turn_ban b JOIN road f ON f.id = b.from_road JOIN road t ON t.id = b.to_road ORDER BY b.origin_key`)
    const expected = [
      { kind: 'no', from: 'w11/0', to: 'w12/0', key: 'r20', via: 'POINT(118.081 24.48)' },
      { kind: 'only', from: 'w12/0', to: 'w11/0', key: 'r21', via: 'POINT(118.081 24.48)' },
    ]
    expect(await bans()).toEqual(expected)
    const revision = () => rows(`SELECT revision FROM layer_revision WHERE layer = 'roads'`)
    const before = await revision()
    await load('roads', 'turn-restrictions.osm')
    expect(await bans()).toEqual(expected)
    expect(await revision()).toEqual(before)
  })

  it('OpenStreetMap: a building of several ways keeps its yard, storeys come from levels or height', async () => {
    expect(await load('buildings', 'building-with-a-yard.osm')).toMatchObject({ inserted: 2 })
    expect(await rows('SELECT origin_key AS key, name, kind, storeys, ST_NumInteriorRings(geom) AS yards FROM building ORDER BY origin_key')).toEqual([
      { key: 'r30/0', name: null, kind: 'residential', storeys: 18, yards: 1 }, { key: 'w23', name: '小店', kind: 'commercial', storeys: 4, yards: 0 }])
  })

  it('addresses find their parents by code, and counts find their address', async () => {
    expect(await load('addresses', 'parents-by-code.csv')).toMatchObject({ inserted: 2 })
    expect(await rows(`SELECT a.name, p.name AS parent, a.text_level FROM address a LEFT JOIN address p ON p.id = a.parent_id ORDER BY a.code`)).toEqual([
      { name: '1号', parent: '中山路', text_level: 'number' }, { name: '中山路', parent: null, text_level: 'road' }])
    expect(await load('population', 'counts-by-address.csv', { maxBad: 50, timeZone: 'Asia/Shanghai' })).toMatchObject({ inserted: 1 })
    expect(await rows('SELECT residents, households, ST_X(geom) AS x FROM population')).toEqual([{ residents: 12, households: 4, x: 118.0812 }])
    expect(reported()).toEqual(['3,address_code,A9,is the code of no address,refused'])
  })
})

describe('dictionaries', () => {
  const mapping = { layer: 'incidents', key: ['id'], properties: { longitude: 'lon', latitude: 'lat', received_at: 'at', taken_code: { columns: ['group', 'type'], create_under: '01', translate: { thefts: '0101' } } } }
  const file = () => written('types.csv', 'id,at,group,type,lon,lat\n1,2026-03-01T00:00:00Z,Thefts,Bicycle,118.08,24.48\n2,2026-03-01T00:00:00Z,Robbery,Street,118.08,24.48\n3,2026-03-01T00:00:00Z,thefts,bicycle,118.08,24.48\n')

  it('get entries for unknown values where the mapping says under which code', async () => {
    expect(await load('incidents', file(), { mapping: mappingFile(mapping) })).toMatchObject({ inserted: 3 })
    expect(await rows('SELECT i.origin_key AS key, i.taken_code AS code, t.name FROM incident i JOIN incident_type t ON t.code = i.taken_code ORDER BY 1')).toEqual([
      { key: '1', code: '010101', name: 'Bicycle' }, { key: '2', code: '010201', name: 'Street' }, { key: '3', code: '010101', name: 'Bicycle' }])
    expect(await load('incidents', file(), { mapping: mappingFile(mapping) })).toMatchObject({ unchanged: 3, newEntries: [] })
  })

  it('are never given another meaning', async () => {
    const other = { ...mapping, dictionary: { taken_code: { '0101': { name: '杀人', name_en: 'Murder' } } } }
    await expect(load('incidents', file(), { mapping: mappingFile(other) })).rejects.toThrow(/code 0101 is "盗窃 \/ Theft" in incident_type, but the mapping means "杀人 \/ Murder"/)
  })
})

describe('an import that ends half-way', () => {
  const many = (n: number) => `id,name,kind,lon,lat\n${Array.from({ length: n }, (_, i) => `${i},站${i},police_post,118.08,24.48`).join('\n')}\n`

  it.each(['reading', 'checking', 'comparing', 'writing'] as const)('changes nothing when it is stopped while %s', async phase => {
    mkdirSync(folder, { recursive: true })
    const file = written('many.csv', many(20_000))
    const stop = new AbortController()
    await expect(importFile(database.url, { layer: 'facilities', file, dryRun: false, maxBad: 0, report: reportFile }, stop.signal, progress => {
      if (progress.phase === phase) stop.abort()
    })).rejects.toThrow('stopped; nothing was changed')
    expect(await rows('SELECT FROM facility')).toEqual([])
    expect(await load('facilities', file)).toMatchObject({ inserted: 20_000 })
  })

  it('changes nothing when the last row breaks the file', async () => {
    const file = written('broken.csv', `${many(3_000)}9999,"站,police_post,118.08,24.48\n`)
    await expect(load('facilities', file, { maxBad: 100 })).rejects.toThrow(/broken\.csv, line \d+.*check the quotes/s)
    expect(await rows('SELECT FROM facility')).toEqual([])
  })

  it('changes nothing when its connection is cut in the middle', async () => {
    const file = written('many.csv', many(20_000))
    let cut = false
    await expect(importFile(database.url, { layer: 'facilities', file, dryRun: false, maxBad: 0, report: reportFile }, new AbortController().signal, progress => {
      if (progress.rows < 5_000 || cut) return
      cut = true
      void rows(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'yizhangtu import' AND datname = current_database()`)
    })).rejects.toThrow(/connection to the database broke.*nothing was changed|terminating connection/)
    expect(await rows('SELECT FROM facility')).toEqual([])
  })
})
