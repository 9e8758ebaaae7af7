import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { PositionEncoder } from '../../server/live/encode-positions.ts'
import { launchBrowser, visit } from './browser.ts'
import { signInByHand } from './desk-hand.ts'
import { startApp, type RunningApp } from './start-app.ts'
import { signIn } from './steps.ts'

vi.setConfig({ testTimeout: 300_000 })

let app: RunningApp
let browser: Browser
beforeAll(async () => { [app, browser] = [await startApp(), await launchBrowser()] })
afterAll(async () => { await browser?.close(); await app?.stop() })

/** A day of a station: calls, what becomes of them, alerts, units that change what they do and drive about. */
const perDay = { calls: 80, alerts: 30, statuses: 400, ticks: 60 }

it('keeps its memory over a simulated week', async () => {
  const wall = await visit(browser, { width: 640, height: 400 })
  const { page } = wall
  wall.allow(/404/)
  await page.addInitScript(() => {
    const Real = globalThis.EventSource
    globalThis.EventSource = class extends Real {
      constructor(url: string | URL) {
        super(url)
        ;(globalThis as { stream?: EventSource }).stream = this
      }
    }
  })
  await signIn(wall, `${app.url}/wall`, await app.account('wall'))
  await page.getByRole('heading', { name: '未办结警情' }).waitFor()
  const hand = await signInByHand(app.url, await app.account('dispatcher'))
  const { units } = await hand.get<{ units: { id: number, fix: { longitude: number, latitude: number } | null }[] }>('/api/units')
  const ticks = Array.from({ length: 40 }, (_, i) => everywhere(units, i))
  const memory = await page.context().newCDPSession(page)

  // The first day warms up caches, fonts and pictures.
  await liveThrough(page, ticks, 0)
  const before = await heapMegabytes(memory)
  for (let day = 1; day <= 7; day++) await liveThrough(page, ticks, day)
  const after = await heapMegabytes(memory)
  console.log(`heap of the wall: ${before.toFixed(1)} MB after a day, ${after.toFixed(1)} MB after a week more`)
  expect(after - before).toBeLessThan(6)
  expect(await page.evaluate(() => document.querySelectorAll('.maplibregl-marker').length)).toBeLessThanOrEqual(20)
  await wall.close()
})

/** Where all units are at a step of their way, as the stream tells it whole. */
function everywhere(units: readonly { id: number, fix: { longitude: number, latitude: number } | null }[], step: number): string {
  const encoder = new PositionEncoder()
  const at = Date.now() + step * 1_000
  encoder.changes(units.filter(({ fix }) => fix).map(({ id, fix }) => ({ id, fix: { longitude: fix!.longitude + step * 1e-4, latitude: fix!.latitude, at, heading: 90, speedKmh: 30 } })), at)
  return JSON.stringify(encoder.everything(at))
}

const liveThrough = (page: Page, ticks: readonly string[], day: number): Promise<void> => page.evaluate(async ({ ticks: positions, day: number, perDay: each }) => {
  const stream = (globalThis as { stream?: EventSource }).stream!
  const tell = (name: string, data: unknown) => { stream.dispatchEvent(new MessageEvent(name, { data: typeof data === 'string' ? data : JSON.stringify(data) })) }
  const breathe = () => new Promise(resolve => { setTimeout(resolve, 0) })
  const now = () => new Date().toISOString()
  const incident = (id: number, change: string, status: string, version: number) => ({
    id, number: `J${id}`, change, status, code: '0201', grade: 3, channel: 'call', station_id: 1, received_at: now(), version, merged_into_id: null,
    longitude: 118 + id % 100 / 1000, latitude: 24.4 + id % 77 / 1000,
  })
  for (let i = 0; i < each.calls; i++) {
    const id = 10_000_000 + number * each.calls + i
    for (const [version, status] of ['received', 'dispatched', 'on_scene', 'closed'].entries()) tell('incident', incident(id, version === 0 ? 'taken' : 'status', status, version))
    if (i % 4 === 0) await breathe()
  }
  for (let i = 0; i < each.alerts; i++) {
    const alert = { id: 20_000_000 + number * each.alerts + i, rule_id: 1, rule: { name: '规则', name_en: 'rule' }, kind: 'unanswered', subject: 'incident/1', level: 'alert', grade: 2, sound: true, raised_at: now(), seen_at: now(),
      acknowledged_at: null, actor: null, note: null, escalated_at: null, station_id: null, incident_id: null, unit_id: null, longitude: null, latitude: null, data: { number: 'J1', minutes: 4 } }
    tell('alert', { ...alert, cleared_at: null, change: 'raised' })
    tell('alert', { ...alert, cleared_at: now(), change: 'cleared' })
    if (i % 4 === 0) await breathe()
  }
  for (let i = 0; i < each.statuses; i++) {
    tell('unit', { id: 1 + i % 60, status: i % 2 ? 'available' : 'enroute', meaning: i % 2 ? 'available' : 'enroute', status_since: now(), incident_id: null, shift_to: null })
    if (i % 20 === 0) await breathe()
  }
  for (let i = 0; i < each.ticks; i++) {
    tell('positions', positions[i % positions.length])
    if (i % 2 === 0) await breathe()
  }
}, { ticks: [...ticks], day, perDay })

async function heapMegabytes(session: CDPSession): Promise<number> {
  await new Promise(resolve => { setTimeout(resolve, 4_000) })
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20
}
