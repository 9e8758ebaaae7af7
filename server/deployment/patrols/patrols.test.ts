// The tiny city's patrols from zones to tours, over HTTP, on real roads.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayAfter, localDay } from '../../../layers/time.ts'
import { startTestApp, type Asker, type TestApp } from '../../../tests/app.ts'
import { snapTo } from '../../coverage/anchors.ts'
import { metresBetween } from '../../network/metric.ts'
import { travelTimesFrom } from '../../network/travel-times.ts'
import type { KeptPatrol } from './read.ts'
import type { Patrol } from './schemas.ts'

let test: TestApp, chief: Asker, analyst: Asker, dispatcher: Asker, zones: number[], units: { id: number, callsign: string }[], ask: Record<string, unknown>
const today = localDay(new Date(), 'Asia/Shanghai'), day = dayAfter(today, 2)
const post = (asker: Asker, url: string, payload: object) => asker(`/api/deployment/patrols${url}`, { method: 'POST', payload })
const minute = (instant: string) => Date.parse(instant) / 60_000
const made = async (asker: Asker, more: object = {}): Promise<KeptPatrol> => {
  const answer = await post(asker, '', { name: '今晚巡逻', ...ask, ...more })
  expect(answer.statusCode, answer.body.slice(0, 500)).toBe(201)
  return answer.json()
}

beforeAll(async () => {
  test = await startTestApp({ alertSeconds: 0 })
  await test.services.network.ready()
  const { db } = test.database
  zones = (await sql<{ id: number }>`SELECT id FROM zone WHERE withdrawn_at IS NULL AND valid_from < now() AND valid_to > now() + interval '10 days' ORDER BY id LIMIT 3`.execute(db)).rows.map(({ id }) => id)
  expect(zones).toHaveLength(3)
  units = (await sql<{ id: number, callsign: string }>`SELECT u.id::integer, u.callsign FROM unit u JOIN zone z ON z.station_id = u.station_id WHERE z.id = ANY(${zones}::integer[]) AND u.kind = 'patrol_car' ORDER BY z.id, u.id LIMIT 3`.execute(db)).rows
  chief = await test.as('chief')
  analyst = await test.as('analyst')
  dispatcher = await test.as('dispatcher')
  ask = { day, shift: 'evening', zones, units: units.map(({ id }) => ({ unit_id: id, meal: { from: '18:00', to: '20:00', minutes: 30 } })), seed: 7 }
})
afterAll(() => test.stop())

describe('a patrol', () => {
  it('stops at the busiest places of zones, on the road and apart, with the minutes and intervals asked for, meals in their window', async () => {
    const answer = await post(analyst, '/preview', ask), patrol = answer.json() as Patrol
    expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200)
    expect(patrol).toMatchObject({ id: null, status: 'preview', seed: 7, shift: 'evening', from: `${day}T08:00:00.000Z`, to: `${day}T16:00:00.000Z`, settings: { least_minutes: 10, most_minutes: 16, every_minutes: 120 } })
    expect(patrol.stops.length).toBeGreaterThanOrEqual(3)
    const roads = test.services.network.current()
    patrol.stops.forEach((stop, i) => {
      expect(snapTo(roads, stop.longitude, stop.latitude, 'car')!.metres).toBeLessThan(0.1)
      for (const other of patrol.stops.slice(i + 1)) expect(metresBetween(stop.longitude, stop.latitude, other.longitude, other.latitude)).toBeGreaterThanOrEqual(150)
      expect(stop.name).not.toBe('')
      expect(stop.incidents).toBeGreaterThan(0)
    })
    expect(new Set(patrol.stops.map(({ name }) => name)).size).toBe(patrol.stops.length)
    const served = new Set(patrol.tours.flatMap(({ visits }) => visits.map(({ stop }) => stop)))
    expect(served.size + patrol.unserved.length).toBe(patrol.stops.length)
    for (const { visits, meal, from, to, start } of patrol.tours) {
      expect(minute(meal!.from)).toBeGreaterThanOrEqual(minute(`${day}T10:00:00Z`))
      expect(minute(meal!.to)).toBeLessThanOrEqual(minute(`${day}T12:00:00Z`))
      expect(minute(meal!.to) - minute(meal!.from)).toBe(30)
      const own = Map.groupBy(visits, ({ stop }) => stop)
      for (const [, at] of own) {
        at.forEach(({ arrive, leave }) => { expect(minute(leave) - minute(arrive)).toBeGreaterThanOrEqual(10); expect(minute(leave) - minute(arrive)).toBeLessThanOrEqual(16) })
        const gaps = [...at.map(({ arrive }, n) => minute(arrive) - minute(at[n - 1]?.leave ?? from)), minute(to) - minute(at.at(-1)!.leave)]
        expect(Math.max(...gaps)).toBeLessThanOrEqual(120 + 1e-9)
      }
      // The way to the first stop is no shorter than by road, without siren, at the shift's slowest hour.
      const first = patrol.stops.find(({ id }) => id === visits[0]?.stop)
      if (!first) continue
      const [seconds] = travelTimesFrom(roads, snapTo(roads, start.longitude, start.latitude, 'car')!, [snapTo(roads, first.longitude, first.latitude, 'car')!], { kind: 'car', siren: false, hour: 18 })
      expect(Date.parse(visits[0]!.arrive) - Date.parse(from)).toBeGreaterThanOrEqual(seconds! * 1000 - 1)
    }
  })

  it('comes again from its seed, and otherwise from another', async () => {
    const tours = async (more: object) => ((await post(analyst, '/preview', { ...ask, ...more })).json() as Patrol).tours
    const first = await tours({})
    expect(await tours({})).toEqual(first)
    expect(await tours({ seed: 8 })).not.toEqual(first)
    const { seed, tours: drawn } = (await post(analyst, '/preview', { ...ask, seed: undefined })).json() as Patrol
    expect(await tours({ seed })).toEqual(drawn)
  })

  it('takes the busiest place of a zone first, as counted in the window and types of its evidence', async () => {
    const { stops } = (await post(analyst, '/preview', { ...ask, zones: zones.slice(0, 1), places_a_zone: 1 })).json() as Patrol
    expect(stops).toHaveLength(1)
    const { rows: [row] } = await sql<{ n: number }>`
      SELECT count(*)::integer AS n FROM incident i JOIN zone z ON z.id = ${zones[0]!} JOIN zone_version v ON v.zone_id = z.id AND v.version = z.version
      WHERE ST_Contains(z.geom, i.geom) AND i.received_at >= (v.evidence #>> '{selection,from}')::timestamptz AND i.received_at < (v.evidence #>> '{selection,to}')::timestamptz AND i.channel <> 'patrol' AND i.merged_into_id IS NULL
        AND i.point_level IN ('road', 'number', 'building', 'unit', 'room') AND EXISTS (SELECT 1 FROM jsonb_array_elements_text(v.evidence #> '{selection,codes}') c WHERE i.code LIKE c || '%')
      GROUP BY h3_parent(i.cell, 10) ORDER BY 1 DESC LIMIT 1`.execute(test.database.db)
    expect(stops[0]!.incidents).toBe(row!.n)
  })

  it('tells which stops can\'t be served, by name, and what to change', async () => {
    const { unserved, stops } = (await post(analyst, '/preview', { ...ask, units: [{ unit_id: units[0]!.id }], places_a_zone: 10, settings: { least_minutes: 30, most_minutes: 30, every_minutes: 60 } })).json() as Patrol
    expect(unserved.length).toBeGreaterThan(0)
    const { stop, why, reason, lacking_minutes: lacking } = unserved[0]!
    expect(reason).toBe('no_time')
    expect(lacking).toBeGreaterThan(0)
    expect(why.zh).toContain(stops.find(({ id }) => id === stop)!.name)
    expect(why.zh).toContain(units[0]!.callsign)
  })

  it('on foot takes the time it takes on foot, beside cars that drive', async () => {
    const { rows: [officer] } = await sql<{ id: number, x: number, y: number }>`SELECT u.id::integer, ST_X(f.geom) AS x, ST_Y(f.geom) AS y FROM unit u JOIN facility f ON f.station_id = u.station_id AND f.kind = 'station' WHERE u.kind = 'officer' ORDER BY u.id LIMIT 1`.execute(test.database.db)
    const stops = [{ name: '路口', longitude: officer!.x + 0.008, latitude: officer!.y }], legs = async (unit: number) => {
      const patrol = (await post(analyst, '/preview', { ...ask, zones: [], stops, units: [{ unit_id: unit }] })).json() as Patrol
      expect(patrol.stops).toMatchObject([{ name: '路口', weight: 1, zone_id: null }])
      return patrol.tours[0]!.visits.length > 0 ? patrol.tours[0]!.travel_minutes / patrol.tours[0]!.visits.length : Infinity
    }
    const { rows: [car] } = await sql<{ id: number }>`SELECT u.id::integer FROM unit u WHERE u.kind = 'patrol_car' AND u.station_id = (SELECT station_id FROM unit WHERE id = ${officer!.id}) LIMIT 1`.execute(test.database.db)
    expect(await legs(officer!.id)).toBeGreaterThan(2 * await legs(car!.id))
  })

  it.each([
    ['a unit that isn\'t there', { units: [{ unit_id: 2_000_000_000 }] }, '/body/units/0/unit_id', 'no such unit'], ['a shift that is none', { shift: 'teatime' }, '/body/shift', 'must be among'],
    ['a day that is past', { day: '2026-01-01' }, '/body/day', 'ended at'], ['nowhere to stop', { zones: [] }, '/body/stops', 'nowhere to stop'], ['a zone that isn\'t there', { zones: [2_000_000] }, '/body/zones/0', 'no such zone'], ['an id beyond what there may be', { zones: [3_000_000_000] }, '/body/zones/0', '<= 2147483647'],
    ['stays that are longest before they are least', { settings: { least_minutes: 20 } }, '/body/settings/least_minutes', 'most_minutes (16)'], ['coming again later than at the latest', { settings: { again_minutes: 130 } }, '/body/settings/every_minutes', 'again_minutes (130)'],
    ['stays that last no time', { settings: { least_minutes: 1e-300, again_minutes: 0 } }, '/body/settings/least_minutes', '>= 1'],
    ['a stop in the sea', { stops: [{ longitude: 119.5, latitude: 23 }] }, '/body/stops/0', 'no road'],
  ])('refuses %s, naming it', async (_, more, pointer, detail) => {
    const answer = await post(analyst, '/preview', { ...ask, ...more })
    expect(answer.statusCode, answer.body).toBe(400)
    expect(answer.json().errors[0].pointer).toBe(pointer)
    expect(answer.json().errors[0].detail).toContain(detail)
    expect(answer.json().errors[0]).toHaveProperty('value')
  })

  it('refuses a unit twice, one that doesn\'t patrol, and meals out of the shift or too short', async () => {
    const id = units[0]!.id, { rows: [drone] } = await sql<{ id: number }>`SELECT id::integer FROM unit WHERE kind = 'drone' LIMIT 1`.execute(test.database.db)
    const faults = async (asked: object[]) => (await post(analyst, '/preview', { ...ask, units: asked })).json().errors.map(({ pointer, detail }: { pointer: string, detail: string }) => [pointer, detail])
    expect(await faults([{ unit_id: id }, { unit_id: id }])).toEqual([['/body/units/1/unit_id', expect.stringContaining('named twice')]])
    expect(await faults([{ unit_id: drone!.id }])).toEqual([['/body/units/0/unit_id', expect.stringContaining('drone')]])
    expect(await faults([{ unit_id: id, meal: { from: '12:00', to: '13:00', minutes: 30 } }])).toEqual([['/body/units/0/meal', expect.stringContaining('within the shift')]])
    expect(await faults([{ unit_id: id, meal: { from: '18:00', to: '18:20', minutes: 30 } }])).toEqual([['/body/units/0/meal', expect.stringContaining('leaves 20 min')]])
  })

  it('of a night has its meal after midnight on the next day', async () => {
    await sql`UPDATE setting SET value = value || '[{"id": "late", "label": {"zh": "晚班", "en": "Late"}, "hours": [22, 23, 0, 1, 2, 3]}]' WHERE key = 'shifts'`.execute(test.database.db)
    const patrol = (await post(analyst, '/preview', { ...ask, shift: 'late', units: [{ unit_id: units[0]!.id, meal: { from: '23:30', to: '01:00', minutes: 30 } }] })).json() as Patrol
    expect(patrol).toMatchObject({ from: `${day}T14:00:00.000Z`, to: `${day}T20:00:00.000Z` })
    expect(minute(patrol.tours[0]!.meal!.from)).toBeGreaterThanOrEqual(minute(`${day}T15:30:00Z`))
    expect(minute(patrol.tours[0]!.meal!.to)).toBeLessThanOrEqual(minute(`${day}T17:00:00Z`))
  })
})

describe('a patrol that is kept', () => {
  it('is a draft until a chief publishes it, holds its units then, and is told to everybody', async () => {
    const draft = await made(analyst), preview = (await post(analyst, '/preview', ask)).json() as Patrol
    expect(draft).toMatchObject({ status: 'draft', name: '今晚巡逻', seed: 7, tours: preview.tours, stops: preview.stops })
    expect((await dispatcher(`/api/deployment/patrols/${draft.id}`)).statusCode).toBe(404)
    expect((await post(analyst, `/${draft.id}/publish`, {})).statusCode).toBe(403)
    await sql`INSERT INTO zone_hand_over (zone_id, version, taker, actor) SELECT id, version, 'patrol', 'test' FROM zone WHERE id = ${zones[0]!} ON CONFLICT (zone_id, version, taker) DO UPDATE SET state = 'waiting'`.execute(test.database.db)
    const events: unknown[] = []
    test.services.changes.on('event', ({ event, data }) => { if (event === 'patrols') events.push(data) })
    const published = await post(chief, `/${draft.id}/publish`, {})
    expect(published.statusCode, published.body).toBe(200)
    expect(published.json()).toMatchObject({ status: 'published', published: { by: expect.any(String) } })
    await expect.poll(() => events).toEqual([{ patrol_id: draft.id, status: 'published' }])
    expect((await sql<{ state: string }>`SELECT state FROM zone_hand_over WHERE zone_id = ${zones[0]!} AND taker = 'patrol'`.execute(test.database.db)).rows).toEqual([{ state: 'taken' }])
    const listed = async (query: string) => (await dispatcher(`/api/deployment/patrols?${query}`)).json().patrols.map(({ id }: KeptPatrol) => id)
    expect(await listed(`day=${day}&unit_id=${units[0]!.id}`)).toEqual([draft.id])
    expect(await listed(`day=${day}&status=withdrawn`)).toEqual([])
    expect(await listed(`day=${today}`)).toEqual([])
    expect(await listed(`at=${day}T15:59:00Z`)).toEqual([draft.id])
    expect(await listed(`at=${day}T16:00:00Z`)).toEqual([])

    // Its units are taken in those hours, in others not.
    const refused = await post(analyst, '/preview', ask)
    expect(refused.statusCode).toBe(409)
    expect(refused.json().detail_zh).toContain('今晚巡逻')
    expect(refused.json().detail_zh).toContain(units[0]!.callsign)
    const other = await made(analyst, { name: '后天', day: dayAfter(day, 1) })
    expect((await post(chief, `/${other.id}/publish`, {})).json().status).toBe('published')

    expect((await post(chief, `/${draft.id}/withdraw`, { reason: '改案' })).json()).toMatchObject({ status: 'withdrawn', withdrawn: { reason: '改案' } })
    expect((await post(analyst, '/preview', ask)).statusCode).toBe(200)
    const { rows } = await sql<{ action: string }>`SELECT action FROM audit WHERE subject = ${`patrol_plan/${draft.id}`} ORDER BY id`.execute(test.database.db)
    expect(rows.map(({ action }) => action)).toEqual(['patrol made', 'patrol published', 'patrol withdrawn'])
    await expect(sql`UPDATE patrol_plan SET tours = '[]' WHERE id = ${draft.id}`.execute(test.database.db)).rejects.toThrow('keeps its tours')
    await expect(sql`DELETE FROM patrol_plan WHERE id = ${draft.id}`.execute(test.database.db)).rejects.toThrow('refused')
  })

  it('is refused when two drafts want one unit at the same time and the other was published first', async () => {
    const later = dayAfter(day, 3), [a, b] = [await made(analyst, { name: '甲案', day: later }), await made(analyst, { name: '乙案', day: later })]
    expect((await post(chief, `/${a.id}/publish`, {})).statusCode).toBe(200)
    const refused = await post(chief, `/${b.id}/publish`, {})
    expect(refused.statusCode).toBe(409)
    expect(refused.json().detail_zh).toContain('甲案')
  })

  it('leaves a unit no post in those hours, and a post leaves it no tour', async () => {
    const solved = (await chief('/api/deployment/runs', { method: 'POST', payload: { selection: { from: '2026-01-01', to: '2026-11-15' }, model: 'maximal_covering', posts: 2, sites: { junctions: { spacing_metres: 3_000 } }, wait_ms: 30_000 } })).json(), later = dayAfter(day, 5)
    const plan = async (shift: string) => {
      const { id } = (await chief('/api/deployment/plans', { method: 'POST', payload: { name: `${shift} 岗`, run_id: solved.id, shift, valid_from: later, units: { [solved.result.sites[0].id]: [units[0]!.id] } } })).json()
      return chief(`/api/deployment/plans/${id}/publish`, { method: 'POST', payload: {} })
    }
    const touring = await made(analyst, { name: '先巡', day: later })
    await post(chief, `/${touring.id}/publish`, {})
    const refused = await plan('evening')
    expect([refused.statusCode, refused.json().detail_zh]).toEqual([409, `${units[0]!.callsign} 同一时段已在巡逻方案“先巡”中`])
    expect((await plan('morning')).statusCode).toBe(200)
    const standing = await post(analyst, '/preview', { ...ask, day: later, shift: 'morning', units: [{ unit_id: units[0]!.id }] })
    expect(standing.statusCode).toBe(409)
    expect(standing.json().detail_zh).toContain('“morning 岗”中值守')
  }, 60_000)
})
