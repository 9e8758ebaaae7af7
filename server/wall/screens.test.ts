import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../tests/app.ts'

let test: TestApp
beforeAll(async () => { test = await startTestApp() })
afterAll(() => test.stop())

const screen = {
  id: '2', name: '东墙', name_en: 'East wall', layers: 'incidents,units', time: '24h', tour_seconds: 0, follow: true, pull_seconds: 25,
  views: [{ name: '全市', longitude: 118.1, latitude: 24.5, zoom: 11, bearing: 0, pitch: 0 }], night: { from_hour: 22, to_hour: 6, dim: 0.4 }, response_rule_id: null,
}
const put = (screens: object[]) => ({ method: 'PUT' as const, payload: { screens } })

describe('screens of the wall', () => {
  it('are none at first, set by a chief, and read by a wall', async () => {
    const [chief, wall] = [await test.as('chief'), await test.as('wall')]
    expect((await wall('/api/wall/screens')).json()).toEqual({ screens: [] })
    // Other things happen in the city meanwhile.
    const heard = new Promise(resolve => test.services.changes.on('event', each => { if (each.event === 'settings') resolve(each) }))
    expect((await chief('/api/wall/screens', put([screen]))).statusCode).toBe(200)
    expect((await wall('/api/wall/screens')).json()).toEqual({ screens: [screen] })
    expect(await heard).toMatchObject({ event: 'settings', data: { what: 'wall_screens' } })
  })

  it('are not set by a dispatcher', async () => {
    const answer = await (await test.as('dispatcher'))('/api/wall/screens', put([screen]))
    expect(answer.statusCode).toBe(403)
    expect(answer.json().detail).toContain('administrator or chief')
  })

  it('refuse two of one id, and a tour of one view, and say so', async () => {
    const chief = await test.as('chief')
    const twice = await chief('/api/wall/screens', put([screen, screen]))
    expect(twice.json().errors).toEqual([{ pointer: '/body/screens/1/id', value: '2', detail: expect.stringContaining('earlier screen') }])
    const tour = await chief('/api/wall/screens', put([{ ...screen, tour_seconds: 30 }]))
    expect(tour.json().errors[0]).toMatchObject({ pointer: '/body/screens/0/views', value: 1 })
    const dark = await chief('/api/wall/screens', put([{ ...screen, night: { from_hour: 22, to_hour: 6, dim: 1 } }]))
    expect(dark.statusCode).toBe(400)
  })
})
