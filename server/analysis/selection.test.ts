import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import { openDatabase, openPool } from '../database.ts'
import { BadInput } from '../errors.ts'
import type { ColumnsHeader } from './encode-columns.ts'
import { ringsOfArea } from './selected-place.ts'

let test: TestApp, analyst: Asker
const window = { from: '2024-01-01', to: '2027-01-01' }

beforeAll(async () => {
  test = await startTestApp()
  analyst = await test.as('analyst')
  const { db } = test.database
  // Types that were found to be something else, merged calls, and times that aren't exact.
  await sql`UPDATE incident SET merged_into_id = 1 WHERE id % 97 = 0`.execute(db)
  await sql`UPDATE incident SET time_precision = 'day' WHERE id % 50 = 1`.execute(db)
  await sql`UPDATE incident SET time_precision = 'month' WHERE id % 50 = 2`.execute(db)
  await sql`UPDATE incident SET point_level = 'community' WHERE id % 50 = 3`.execute(db)
  // Outlines of a zone of this test's own.
  await sql`ALTER TABLE zone_version DROP CONSTRAINT zone_version_zone_id_fkey`.execute(db)
  for (const [version, side] of [[1, 0.05], [2, 0.02]] as const)
    await sql`INSERT INTO zone_version (zone_id, version, geom, name, reason, shifts, valid_from, valid_to, author) SELECT 7001, ${version}::integer, ST_Multi(ST_Expand(ST_SetSRID(ST_MakePoint(118.1, 24.48), 4326), ${side}::float8)), 'x', 'x', '{}'::text[], now(), now() + interval '1 day', 'x'`.execute(db)
})
afterAll(() => test.stop())

const size = async (selection: object) => {
  const answer = await analyst('/api/analysis/size', { method: 'POST', payload: { selection: { ...window, ...selection } } })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json() as { size: number, size_before: number, left_out: Record<string, number>, as_of: string, revision: number }
}
const count = async (where: string) => (await sql<{ n: number }>`SELECT count(*)::integer AS n FROM incident WHERE ${sql.raw(where)}`.execute(test.database.db)).rows[0]!.n

const exact = `point_level IN ('road', 'number', 'building', 'unit', 'room')`
const usual = `geom IS NOT NULL AND merged_into_id IS NULL AND channel <> 'patrol' AND ${exact}`
const local = `received_at AT TIME ZONE 'Asia/Shanghai'`
const hourKnown = `time_precision IN ('minute', 'hour')`, dayKnown = `time_precision IN ('minute', 'hour', 'day')`
const dayKind = `CASE (SELECT kind FROM holiday h WHERE h.day = (${local})::date) WHEN 'holiday' THEN 'holiday' WHEN 'workday' THEN 'workday' ELSE CASE WHEN extract(isodow FROM ${local}) >= 6 THEN 'weekend' ELSE 'workday' END END`

describe('a selection', () => {
  it.each([
    ['everything', {}, usual],
    ['a type as found', { codes: ['01'] }, `${usual} AND code LIKE '01%'`],
    ['a type as taken', { codes: ['0101', '02'], by_code: 'taken' }, `${usual} AND (taken_code LIKE '0101%' OR taken_code LIKE '02%')`],
    ['a type as either', { codes: ['01'], by_code: 'either' }, `${usual} AND (code LIKE '01%' OR taken_code LIKE '01%')`],
    ['a shift', { shifts: ['night'] }, `${usual} AND ${hourKnown} AND extract(hour FROM ${local}) < 8`],
    ['hours within shifts', { shifts: ['night', 'evening'], hours: [4 * 24 + 7, 4 * 24 + 8, 4 * 24 + 20] }, `${usual} AND ${hourKnown} AND extract(isodow FROM ${local}) = 5 AND extract(hour FROM ${local}) IN (7, 20)`],
    ['workdays', { days: ['workday'] }, `${usual} AND ${dayKnown} AND ${dayKind} = 'workday'`],
    ['weekends and holidays', { days: ['weekend', 'holiday'] }, `${usual} AND ${dayKnown} AND ${dayKind} <> 'workday'`],
    ['holidays at night', { days: ['holiday'], shifts: ['night'] }, `${usual} AND ${hourKnown} AND ${dayKind} = 'holiday' AND extract(hour FROM ${local}) < 8`],
    ['sources that are named', { channels: ['patrol', 'call'] }, `geom IS NOT NULL AND merged_into_id IS NULL AND ${exact} AND channel IN ('patrol', 'call')`],
    ['coarser coordinates', { trusted_to: 'community' }, usual.replace(exact, `point_level IN ('community', 'road', 'number', 'building', 'unit', 'room')`)],
    ['a zone\'s newest version', { zone: { id: 7001 } }, `${usual} AND ST_Intersects(geom, (SELECT geom FROM zone_version WHERE zone_id = 7001 AND version = 2))`],
    ['a version of a zone', { zone: { id: 7001, version: 1 } }, `${usual} AND ST_Intersects(geom, (SELECT geom FROM zone_version WHERE zone_id = 7001 AND version = 1))`],
    ['places of a category', { place_categories: ['mall', 'bar'] }, `${usual} AND place_id IN (SELECT id FROM place WHERE category IN ('mall', 'bar'))`],
  ])('of %s holds what SQL finds', async (_, selection, where) => {
    const found = await size(selection), expected = await count(where)
    expect(found.size).toBe(expected)
    expect(expected).toBeGreaterThan(0)
  })

  it('tells what it left out, each incident for the first reason', async () => {
    const sample = `code LIKE '01%'`, merged = `${sample} AND merged_into_id IS NOT NULL`, rest = `${sample} AND merged_into_id IS NULL`
    expect((await size({ codes: ['01'], hours: [...Array(168).keys()] })).left_out).toEqual({
      merged: await count(merged), patrol: await count(`${rest} AND channel = 'patrol'`), hour_unknown: await count(`${rest} AND channel <> 'patrol' AND NOT (${hourKnown})`),
      no_coordinates: await count(`${rest} AND channel <> 'patrol' AND ${hourKnown} AND geom IS NULL`), outside: 0,
      coarse: await count(`${rest} AND channel <> 'patrol' AND ${hourKnown} AND geom IS NOT NULL AND NOT (${exact})`),
    })
  })

  it('tells of what patrols found only within the hours and the stations that are asked for', async () => {
    const { rows: [station] } = await sql<{ id: number }>`SELECT station_id AS id FROM incident WHERE channel = 'patrol' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`.execute(test.database.db)
    const night = [0, 1, 2, 3, 4, 5].flatMap(hour => Array.from({ length: 7 }, (_, day) => day * 24 + hour))
    const found = `channel = 'patrol' AND merged_into_id IS NULL`, atNight = `${hourKnown} AND extract(hour FROM received_at AT TIME ZONE 'Asia/Shanghai') < 6`
    expect((await size({ division_id: station!.id })).left_out.patrol).toBe(await count(`${found} AND station_id = ${station!.id}`))
    expect((await size({ hours: night })).left_out.patrol).toBe(await count(`${found} AND (${atNight} OR NOT (${hourKnown}))`))
  })

  it('keeps an incident without coordinates with its station where that is known', async () => {
    const { rows: [station] } = await sql<{ id: number }>`SELECT station_id AS id FROM incident WHERE geom IS NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`.execute(test.database.db)
    const { left_out, size: within } = await size({ division_id: station!.id })
    expect(within).toBe(await count(`${usual} AND station_id = ${station!.id}`))
    expect(left_out.no_coordinates).toBe(await count(`geom IS NULL AND merged_into_id IS NULL AND channel <> 'patrol' AND station_id = ${station!.id}`))
  })

  it('counts the window before, and says as of when and of which revision', async () => {
    const found = await size({ from: '2026-06-01', to: '2026-07-01' })
    expect(found.size_before).toBe(await count(`${usual} AND received_at >= '2026-05-02 00:00+08' AND received_at < '2026-06-01 00:00+08'`))
    expect(Math.abs(Date.parse(found.as_of) - Date.now())).toBeLessThan(120_000)
    expect(found.revision).toBe(test.services.changes.revision('incidents').revision)
  })

  it.each([
    ['a window in the future', { from: '2031-01-01', to: '2031-02-01' }, '/body/selection/from', /lies in the future; there are incidents up to 2026-11-/],
    ['an unknown shift', { shifts: ['siesta'] }, '/body/selection/shifts', /night, morning, evening/],
    ['shifts and hours without an hour in common', { shifts: ['night'], hours: [12] }, '/body/selection/shifts', /no hour in common/],
    ['a kind of day that doesn\'t exist', { days: ['payday'] }, '/body/selection/days/0', /./],
    ['an unknown zone', { zone: { id: 999_999 } }, '/body/selection/zone/id', /no such zone/],
    ['a version that the zone doesn\'t have', { zone: { id: 7001, version: 9 } }, '/body/selection/zone/version', /versions 1, 2/],
    ['a zone beside a division', { zone: { id: 7001 }, division_id: 1 }, '/body/selection/zone', /one of/],
    ['a code in words', { by_code: 'guessed' }, '/body/selection/by_code', /./],
    ['a type that the dictionary doesn\'t have', { codes: ['01', '9988'] }, '/body/selection/codes', /dictionary of incident types/],
    ['a window back to antiquity', { from: '0001-01-01' }, '/body/selection/from', /existing date/],
    ['a window back to the Middle Ages', { from: '1200-01-01' }, '/body/selection/from', /1970 to 2099/],
    ['a window to the end of days', { to: '9999-12-31' }, '/body/selection/to', /1970 to 2099/],
    ['a division that no column could hold', { division_id: 3e9 }, '/body/selection/division_id', /<= 2147483647/],
    ['a zone that no column could hold', { zone: { id: 3e9 } }, '/body/selection/zone/id', /<= 2147483647/],
    ['a category of places that doesn\'t exist', { place_categories: ['moon'] }, '/body/selection/place_categories', /mall/],
  ])('refuses %s', async (_, selection, pointer, detail) => {
    const answer = (await analyst('/api/analysis/size', { method: 'POST', payload: { selection: { ...window, ...selection } } })).json()
    expect(answer).toMatchObject({ status: 400 })
    const fault = answer.errors.find((each: { pointer: string }) => each.pointer.startsWith(pointer))
    expect(fault?.detail, JSON.stringify(answer)).toMatch(detail)
    expect(fault, 'names the value').toHaveProperty('value')
  })

  it.each([
    ['are all without coordinates', `geom = NULL, cell = NULL`, /Incidents that fit: 5; all of them have no coordinates/, /5 起都没有坐标/],
    ['are all too coarse', `point_level = 'city'`, /trusted to a coarser level/, /更粗的层级/],
    ['were all found by patrols', `channel = 'patrol'`, /found by patrols/, /巡逻发现/],
    ['were all merged', `merged_into_id = 1`, /merged into another/, /已并入/],
    ['are left out for several reasons', `channel = CASE WHEN id % 2 = 0 THEN 'patrol' ELSE 'call' END, geom = NULL, cell = NULL`, /None of 5 incidents is left: \d have no coordinates; \d were found by patrols|None of 5 incidents is left: \d were found by patrols, which are left out unless named; \d have no coordinates/, /一起不剩/],
  ])('says so when its incidents %s', async (_, change, en, zh) => {
    const made = 'nothing test'
    await sql`SELECT ensure_incident_partitions('1999-01-01', '1999-03-01')`.execute(test.database.db)
    await sql`DELETE FROM incident WHERE origin = ${made}`.execute(test.database.db)
    await sql`INSERT INTO incident (number, received_at, local_day, taken_code, geom, cell, origin, origin_key)
      SELECT 'n' || i, '1999-01-10'::timestamptz + i * interval '1 hour', '1999-01-10', '010101', t.geom, t.cell, ${made}, i::text
      FROM generate_series(1, 5) i, (SELECT geom, cell FROM incident WHERE geom IS NOT NULL LIMIT 1) t`.execute(test.database.db)
    await sql`UPDATE incident SET ${sql.raw(change)} WHERE origin = ${made}`.execute(test.database.db)
    const { revision } = (await sql<{ revision: number }>`SELECT revision FROM layer_revision WHERE layer = 'incidents'`.execute(test.database.db)).rows[0]!
    while (test.services.changes.revision('incidents').revision < revision) await new Promise(resolve => setTimeout(resolve, 10))
    const answer = (await analyst('/api/analysis/runs', { method: 'POST', payload: { method: 'gi_star', wait_ms: 20_000, selection: { from: '1999-01-01', to: '1999-02-01' } } })).json()
    expect(answer).toMatchObject({ state: 'nothing', why: { en: expect.stringMatching(en), zh: expect.stringMatching(zh) } })
    await sql`DELETE FROM incident WHERE origin = ${made}`.execute(test.database.db)
  })
})

it('an area can\'t be read because the database is gone isn\'t called a bad area', async () => {
  const pool = openPool(test.database.url, { poolSize: 1, statementTimeoutMs: 1_000 }), gone = openDatabase(pool)
  const square = { type: 'Polygon' as const, coordinates: [[[118, 24], [118.1, 24], [118.1, 24.1], [118, 24]] as [number, number][]] }
  expect(await ringsOfArea(gone, square)).toEqual(square.coordinates)
  await gone.destroy()
  await expect(ringsOfArea(gone, square)).rejects.not.toBeInstanceOf(BadInput)
  await expect(ringsOfArea(test.database.db, { type: 'Polygon', coordinates: [[[1, 2]]] })).rejects.toBeInstanceOf(BadInput)
})

describe('the vocabulary', () => {
  it('lists shifts, holidays with make-up workdays, and the span that the caller sees', async () => {
    const answer = (await analyst('/api/analysis/vocabulary')).json()
    expect(answer.shifts.map(({ id, hours }: { id: string, hours: number[] }) => [id, hours.length])).toEqual([['night', 8], ['morning', 8], ['evening', 8]])
    const kinds = new Map(answer.holidays.map(({ day, kind }: { day: string, kind: string }) => [day, kind]))
    expect([kinds.get('2026-02-17'), kinds.get('2026-02-28'), kinds.get('2026-03-02'), kinds.get('2025-10-08'), kinds.get('2025-10-11'), kinds.get('2024-10-08')]).toEqual(['holiday', 'workday', undefined, 'holiday', 'workday', undefined])
    const { rows: [span] } = await sql<{ from: Date, to: Date, rows: number }>`SELECT min(received_at) AS from, max(received_at) AS to, count(*)::integer AS rows FROM incident`.execute(test.database.db)
    expect(answer.span).toEqual({ from: span!.from.toISOString(), to: span!.to.toISOString(), rows: span!.rows })
    expect((await (await test.as('wall'))('/api/analysis/vocabulary')).statusCode).toBe(403)
  })

  it('has holidays on days off only, and make-up workdays on weekends only', async () => {
    const { rows } = await sql`SELECT day FROM holiday WHERE kind = 'workday' AND extract(isodow FROM day) < 6`.execute(test.database.db)
    expect(rows).toEqual([])
    const { rows: years } = await sql`SELECT extract(year FROM day)::integer AS year, count(*) FILTER (WHERE kind = 'holiday')::integer AS off, count(*) FILTER (WHERE kind = 'workday')::integer AS worked FROM holiday GROUP BY 1 ORDER BY 1`.execute(test.database.db)
    expect(years).toEqual([{ year: 2024, off: 28, worked: 8 }, { year: 2025, off: 28, worked: 5 }, { year: 2026, off: 33, worked: 6 }])
  })
})

describe('a selection as columns', () => {
  const views = { float32: Float32Array, float64: Float64Array, int32: Int32Array, uint32: Uint32Array, uint16: Uint16Array, uint8: Uint8Array }
  async function columnsOf(selection: object) {
    const answer = await analyst('/api/analysis/columns', { method: 'POST', payload: { selection: { ...window, ...selection } } })
    expect(answer.headers['content-type']).toBe('application/octet-stream')
    const bytes = answer.rawPayload, buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
    const length = new DataView(buffer).getUint32(0, true), header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as ColumnsHeader
    const start = Math.ceil((4 + length) / 8) * 8
    return { header, column: Object.fromEntries(header.columns.map(({ name, type, offset, length }) => [name, new views[type](buffer, start + offset, length)])) }
  }

  it('decodes to what SQL has, row by row', async () => {
    const { header, column } = await columnsOf({ codes: ['01'], by_code: 'either' })
    const { layer } = test.services.layers.get('incidents')!
    const place = (property: string, value: string) => Object.keys(layer.properties[property]!.choices!).indexOf(value) + 1
    const { rows } = await sql<{ id: number, x: number, y: number, minute: number, how: number, day: string, code: string, channel: string, status: string, station: string | null, cell: string, known: boolean }>`
      SELECT i.id, ST_X(i.geom) AS x, ST_Y(i.geom) AS y, floor(extract(epoch FROM i.received_at AT TIME ZONE 'Asia/Shanghai') / 60)::integer AS minute,
        ((extract(isodow FROM i.received_at AT TIME ZONE 'Asia/Shanghai') - 1) * 24 + extract(hour FROM i.received_at AT TIME ZONE 'Asia/Shanghai'))::integer AS how,
        i.local_day AS day, i.code, i.channel, i.status, d.name AS station, lpad(to_hex(i.cell), 16, '0') AS cell, i.time_precision IN ('minute', 'hour') AS known
      FROM incident i LEFT JOIN division d ON d.id = i.station_id WHERE ${sql.raw(usual.replaceAll('geom', 'i.geom'))} AND (i.code LIKE '01%' OR taken_code LIKE '01%')`.execute(test.database.db)
    expect(header.rows).toBe(rows.length)
    expect(header).toMatchObject({ revision: test.services.changes.revision('incidents').revision, left_out: { no_coordinates: expect.any(Number) } })
    const at = new Map(Array.from(column.id!, (id, k) => [id, k])), day0 = Date.parse(header.first_day)
    for (const row of rows) {
      const k = at.get(row.id)!
      const decoded = {
        minute: column.minute![k], how: column.hour_of_week![k], day: new Date(day0 + column.day![k]! * 86_400_000).toISOString().slice(0, 10), code: header.codes[column.code![k]!],
        channel: column.channel![k], status: column.status![k], station: header.stations[column.station![k]!]?.name ?? null,
        cell: column.cell_high![k]!.toString(16).padStart(8, '0') + column.cell_low![k]!.toString(16).padStart(8, '0'),
      }
      expect(decoded).toEqual({
        minute: row.minute, how: row.known ? row.how : 255, day: row.day, code: row.code, channel: place('channel', row.channel), status: place('status', row.status), station: row.station, cell: row.cell,
      })
      expect(Math.abs(header.origin[0] + column.east![k]! - row.x)).toBeLessThan(2e-7)
      expect(Math.abs(header.origin[1] + column.north![k]! - row.y)).toBeLessThan(2e-7)
    }
    expect([...column.minute!]).toEqual([...column.minute!].sort((a, b) => a - b))
  })

  it('is empty where nothing is left, and refused where the selection makes no sense', async () => {
    const { header } = await columnsOf({ from: '2001-01-01', to: '2001-01-02' })
    expect(header).toMatchObject({ rows: 0, first_day: '2001-01-01', codes: [], stations: [] })
    expect((await analyst('/api/analysis/columns', { method: 'POST', payload: { selection: { ...window, shifts: ['siesta'] } } })).statusCode).toBe(400)
    expect((await (await test.as('wall'))('/api/analysis/columns', { method: 'POST', payload: { selection: window } })).statusCode).toBe(403)
  })
})
