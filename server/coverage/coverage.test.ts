// Coverage of the tiny city against brute force, and what follows from it: losses, closures, voids.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestApp, type Asker, type TestApp } from '../../tests/app.ts'
import { kindOfUnit, kinds } from '../network/speeds.ts'
import { travelTimesTo } from '../network/travel-times.ts'
import { coverageLost } from './lost.ts'
import { lossOf } from './loss.ts'
import { isCovered, type Cover, type CountedUnit } from './cover-rules.ts'
import { UnitSnaps } from './counted-units.ts'
import { localHour } from '../network/ask-network.ts'
import { kindsOf } from './rules/rule.ts'

let test: TestApp
let chief: Asker
const rules = new Map<string, number>()

beforeAll(async () => {
  test = await startTestApp({ alertSeconds: 0 })
  const { db } = test.database
  // The tiny city's clock stands still; its units reported just now.
  await sql`UPDATE unit_position SET at = now() WHERE at > '2026-11-20T03:30:00Z'`.execute(db)
  await test.services.units.reload()
  await test.services.network.ready()
  chief = await test.as('chief')
  for (const { id, code } of (await chief('/api/response-rules')).json().rules) rules.set(code, id)
  await test.services.coverage.refresh()
})
afterAll(() => test.stop())

const coverOf = (code: string) => test.services.coverage.of(rules.get(code)!)
const counted = async (): Promise<CountedUnit[]> => new UnitSnaps(test.services.network.current()).count(test.services.units.all(), Date.now(), () => undefined)
const hourOf = (cover: Cover) => localHour(new Date(cover.at), 'Asia/Shanghai')

describe('coverage', () => {
  it('is, cell by cell, the least travel time of all units that count, and the least of the others', async () => {
    const { ground } = test.services.coverage, units = await counted()
    expect(units.length).toBeGreaterThan(20)
    for (const code of ['branch-3', 'bureau-5']) {
      const cover = await coverOf(code), { rule, soonest } = cover
      const ours = units.filter(({ kind }) => kindsOf(rule).includes(kind))
      expect(new Set(cover.units)).toEqual(new Set(ours.map(({ id }) => id)))
      let reached = 0
      // Every fourth: brute force takes its time.
      for (const cell of cover.cells.filter((_, i) => i % 4 === 0)) {
        const times: { id: number, seconds: number }[] = []
        for (const kind of kinds) {
          const anchor = ground.anchors[kind].snaps[cell], alike = ours.filter(unit => kindOfUnit(unit.kind) === kind)
          if (!anchor) continue
          travelTimesTo(ground.network, anchor, alike.map(({ snap }) => snap), { kind, siren: kind !== 'foot', hour: hourOf(cover) })
            .forEach((seconds, i) => times.push({ id: alike[i]!.id, seconds }))
        }
        times.sort((a, b) => a.seconds - b.seconds)
        const limit = rule.minutes * 60 + Math.min(rule.minutes, 10) * 60
        const [first, second] = times.map(({ seconds }) => seconds <= limit ? seconds : Infinity)
        if (first !== Infinity) reached++
        const agrees = (ours: number, theirs: number) => ours === theirs || Math.abs(ours - theirs) < 1e-6
        expect(agrees(soonest.firstSeconds[cell]!, first!), `cell ${cell}: ${soonest.firstSeconds[cell]} is not ${first}`).toBe(true)
        expect(agrees(soonest.secondSeconds[cell]!, second!), `cell ${cell}: ${soonest.secondSeconds[cell]} is not ${second}`).toBe(true)
      }
      expect(reached).toBeGreaterThan(10)
      expect(reached).toBeLessThan(cover.cells.length / 4)
    }
  })

  it('tied to a class of place is about the cells that hold one', async () => {
    const cover = await coverOf('key-places-3')
    const { rows } = await sql<{ n: number }>`SELECT count(DISTINCT h3_parent(p.cell, 9))::integer AS n FROM place p WHERE category IN ('school', 'hospital', 'mall', 'market')
      AND (EXISTS (SELECT 1 FROM address a WHERE h3_parent(a.cell, 9) = h3_parent(p.cell, 9) AND a.status = 'active' AND a.level IN ('number', 'building'))
        OR EXISTS (SELECT 1 FROM road r WHERE h3_parent(r.cell, 9) = h3_parent(p.cell, 9) AND r.class NOT IN ('path', 'motorway')))`.execute(test.database.db)
    expect(cover.cells.length).toBe(rows[0]!.n)
    expect(cover.cells.length).toBeGreaterThan(0)
  })

  it('is served with its figures, the same to everybody, packed where that is asked for', async () => {
    const wall = await test.as('wall')
    const url = `/api/coverage/${rules.get('bureau-5')}`
    const answer = await wall(url), told = answer.json()
    expect(told).toMatchObject({ resolution: 9, rule: { code: 'bureau-5', minutes: 5 } })
    expect(told.cells).toHaveLength(told.seconds.length)
    expect(told.void.length).toBe((told.seconds as (number | null)[]).filter(seconds => seconds === null || seconds > 300).length)
    const { rows: [people] } = await sql<{ n: number }>`SELECT sum(residents)::integer AS n FROM population`.execute(test.database.db)
    expect(told.residents_total).toBeLessThanOrEqual(Math.ceil(people!.n / 10) * 10)
    expect(told.residents_covered).toBeGreaterThan(0)
    expect(told.demand_share_covered).toBeGreaterThan(0)
    expect(told.demand_share_covered).toBeLessThanOrEqual(1)
    const packed = await wall(url, { headers: { 'accept-encoding': 'gzip' } })
    expect(packed.headers['content-encoding']).toBe('gzip')
    const { gunzipSync } = await import('node:zlib')
    expect(JSON.parse(gunzipSync(packed.rawPayload).toString())).toEqual(told)
    expect((await wall(url, { headers: { 'if-none-match': String(answer.headers.etag) } })).statusCode).toBe(304)
    expect((await wall('/api/coverage/99999')).statusCode).toBe(404)
  })

  it('without a unit is what a new computation without it says', async () => {
    const cover = await coverOf('branch-3'), { coverage } = test.services, { city } = coverage.ground
    const losses = cover.units.map(id => lossOf(cover, city, id)).filter(({ cells }) => cells > 0)
    expect(losses.length).toBeGreaterThan(2)
    for (const id of cover.units.slice(0, 12)) {
      const loss = lossOf(cover, city, id), after = await coverage.without(cover, new Set([id]))
      const lost = [...cover.cells].filter(cell => isCovered(cover, cell) && !isCovered(after, cell))
      expect(loss.lost).toEqual(lost)
      for (const cell of cover.cells) if (cover.soonest.first[cell] === id) expect(after.soonest.firstSeconds[cell]).toBeCloseTo(cover.soonest.secondSeconds[cell]!, 6)
    }
  })

  it('that sending units would cost is told, with the stations that are left', async () => {
    const cover = await coverOf('branch-3'), { city } = test.services.coverage.ground
    const [worst, next] = cover.units.map(id => ({ id, loss: lossOf(cover, city, id) })).sort((a, b) => b.loss.cells - a.loss.cells)
    const one = (await chief(`/api/coverage/without?unit_ids=${worst!.id}&rule_id=${cover.rule.id}`)).json()
    expect(one).toMatchObject({ rule_id: cover.rule.id, cells_lost: worst!.loss.cells, station_names: worst!.loss.station_names, seconds_worse: worst!.loss.seconds_worse })
    expect(one.seconds_worse).toBeGreaterThan(0)
    const two = (await chief(`/api/coverage/without?unit_ids=${worst!.id},${next!.id}&rule_id=${cover.rule.id}`)).json()
    expect(two.cells_lost).toBeGreaterThanOrEqual(worst!.loss.cells + next!.loss.cells)
    const told = await coverageLost(test.services, worst!.id)
    expect(told).toMatchObject({ rule_id: rules.get('bureau-5') })
    expect(await coverageLost(test.services, 999_999)).toBeNull()
    expect((await chief('/api/coverage/without?unit_ids=x')).statusCode).toBe(400)
  })

  it('says what would close a void, most cells first', async () => {
    const cover = await coverOf('branch-3')
    const answer = (await chief(`/api/coverage/${cover.rule.id}/closures`)).json()
    expect(answer.cells).toBeGreaterThan(0)
    expect(answer.options.length).toBeGreaterThan(0)
    const hidden = (await chief(`/api/coverage/${cover.rule.id}`)).json().void as { cell: string }[]
    let told = 0
    for (const { cell } of hidden.filter((_, i) => i % Math.ceil(hidden.length / 40) === 0)) {
      const { cells, options } = (await chief(`/api/coverage/${cover.rule.id}/closures?cell=${cell}`)).json() as { cells: number, options: { kind: string, closes_cells: number, seconds: number | null }[] }
      expect(cells).toBeGreaterThan(0)
      expect(options.map(option => option.closes_cells)).toEqual(options.map(option => option.closes_cells).sort((a, b) => b - a))
      for (const option of options) {
        expect(['post', 'station', 'unit']).toContain(option.kind)
        expect(option.closes_cells).toBeLessThanOrEqual(cells)
      }
      told += options.length
    }
    expect(told).toBeGreaterThan(0)
    expect((await chief(`/api/coverage/${cover.rule.id}/closures?cell=nonsense`)).statusCode).toBe(400)
    expect((await chief(`/api/coverage/${cover.rule.id}/closures?cell=89283082803ffff`)).statusCode).toBe(404)
  })
})

describe('response rules', () => {
  it('are refused with the field and what would be right', async () => {
    const bad = await chief('/api/response-rules', { method: 'POST', payload: { code: 'x', name: 'x', name_en: 'x', minutes: 3, tied_to: 'place', unit_kinds: ['tank'], division_ids: [999_999] } })
    expect(bad.statusCode).toBe(400)
    expect((bad.json().errors as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual(['/body/division_ids', '/body/place_categories', '/body/unit_kinds'])
    expect((await chief('/api/response-rules', { method: 'POST', payload: { code: 'post-1', name: 'x', name_en: 'x', minutes: 3, tied_to: 'force' } })).statusCode).toBe(409)
    const dispatcher = await test.as('dispatcher')
    expect((await dispatcher(`/api/response-rules/${rules.get('post-1')}`, { method: 'DELETE' })).statusCode).toBe(403)
  })

  it('apply at once, within their divisions', async () => {
    const { rows: [station] } = await sql<{ id: number, name: string }>`SELECT station_id AS id FROM address WHERE station_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`.execute(test.database.db)
    const made = await chief('/api/response-rules', { method: 'POST', payload: { code: 'local-8', name: '本所 8 分钟', name_en: '8 minutes here', minutes: 8, tied_to: 'force', division_ids: [station!.id], sort: 9 } })
    expect(made.statusCode).toBe(201)
    const { id } = made.json()
    await vi.waitFor(async () => expect((await chief(`/api/coverage/${id}`)).statusCode).toBe(200), { timeout: 5_000 })
    const cover = await test.services.coverage.of(id), { city } = test.services.coverage.ground
    expect(cover.cells.length).toBeGreaterThan(0)
    expect(cover.cells.length).toBeLessThan(city.cells.length)
    const inside = [...cover.cells].filter(cell => city.station[cell] === station!.id)
    expect(inside.length).toBeGreaterThan(cover.cells.length / 2)
    const edited = await chief(`/api/response-rules/${id}`, { method: 'PUT', payload: { ...made.json() as object, id: undefined, enabled: false } })
    expect(edited.json()).toMatchObject({ enabled: false })
    await vi.waitFor(async () => expect((await chief(`/api/coverage/${id}`)).statusCode).toBe(404), { timeout: 5_000 })
  })
})
