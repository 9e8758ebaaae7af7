import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { localDay } from '../../layers/time.ts'
import { launchBrowser, phone, visit, type Visit } from './browser.ts'
import { signInByHand, type Hand } from './desk-hand.ts'
import { startApp, type RunningApp } from './start-app.ts'
import { expectNoSidewaysScroll, notSignedInYet, signIn, until } from './steps.ts'

vi.setConfig({ testTimeout: 180_000 })

let app: RunningApp, browser: Browser, chief: Hand
let unit: { id: number, callsign: string, station_id: number, longitude: number, latitude: number }
beforeAll(async () => {
  [app, browser] = [await startApp(), await launchBrowser()]
  unit = (await sql<typeof unit>`
    SELECT u.id::integer AS id, u.callsign, u.station_id, ST_X(p.geom) AS longitude, ST_Y(p.geom) AS latitude FROM unit u JOIN unit_position p ON p.unit_id = u.id
    WHERE u.status = 'available' AND u.kind = 'patrol_car' ORDER BY u.id LIMIT 1`.execute(app.db)).rows[0]!
  chief = await signInByHand(app.url, await app.account('chief'))
})
afterAll(async () => { await browser?.close(); await app?.stop() })

interface Plan { id: number, sites: { id: string, name: string, longitude: number, latitude: number }[] }

/** Solve and keep a plan around the clock whose first post is this unit's, and whose second is nobody's. */
async function keepPlan(): Promise<Plan> {
  const day = localDay(new Date(), 'Asia/Shanghai')
  let run = await chief.post<{ id: string, state: string, result: Plan }>('/api/deployment/runs', { selection: { from: '2026-01-01', to: '2026-11-20' }, model: 'maximal_covering', posts: 2, wait_ms: 30_000, sites: { junctions: { spacing_metres: 2_000 } } })
  expect(run.state, JSON.stringify(run).slice(0, 400)).toBe('done')
  const [mine] = run.result.sites
  return chief.post<Plan>('/api/deployment/plans', { name: '全天勤务', run_id: run.id, valid_from: day, units: { [mine!.id]: [unit.id] } })
}

/** When the page first said so, by its own clock: asking it takes longer than the news did. */
const noteText = (visited: Visit, selector: string, text: string, name: string) => visited.page.evaluate(([where, what, key]) => {
  const notes: Record<string, number> = (globalThis as { notes?: Record<string, number> }).notes ??= {}
  const look = () => {
    const there = [...document.querySelectorAll(where!)].some(each => each.textContent?.includes(what!))
    if (there) notes[`${key} there`] ??= Date.now(); else if (notes[`${key} there`] !== undefined) notes[`${key} gone`] ??= Date.now()
  }
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
}, [selector, text, name] as const)
const noted = async (visited: Visit, name: string) => visited.page.evaluate(key => (globalThis as { notes?: Record<string, number> }).notes![key], name)

it('a published plan is on the wall and on the unit\'s phone within two seconds, and off both when it is withdrawn', async () => {
  const plan = await keepPlan(), [mine] = plan.sites
  const wall = await visit(browser, { width: 1280, height: 720 })
  await signIn(wall, `${app.url}/wall`, await app.account('wall'))
  await wall.page.getByRole('heading', { name: '未办结警情' }).waitFor()

  const me = await visit(browser, phone), officer = await app.account('community_officer', unit.station_id)
  me.allow(notSignedInYet)
  await me.context.grantPermissions(['geolocation'], { origin: app.url })
  await me.context.setGeolocation({ longitude: mine!.longitude + 0.01, latitude: mine!.latitude, accuracy: 12 })
  await me.page.goto(`${app.url}/duty`)
  await me.page.getByLabel('账号', { exact: true }).fill(officer.name)
  await me.page.getByLabel('密码', { exact: true }).fill(officer.password)
  await me.page.getByRole('button', { name: '登录', exact: true }).tap()
  await me.page.getByRole('button', { name: `登乘 ${unit.callsign}` }).tap()
  await me.page.getByRole('heading', { name: '待命' }).waitFor()
  expect(await me.page.locator('.post').count()).toBe(0)
  await noteText(me, '.post h2', mine!.name, 'post')
  /** Tiles of the layer that hold something, as the wall asked for them. */
  const tiles: { at: number, size: number }[] = []
  wall.page.on('response', response => { if (/\/tiles\/duty_posts\//.test(response.url())) tiles.push({ at: Date.now(), size: response.status() === 204 ? 0 : 1 }) })

  const published = Date.now()
  await chief.post(`/api/deployment/plans/${plan.id}/publish`, {})
  await me.page.getByRole('heading', { name: mine!.name }).waitFor()
  expect((await noted(me, 'post there'))! - published).toBeLessThan(2_000)
  await me.page.getByText(/离岗位直线 1\.0 公里/).waitFor()
  expect(await me.page.getByRole('link', { name: '用手机导航' }).getAttribute('href')).toMatch(/^geo:2\d\.\d+,11\d\.\d+\?q=/)
  await expectNoSidewaysScroll(me.page)
  await me.picture('duty-post')
  await until(() => tiles.find(({ at, size }) => at > published && size > 0)?.at).toBeDefined()
  expect(tiles.find(({ at, size }) => at > published && size > 0)!.at - published).toBeLessThan(2_000)
  await wall.page.locator('.duty-line').getByText('勤务').waitFor()
  expect(await wall.page.locator('.duty-line h2 b').textContent()).toBe('2')
  await wall.page.locator('.duty-line [data-state="unnamed"]').waitFor()
  await wall.picture('wall-duty')

  // The page that hangs at the briefing names who stands there.
  const desk = await visit(browser)
  await signInTo(desk, `/plan/${plan.id}`)
  await desk.page.getByRole('heading', { name: '全天勤务' }).first().waitFor()
  await desk.page.getByRole('cell', { name: unit.callsign }).waitFor()
  await desk.page.getByText('已证明为最优').waitFor()
  await desk.page.getByRole('img', { name: '岗位地图' }).waitFor()
  // The shift runs: planned and real so far stand on a page of their own.
  await desk.page.getByText('本班次还没有结束').waitFor()
  await desk.picture('plan-page')
  expect(desk.problems()).toEqual([])
  await desk.close()

  const withdrawn = Date.now()
  await chief.post(`/api/deployment/plans/${plan.id}/withdraw`, { reason: '改案' })
  await me.page.locator('.post').waitFor({ state: 'detached' })
  expect((await noted(me, 'post gone'))! - withdrawn).toBeLessThan(2_000)
  await until(() => tiles.some(({ at }) => at > withdrawn)).toBe(true)
  await wall.page.locator('.duty-line').waitFor({ state: 'detached' })
  expect(wall.problems()).toEqual([])
  expect(me.problems()).toEqual([])
  await me.close()
  await wall.close()
})

async function signInTo({ page, allow }: Visit, path: string): Promise<void> {
  const { name, password } = await app.account('chief')
  allow(notSignedInYet)
  await page.goto(app.url + path)
  await page.getByLabel('账号', { exact: true }).fill(name)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}
