// Alerts on a real database: raised, refreshed, quiet, escalated, acknowledged, cleared; by one process, whichever lives.
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { cellOf } from '../../layers/h3.ts'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import { readConfig } from '../config.ts'
import type { LiveEvent } from '../changes.ts'
import { startAlerts } from './engine.ts'
import { evaluateAlerts } from './evaluate.ts'
import type { AlertKind } from './rules/rule.ts'

let test: TestApp
let chief: Asker, dispatcher: Asker
let ours: number, theirs: number

beforeAll(async () => {
  test = await startTestApp({ alertSeconds: 0 })
  const { rows } = await sql<{ id: number }>`SELECT id FROM division WHERE kind = 'station' ORDER BY id LIMIT 2`.execute(test.database.db)
  ;[ours, theirs] = rows.map(({ id }) => id) as [number, number]
  chief = await test.as('chief')
  dispatcher = await test.as('dispatcher', ours)
  // What the city itself has open is not this test's.
  await sql`UPDATE incident SET status = 'closed' WHERE status NOT IN ('closed', 'handled')`.execute(test.database.db)
  await sql`SELECT ensure_incident_partitions('2026-09-01', '2026-12-31')`.execute(test.database.db)
})
afterAll(() => test.stop())
beforeEach(async () => {
  await sql`TRUNCATE alert`.execute(test.database.db)
  await sql`DELETE FROM alert_rule`.execute(test.database.db)
  await sql`DELETE FROM incident WHERE origin = 'alert test'`.execute(test.database.db)
})

const start = new Date('2026-11-20T12:00:00Z')
const minutes = (n: number) => new Date(start.getTime() + n * 60_000)
const errors: unknown[] = []
const evaluate = (now: Date) => evaluateAlerts(test.database.db, { now, timeZone: 'Asia/Shanghai', voids: async () => [], onError: (_kind, error) => errors.push(error) })
const addRule = async (kind: AlertKind, more: Record<string, unknown> = {}) =>
  (await chief('/api/alert-rules', { method: 'POST', payload: { name: '测试', name_en: 'Test', kind, quiet_minutes: 0, ...more } })).json() as { id: number }
let made = 0
const addCall = async (at: Date, more: { code?: string, station?: number, status?: string } = {}) => {
  const { code = '010501', station = ours, status = 'received' } = more
  const { rows: [row] } = await sql<{ id: number }>`
    INSERT INTO incident (number, received_at, local_day, taken_code, status, station_id, geom, cell, summary, origin, origin_key)
    VALUES (${`T${++made}`}, ${at}, (${at}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date, ${code}, ${status}, ${station}, ST_SetSRID(ST_MakePoint(118.1, 24.5), 4326), ${cellOf(118.1, 24.5)}::bigint,
      '绝不外传', 'alert test', ${String(made)}) RETURNING id`.execute(test.database.db)
  return row!.id
}
const serious = () => sql<{ code: string }>`SELECT code FROM incident_type WHERE code LIKE '0105__' LIMIT 1`.execute(test.database.db)
const alerts = async () => (await chief('/api/alerts?state=all')).json().alerts as Record<string, any>[]
const close = (id: number) => sql`UPDATE incident SET status = 'closed' WHERE id = ${id}`.execute(test.database.db)

describe('alerts', () => {
  it('are raised once, seen again while they hold, and cleared when they no longer do', async () => {
    expect((await serious()).rows).toHaveLength(1)
    const rule = await addRule('incident', { type_prefixes: ['0105'] })
    const id = await addCall(start, { code: (await serious()).rows[0]!.code })
    expect((await evaluate(minutes(0))).raised).toHaveLength(1)
    expect(await evaluate(minutes(1))).toEqual({ raised: [], cleared: [], escalated: [] })
    expect(await alerts()).toMatchObject([{ rule_id: rule.id, kind: 'incident', subject: `incident/${id}`, incident_id: id, station_id: ours, raised_at: minutes(0).toISOString(), seen_at: minutes(1).toISOString(), cleared_at: null }])
    // Nothing that only the owning station may read.
    expect(JSON.stringify(await alerts())).not.toContain('绝不外传')
    await close(id)
    expect((await evaluate(minutes(2))).cleared).toHaveLength(1)
    expect((await chief('/api/alerts')).json().alerts).toEqual([])
    expect(errors).toEqual([])
  })

  it('keep quiet about the same subject for the quiet time, and speak of others', async () => {
    await addRule('unanswered', { threshold: 1, quiet_minutes: 30 })
    const id = await addCall(minutes(-5))
    await evaluate(minutes(0))
    await sql`UPDATE incident SET status = 'dispatched' WHERE id = ${id}`.execute(test.database.db)
    await evaluate(minutes(1))
    await sql`UPDATE incident SET status = 'received' WHERE id = ${id}`.execute(test.database.db)
    const other = await addCall(minutes(-4))
    await evaluate(minutes(10))
    expect((await alerts()).filter(alert => alert.cleared_at === null).map(alert => alert.incident_id)).toEqual([other])
    await evaluate(minutes(30.9))
    expect((await alerts()).filter(alert => alert.incident_id === id)).toHaveLength(1)
    await evaluate(minutes(31.1))
    expect((await alerts()).filter(alert => alert.incident_id === id)).toHaveLength(2)
  })

  it('escalate when nobody acknowledges them in time, once; not when somebody did', async () => {
    await addRule('unanswered', { threshold: 1, escalate_minutes: 5 })
    const forgotten = await addCall(minutes(-2)), cared = await addCall(minutes(-2))
    await evaluate(minutes(0))
    const alert = (await alerts()).find(each => each.incident_id === cared)!
    expect((await dispatcher(`/api/alerts/${alert.id}/acknowledge`, { method: 'POST', payload: { note: '已安排' } })).json()).toMatchObject({ note: '已安排', actor: expect.stringContaining('dispatcher') })
    await evaluate(minutes(4.9))
    expect((await alerts()).every(each => each.escalated_at === null)).toBe(true)
    expect((await evaluate(minutes(5))).escalated).toHaveLength(1)
    expect((await alerts()).filter(each => each.escalated_at).map(each => each.incident_id)).toEqual([forgotten])
    expect((await evaluate(minutes(6))).escalated).toEqual([])
  })

  it('are acknowledged once, by those who send units at that station, and it is kept who did', async () => {
    await addRule('unanswered', { threshold: 1 })
    await addCall(minutes(-2)); await addCall(minutes(-2), { station: theirs })
    await evaluate(minutes(0))
    const [mine, other] = [ours, theirs].map(station => alerts().then(all => all.find(each => each.station_id === station)!.id as number))
    const wall = await test.as('wall', ours)
    expect((await dispatcher('/api/alerts')).json().alerts).toHaveLength(1)
    const url = `/api/alerts/${await mine}/acknowledge`
    expect((await wall(url, { method: 'POST', payload: {} })).statusCode).toBe(403)
    expect((await dispatcher(`/api/alerts/${await other}/acknowledge`, { method: 'POST', payload: {} })).statusCode).toBe(403)
    expect((await dispatcher(url, { method: 'POST', payload: { note: ' ' } })).statusCode).toBe(400)
    expect((await dispatcher(url, { method: 'POST' })).statusCode).toBe(200)
    const again = await chief(url, { method: 'POST', payload: {} })
    expect(again.statusCode).toBe(409)
    expect(again.json().detail).toMatch(/dispatcher-\d+ acknowledged/)
    expect((await dispatcher('/api/alerts/999999/acknowledge', { method: 'POST', payload: {} })).statusCode).toBe(404)
    const { rows } = await sql`SELECT 1 FROM audit WHERE action = 'alert acknowledged' AND subject = ${`alert/${await mine}`}`.execute(test.database.db)
    expect(rows).toHaveLength(1)
  })

  it('of a rule that is switched off, out of its hours or removed are cleared', async () => {
    const body = { name: '测试', name_en: 'Test', kind: 'unanswered', threshold: 1, quiet_minutes: 0 }
    const { id } = await addRule('unanswered', { threshold: 1 })
    await addCall(minutes(-2))
    await evaluate(minutes(0))
    await chief(`/api/alert-rules/${id}`, { method: 'PUT', payload: { ...body, enabled: false } })
    expect((await evaluate(minutes(1))).cleared).toHaveLength(1)
    // It is 20:03 in Shanghai.
    await chief(`/api/alert-rules/${id}`, { method: 'PUT', payload: { ...body, from_hour: 8, to_hour: 20 } })
    expect((await evaluate(minutes(3))).raised).toHaveLength(0)
    await chief(`/api/alert-rules/${id}`, { method: 'PUT', payload: { ...body, from_hour: 20, to_hour: 6 } })
    expect((await evaluate(minutes(4))).raised).toHaveLength(1)
    expect((await chief(`/api/alert-rules/${id}`, { method: 'DELETE' })).statusCode).toBe(204)
    expect((await evaluate(minutes(5))).cleared).toHaveLength(1)
  })

  it('stay as they are when their kind can\'t be evaluated', async () => {
    await addRule('unanswered', { threshold: 1 })
    await addRule('void')
    await addCall(minutes(-2))
    await evaluate(minutes(0))
    await sql`INSERT INTO alert (rule_id, kind, subject, grade, raised_at, seen_at) SELECT id, 'void', 'void/1/1', 2, ${start}, ${start} FROM alert_rule WHERE kind = 'void'`.execute(test.database.db)
    const failures: string[] = []
    const result = await evaluateAlerts(test.database.db, { now: minutes(1), timeZone: 'Asia/Shanghai', voids: () => Promise.reject(new Error('no network yet')), onError: kind => failures.push(kind) })
    expect(failures).toEqual(['void'])
    expect(result).toEqual({ raised: [], cleared: [], escalated: [] })
  })

  it('of a burst say what is usual for the station, weekday and hour', async () => {
    await addRule('burst', { threshold: 4, window_minutes: 30, type_prefixes: ['03'] })
    const { rows: [type] } = await sql<{ code: string }>`SELECT code FROM incident_type WHERE code LIKE '03____' LIMIT 1`.execute(test.database.db)
    await sql`UPDATE incident SET station_id = NULL WHERE station_id = ${ours} AND code LIKE '03%'`.execute(test.database.db)
    const week = 7 * 24 * 60
    for (let i = 1; i <= 8; i++) for (let n = 0; n < i % 3; n++) await addCall(minutes(-i * week - 10 - n), { code: type!.code, status: 'closed' })
    for (let n = 0; n < 5; n++) await addCall(minutes(-n * 5), { code: type!.code, status: 'closed' })
    await evaluate(minutes(0))
    const found = (await alerts()).filter(each => each.station_id === ours)
    expect(found).toMatchObject([{ kind: 'burst', data: { count: 5, minutes: 30, expected: { median: 1, low: 0, high: 2, weeks: 8 } } }])
  })
})

describe('rules of alerts', () => {
  it('are refused with the field, the value and what would be right', async () => {
    const bad = await chief('/api/alert-rules', { method: 'POST', payload: { name: 'x', name_en: 'x', kind: 'burst', type_prefixes: ['99'], from_hour: 8, division_id: 999_999 } })
    expect(bad.statusCode).toBe(400)
    expect((bad.json().errors as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual(['/body/division_id', '/body/threshold', '/body/to_hour', '/body/type_prefixes', '/body/window_minutes'])
    const bowtie = { type: 'Polygon', coordinates: [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]] }
    expect((await chief('/api/alert-rules', { method: 'POST', payload: { name: 'x', name_en: 'x', kind: 'incident', area: bowtie } })).json().errors[0].pointer).toBe('/body/area')
    expect((await chief('/api/alert-rules', { method: 'POST', payload: { name: 'x', name_en: 'x', kind: 'sorcery' } })).statusCode).toBe(400)
  })

  it('are written by chiefs and administrators only, audited', async () => {
    expect((await dispatcher('/api/alert-rules', { method: 'POST', payload: { name: 'x', name_en: 'x', kind: 'incident' } })).statusCode).toBe(403)
    const administrator = await test.as('administrator')
    const area = { type: 'Polygon', coordinates: [[[118, 24], [118.2, 24], [118.2, 24.6], [118, 24.6], [118, 24]]] }
    const made = await administrator('/api/alert-rules', { method: 'POST', payload: { name: '赛事', name_en: 'Event', kind: 'incident', area } })
    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({ area: { type: 'MultiPolygon', coordinates: [area.coordinates] }, enabled: true })
    expect((await chief('/api/alert-rules/999999', { method: 'DELETE' })).statusCode).toBe(404)
    const { rows } = await sql`SELECT 1 FROM audit WHERE action = 'alert rule made' AND subject = ${`alert_rule/${made.json().id}`}`.execute(test.database.db)
    expect(rows).toHaveLength(1)
  })
})

describe('the process that evaluates', () => {
  const engine = () => startAlerts({ databaseUrl: test.database.url, config: { ...readConfig({}), alertSeconds: 1 }, changes: test.services.changes, city: test.services.city, voids: async () => [] })

  it('is one of all; when its connection dies another takes over, and alerts within a second of an incident', async () => {
    await addRule('incident', { type_prefixes: ['0105'] })
    const engines = [engine(), engine()]
    try {
      await vi.waitFor(() => expect(engines.filter(each => each.evaluates)).toHaveLength(1), { timeout: 5_000 })
      const [first, second] = engines[0]!.evaluates ? engines : [engines[1]!, engines[0]!]
      const holder = () => sql<{ pid: number }>`SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = hashtext('yizhangtu')::oid AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`.execute(test.database.db)
      const { rows: [before] } = await holder()
      await sql`SELECT pg_terminate_backend(${before!.pid})`.execute(test.database.db)
      await vi.waitFor(async () => {
        expect(engines.filter(each => each.evaluates)).toHaveLength(1)
        const { rows } = await holder()
        expect(rows).toHaveLength(1)
        expect(rows[0]!.pid).not.toBe(before!.pid)
      }, { timeout: 8_000, interval: 50 })
      await first!.stop()
      await vi.waitFor(() => expect(second!.evaluates).toBe(true), { timeout: 5_000 })

      const heard: LiveEvent[] = []
      const hear = (event: LiveEvent) => { if (event.event === 'alert') heard.push(event) }
      test.services.changes.on('event', hear)
      const id = await addCall(new Date(), { code: (await serious()).rows[0]!.code })
      const told = performance.now()
      await sql`SELECT announce_live('incident', ${ours}, json_build_object('id', ${id}::bigint, 'change', 'taken'))`.execute(test.database.db)
      await vi.waitFor(() => expect(heard).toMatchObject([{ station_id: ours, data: { change: 'raised', incident_id: id, kind: 'incident' } }]), { timeout: 1_000, interval: 10 })
      expect(performance.now() - told).toBeLessThan(1_000)
      test.services.changes.off('event', hear)
    } finally {
      await Promise.all(engines.map(each => each.stop()))
    }
  })
})
