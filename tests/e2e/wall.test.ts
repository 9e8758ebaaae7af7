import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { cityDatabase } from '../database.ts'
import { launchBrowser, visit, type Screen } from './browser.ts'
import { signInByHand, type Hand } from './desk-hand.ts'
import { startApp, type Account, type RunningApp } from './start-app.ts'
import { mapIsThere, signIn, until } from './steps.ts'

// WebGL in software: right pictures, slowly.
vi.setConfig({ testTimeout: 180_000 })

const screen: Screen = { width: 1280, height: 720 }
/** What a server that is away provokes. */
const away = /ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED|503|answered 404: .*(alerts|coverage|response-rules)|status of 404/

let database: Awaited<ReturnType<typeof cityDatabase>>
let app: RunningApp
let browser: Browser
let dispatcher: Account
let desk: Hand
let busy: { longitude: number, latitude: number }[]
beforeAll(async () => {
  database = await cityDatabase()
  app = await startApp({ ...database, drop: async () => { /* kept for the server that comes back */ } })
  browser = await launchBrowser()
  dispatcher = await app.account('dispatcher')
  desk = await signInByHand(app.url, dispatcher)
  busy = (await sql<{ longitude: number, latitude: number }>`SELECT ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM address WHERE geom IS NOT NULL AND level = 'building' ORDER BY id LIMIT 400`.execute(database.db)).rows
})
afterAll(async () => { await browser?.close(); await app?.stop(); await database?.drop() })

let calls = 0
const call = async (): Promise<{ id: number, longitude: number, latitude: number }> => {
  const place = busy[++calls * 37 % busy.length]!
  const { id } = await desk.post<{ id: number }>('/api/incidents', { taken_code: '0201', channel: 'call', ...place })
  return { id, ...place }
}
/** The map has drawn itself and the processor is free: nobody calls in the second in which a wall is switched on. */
const settled = (page: Page) => page.evaluate(async () => {
  for (let quick = 0; quick < 5;) {
    const before = performance.now()
    await new Promise(resolve => { setTimeout(resolve, 100) })
    quick = performance.now() - before < 160 ? quick + 1 : 0
  }
})
const noteArrivals = (page: Page) => page.evaluate(() => {
  const seen: Record<string, number> = (globalThis as { arrivals?: Record<string, number> }).arrivals = {}
  new MutationObserver(() => {
    for (const row of document.querySelectorAll<HTMLElement>('[data-incident]')) seen[row.dataset.incident!] ??= Date.now()
  }).observe(document.body, { childList: true, subtree: true })
})
const arrivedAt = (page: Page, id: number) => page.evaluate(key => (globalThis as { arrivals?: Record<string, number> }).arrivals![key]!, String(id))
const centre = (url: string) => new URL(url).searchParams.get('view')!.split(',').map(Number) as [number, number, number]

it('shows a call within a second, is pulled to it, stays when it is touched, and goes on after one tap', async () => {
  const wall = await visit(browser, screen)
  const { page } = wall
  wall.allow(away)
  await signIn(wall, `${app.url}/wall`, await app.account('wall'))
  await page.getByRole('heading', { name: '未办结警情' }).waitFor()
  await settled(page)
  await noteArrivals(page)
  const first = await call()
  const since = Date.now()
  await page.locator(`[data-incident="${first.id}"]`).waitFor({ timeout: 10_000 })
  // By the page's own note of when it stood there: asking it takes longer than the call did.
  expect(await arrivedAt(page, first.id) - since).toBeLessThan(1_000)
  await page.getByText('新警情', { exact: true }).waitFor()
  await until(() => Math.hypot(centre(page.url())[0] - first.longitude, centre(page.url())[1] - first.latitude)).toBeLessThan(0.01)
  expect(centre(page.url())[2]).toBeGreaterThan(14)

  // What becomes of an open one moves nothing; neither does a new one while somebody holds the wall.
  await page.mouse.click(640, 420)
  await page.getByText('画面已停住').waitFor()
  const held = page.url()
  const second = await call()
  await page.locator(`[data-incident="${second.id}"]`).waitFor({ timeout: 5_000 })
  await page.getByText('期间新增 1 起').waitFor()
  await wall.picture('wall-held')
  expect(page.url()).toBe(held)
  await page.getByRole('button', { name: /画面已停住/ }).click()
  await until(() => Math.hypot(centre(page.url())[0] - second.longitude, centre(page.url())[1] - second.latitude)).toBeLessThan(0.01)
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(wall.problems()).toEqual([])
  await wall.close()
})

it('comes back after the server went and came again, without anybody touching it; and loads itself anew when a piece of it was gone', async () => {
  const wall = await visit(browser, screen)
  const { page } = wall
  wall.allow(away)
  await signIn(wall, `${app.url}/wall`, await app.account('wall'))
  await page.evaluate(() => { (globalThis as { sameWall?: boolean }).sameWall = true })
  const isSame = () => page.evaluate(() => (globalThis as { sameWall?: boolean }).sameWall === true)
  const port = Number(new URL(app.url).port)
  await app.stop()
  await page.getByText(/数据停更，自 \d\d:\d\d 起/).waitFor({ timeout: 20_000 })
  await wall.picture('wall-away')
  app = await startApp({ ...database, drop: async () => { /* dropped at the end */ } }, port)
  await page.getByText('数据停更').waitFor({ state: 'detached', timeout: 30_000 })
  const after = await call()
  await page.locator(`[data-incident="${after.id}"]`).waitFor({ timeout: 10_000 })
  expect(await isSame()).toBe(true)

  await app.stop()
  await page.evaluate(() => { globalThis.dispatchEvent(new Event('vite:preloadError', { cancelable: true })) })
  await new Promise(resolve => { setTimeout(resolve, 2_000) })
  // The server is away: a page that reloaded now would be an error page for ever.
  expect(await isSame()).toBe(true)
  app = await startApp({ ...database, drop: async () => { /* dropped at the end */ } }, port)
  await until(isSame).toBe(false)
  await mapIsThere(page)
  await page.locator(`[data-incident="${after.id}"]`).waitFor()
  expect(wall.problems()).toEqual([])
  await wall.close()
})
