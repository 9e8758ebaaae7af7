// The chief's evening, all of it in the browser: where, when, with whom; the proven plan; a post moved by hand; compared, replayed,
// kept, published; on the wall and on the unit's phone; and the page that says the day after what came of it.
import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { dayAfter, localDay } from '../../layers/time.ts'
import { cityDatabase } from '../database.ts'
import { launchBrowser, phone, visit, type Visit } from './browser.ts'
import { signInByHand } from './desk-hand.ts'
import { startApp, type RunningApp } from './start-app.ts'
import { expectNoSidewaysScroll, notSignedInYet, signIn, until } from './steps.ts'

// WebGL in software: right pictures, slowly.
vi.setConfig({ testTimeout: 300_000 })

let app: RunningApp, browser: Browser, chief: Visit
const today = localDay(new Date(), 'Asia/Shanghai'), yesterday = dayAfter(today, -1)
let busy: { longitude: number, latitude: number }, unit: { id: number, callsign: string, station_id: number }
beforeAll(async () => {
  const own = await cityDatabase()
  // Units on duty were heard of just now: they are what stands today.
  await sql`UPDATE unit_position SET at = now() WHERE at > '2026-11-20T03:30:00Z'`.execute(own.db);
  [app, browser] = [await startApp(own), await launchBrowser()]
  busy = (await sql<typeof busy>`SELECT avg(ST_X(geom)) AS longitude, avg(ST_Y(geom)) AS latitude FROM incident WHERE geom IS NOT NULL GROUP BY h3_parent(cell, 7) ORDER BY count(*) DESC LIMIT 1`.execute(app.db)).rows[0]!
  const { rows: [geometry] } = await sql<{ area: string }>`SELECT ST_AsGeoJSON(ST_Buffer(ST_SetSRID(ST_MakePoint(${busy.longitude}, ${busy.latitude}), 4326)::geography, 4000)::geometry, 6) AS area`.execute(app.db)
  const hand = await signInByHand(app.url, await app.account('chief'))
  await hand.post('/api/zones', { name: '老城', reason: '夜间聚集', geometry: JSON.parse(geometry!.area) as object, shifts: ['evening'], valid_from: yesterday, valid_to: dayAfter(today, 30) })
  chief = await visit(browser)
})
afterAll(async () => { await browser?.close(); await app?.stop() })

const fold = (title: string) => chief.page.locator('.fold-part > summary', { has: chief.page.locator('b', { hasText: title }) }).click()
const covered = async () => Number(/覆盖 ([\d.]+)%/.exec(await chief.page.getByText(/在规定时间内覆盖/).first().textContent() ?? '')?.[1])

it('goes from the question to the day after', async () => {
  const { page } = chief
  await signIn(chief, `${app.url}/?mode=planning&view=${busy.longitude.toFixed(5)},${busy.latitude.toFixed(5)},12,0,0`, await app.account('chief'))

  // Where and when, with whom.
  await fold('范围')
  await page.getByRole('button', { name: '研判区域' }).click()
  await page.getByRole('button', { name: '老城' }).click()
  await page.getByRole('button', { name: '中班', exact: true }).click()
  await page.getByRole('spinbutton', { name: '数量' }).fill('900')
  await page.getByRole('button', { name: /^求解/ }).click()
  // Nine hundred posts don't fit: why, and what would, at a click.
  await page.getByText(/候选点|点位/).first().waitFor()
  await page.getByRole('button', { name: /把数量改为|改为/ }).first().waitFor()
  await chief.picture('planning-refused')
  await page.getByRole('spinbutton', { name: '数量' }).fill('2')
  await page.getByRole('button', { name: /^求解/ }).click()
  await page.getByText(/2 辆巡逻车在规定时间内覆盖 [\d.]+% 的警情需求，已证明最优/).waitFor()
  const proven = await covered()
  await chief.picture('planning-solved')

  // A post is dragged: what it changes is said at once, and no plan by hand covers more than the proven one.
  const post = page.locator('button.plan-post').first(), box = (await post.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  for (let step = 1; step <= 6; step++) await page.mouse.move(box.x + step * 25, box.y - step * 12)
  await page.mouse.up()
  const change = page.getByText(/规定时间内覆盖 [\d.]+% → [\d.]+%/)
  await change.waitFor()
  const [, before, after] = /([\d.]+)% → ([\d.]+)%/.exec((await change.textContent())!)!
  expect(Number(before)).toBe(proven)
  expect(Number(after)).toBeLessThanOrEqual(proven)
  await chief.picture('planning-dragged')

  // Held against what stands today, and against the same weeks replayed.
  for (const name of ['现有部署', '方案', '移动后']) await page.getByRole('columnheader', { name, exact: true }).first().waitFor()
  await fold('重演')
  await page.getByRole('button', { name: /重演 \d+ 遍/ }).click()
  await page.getByText(/起警情，\d+ 遍/).waitFor({ timeout: 60_000 })
  await chief.picture('planning-compared')
  await page.getByRole('button', { name: '撤销上一步' }).click()
  await change.waitFor({ state: 'detached' })

  // Kept for yesterday and today, around the clock, with a unit named; published.
  unit = (await sql<typeof unit>`SELECT id::integer, callsign, station_id FROM unit WHERE kind = 'patrol_car' AND status = 'available' ORDER BY id LIMIT 1`.execute(app.db)).rows[0]!
  await fold('存为勤务')
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: '存为草稿' }) })
  await form.getByLabel('名称', { exact: true }).fill('老城中班')
  await form.getByRole('combobox', { name: /^班次/ }).selectOption({ label: '全天' })
  await form.getByLabel('自', { exact: true }).fill(yesterday)
  await form.getByLabel('至', { exact: true }).fill(today)
  await form.locator('label.who select').first().selectOption({ value: String(unit.id) })
  await form.getByRole('button', { name: '存为草稿' }).click()
  await page.getByText('已存为草稿“老城中班”').waitFor()

  const wall = await visit(browser, { width: 1280, height: 720 }), officer = await visit(browser, phone)
  wall.allow(/answered 404: .*(coverage|response-rules)|status of 404/)
  await signIn(wall, `${app.url}/wall`, await app.account('wall'))
  await boarded(officer)
  expect(await wall.page.locator('.duty-line').count()).toBe(0)
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await wall.page.locator('.duty-line').getByText('勤务').waitFor()
  await officer.page.locator('.post h2').waitFor()
  await expectNoSidewaysScroll(officer.page)
  await wall.picture('planning-wall')
  await officer.picture('planning-phone')
  expect([...wall.problems(), ...officer.problems()]).toEqual([])
  await wall.close()
  await officer.close()

  // As if it had been published the day before: what is over by then is nobody's duty.
  await sql`INSERT INTO duty_post (plan_id, day, shift, site, name, unit_id, from_at, to_at, geom, cell)
    SELECT plan_id, day - 1, shift, site, name, unit_id, from_at - interval '1 day', to_at - interval '1 day', geom, cell FROM duty_post`.execute(app.db)
  // What really happened yesterday: a call that was reached after four minutes.
  await sql`DELETE FROM incident WHERE local_day = ${yesterday}::date`.execute(app.db)
  await sql`SELECT ensure_incident_partitions(${yesterday}::date, ${today}::date)`.execute(app.db)
  const at = new Date(Date.parse(`${yesterday}T12:00:00+08:00`)), there = new Date(at.getTime() + 240_000)
  await sql`INSERT INTO incident (number, received_at, local_day, taken_code, geom, cell, channel, timeline, station_id)
    SELECT 'P-1', ${at}, ${yesterday}::date, '010101', t.geom, t.cell, 'call', ${JSON.stringify([{ status: 'on_scene', at: there.toISOString(), actor: 'x' }])}::jsonb, t.station_id
    FROM (SELECT geom, cell, station_id FROM incident WHERE geom IS NOT NULL ORDER BY geom <-> ST_SetSRID(ST_MakePoint(${busy.longitude}, ${busy.latitude}), 4326) LIMIT 1) t`.execute(app.db)
  const printed = page.context().waitForEvent('page')
  await page.getByRole('link', { name: '打印页' }).first().click()
  const paper = await printed
  await paper.getByRole('heading', { name: '老城中班' }).first().waitFor()
  await paper.getByRole('button', { name: /前一天/ }).click()
  await until(() => paper.getByText(/1 起两者都已知/).count()).toBeGreaterThan(0)
  await paper.getByText(/岗位在岗情况/).waitFor()
  expect(await paper.getByText(unit.callsign).count()).toBeGreaterThan(0)
  expect(chief.problems()).toEqual([])
})

/** The unit's own phone, on duty. */
async function boarded({ page, allow }: Visit): Promise<void> {
  const { name, password } = await app.account('community_officer', unit.station_id)
  allow(notSignedInYet)
  await page.goto(`${app.url}/duty`)
  await page.getByLabel('账号', { exact: true }).fill(name)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).tap()
  await page.getByRole('button', { name: `登乘 ${unit.callsign}` }).tap()
  await page.getByRole('heading', { name: '待命' }).waitFor()
}
