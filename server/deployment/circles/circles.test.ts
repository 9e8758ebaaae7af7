// Beats, response circles and the minutes allowed, over HTTP.
import { gridDisk } from 'h3-js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Asker, TestApp } from '../../../tests/app.ts'
import { post, selection, solved, startPlanningCity } from '../../../tests/deployment.ts'

let test: TestApp, chief: Asker, analyst: Asker
beforeAll(async () => { ({ test, chief, analyst } = await startPlanningCity()) })
afterAll(() => test.stop())

describe('beats', () => {
  it('are connected, balanced, and hold every cell that hangs together', async () => {
    const ask = { selection, beats: 3, tolerance: 0.3, resolution: 8, detached: 'leave_out', seconds: 10 }, drawn = (await post(chief, 'beats', ask)).json()
    expect(drawn.reasons).toEqual([])
    expect(['optimal', 'gap']).toContain(drawn.status)
    expect(drawn.objective).toBeGreaterThanOrEqual(drawn.bound)
    const mean = drawn.beats.reduce((sum: number, { load }: { load: number }) => sum + load, 0) / 3
    expect(drawn.beats.reduce((sum: number, { load, mean_seconds: way }: { load: number, mean_seconds: number | null }) => sum + load * (way ?? 0), 0)).toBeCloseTo(drawn.objective, 3)
    for (const [i, { load, cells }] of drawn.beats.entries()) {
      expect(Math.abs(load / mean - 1)).toBeLessThanOrEqual(0.3 + 1e-9)
      const own = new Set<string>(drawn.cells.filter((_: string, at: number) => drawn.beat[at] === i)), path = [[...own][0]!]
      expect(own.size).toBe(cells)
      own.delete(path[0]!)
      while (path.length > 0) for (const next of gridDisk(path.pop()!, 1)) if (own.delete(next)) path.push(next)
      expect(own.size).toBe(0)
    }
    const apart = (await post(chief, 'beats', { ...ask, beats: 1, detached: 'refuse' })).json()
    expect(apart.status).toBe('infeasible')
    expect(apart.reasons.map(({ code }: { code: string }) => code)).toContain('apart')
  })
})

describe('the response circles', () => {
  it('are audited by demand, residents and key places, and their gaps closed by the fewest posts', async () => {
    const { circles } = (await post(chief, 'circles', {})).json(), circle = circles.find(({ rule }: { rule: { code: string } }) => rule.code === 'branch-3')
    expect(circles.length).toBe(4)
    expect(circle.cells_inside + circle.gap.cells).toBe(circle.cells)
    expect(circle.demand_share).toBeGreaterThan(0)
    expect(circle.demand_share + circle.gap.demand_share).toBeCloseTo(1, 9)
    const { cells } = (await post(chief, 'circles', { cells_of: circle.rule.id })).json()
    expect(cells.cell.length).toBe(circle.cells)
    expect(cells.seconds.filter((seconds: number | null) => seconds !== null && seconds <= circle.rule.minutes * 60).length).toBe(circle.cells_inside)
    expect((await post(chief, 'circles', { cells_of: 999 })).statusCode).toBe(404)
    const sites = { junctions: { spacing_metres: 3_000 } }, closed = (await post(chief, `circles/${circle.rule.id}/closure`, { sites })).json()
    expect(closed.gap.cell.length + closed.cells_beyond).toBe(circle.gap.cells)
    expect(closed.closure).toMatchObject({ status: 'optimal', bound: closed.closure.posts })
    expect(closed.closure.cells_closed + closed.closure.cells_open).toBe(closed.gap.cell.length)
    const some = (await post(chief, `circles/${circle.rule.id}/closure`, { sites, posts: 1 })).json()
    expect(some.closure.posts).toBe(1)
    expect(some.closure.demand_closed).toBeGreaterThan(0)
    expect(some.closure.demand_closed).toBeLessThanOrEqual(closed.closure.demand_closed)
  })

  it('are audited for a plan as for units that stand there', async () => {
    const { id } = await solved(chief), { circles } = (await post(chief, 'circles', { run_id: id })).json()
    expect(circles.map(({ rule, units }: { rule: { code: string }, units: number }) => [rule.code, units])).toEqual([['post-1', 0], ['branch-3', 3], ['bureau-5', 3], ['key-places-3', 3]])
  })
})

describe('the minutes allowed', () => {
  it('are the chief\'s to set, by class of area and force, and plans follow them', async () => {
    const setting = (await chief('/api/deployment/setting')).json(), { rows: [bureau] } = await sql<{ id: number }>`SELECT id FROM division WHERE kind = 'bureau' LIMIT 1`.execute(test.database.db)
    const wider = { ...setting, minutes: { ...setting.minutes, outskirts: { ...setting.minutes.outskirts, patrol_car: 11 } }, divisions: { [bureau!.id]: 'outskirts' } }
    expect((await analyst('/api/deployment/setting', { method: 'PUT', payload: wider })).statusCode).toBe(403)
    expect((await chief('/api/deployment/setting', { method: 'PUT', payload: { ...wider, minutes: {} } })).statusCode).toBe(400)
    // No division has such an id, and the database none so large.
    expect((await chief('/api/deployment/setting', { method: 'PUT', payload: { ...wider, divisions: { 99999999999: 'city' } } })).statusCode).toBe(400)
    expect((await chief('/api/deployment/setting', { method: 'PUT', payload: { ...wider, divisions: { downtown: 'city' } } })).statusCode).toBe(400)
    expect((await chief('/api/deployment/setting', { method: 'PUT', payload: wider })).statusCode).toBe(200)
    const { result } = await solved(chief), atStations = result.cells.limit.filter((_, i) => result.cells.area_class[i] === 'outskirts')
    expect(atStations.length).toBeGreaterThan(0)
    expect(new Set(atStations)).toEqual(new Set([660]))
    await chief('/api/deployment/setting', { method: 'PUT', payload: setting })
  })
})
