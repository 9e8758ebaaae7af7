import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { launchBrowser, visit } from './browser.ts'
import { startApp, type RunningApp } from './start-app.ts'
import { signIn, until } from './steps.ts'

// WebGL in software: right pictures, slowly.
vi.setConfig({ testTimeout: 120_000 })

let app: RunningApp
let browser: Browser
let from: Date
let to: Date

const inLink = (at: Date) => `${at.toISOString().slice(0, 16)}Z`

beforeAll(async () => {
  [app, browser] = [await startApp(), await launchBrowser()]
  // The city's last hours, in whole minutes, as the form has them.
  const { rows: [last] } = await sql<{ at: Date }>`SELECT date_trunc('minute', max(received_at)) AS at FROM incident`.execute(app.db)
  to = last!.at
  from = new Date(to.getTime() - 2 * 3_600_000)
  // Units that drove north, a fix every ten seconds, and were free all the while.
  await sql`SELECT ensure_track_partitions(${from}::timestamptz, ${to}::timestamptz)`.execute(app.db)
  await sql`
    WITH driven AS (SELECT u.id, ST_X(p.geom) AS longitude, ST_Y(p.geom) AS latitude FROM unit u JOIN unit_position p ON p.unit_id = u.id WHERE u.status <> 'off_duty' ORDER BY u.id LIMIT 12)
    INSERT INTO unit_track (unit_id, at, geom, speed_kmh)
    SELECT d.id, ${from}::timestamptz + n * interval '10 seconds', ST_SetSRID(ST_MakePoint(d.longitude, d.latitude + n * 0.00005), 4326), 20 FROM driven d, generate_series(0, 700) n`.execute(app.db)
  await sql`
    INSERT INTO unit_status_change (unit_id, from_status, to_status, at, actor) SELECT DISTINCT unit_id, 'off_duty', 'available', ${from}::timestamptz - interval '1 hour', 'test' FROM unit_track`.execute(app.db)
})
afterAll(async () => { await browser?.close(); await app?.stop() })

it('plays a window of the past for a purpose, says all along that it is not now, and goes back to live', async () => {
  // Large only where somebody looks at it: pixels are drawn in software.
  const me = await visit(browser, process.env.SCREENSHOTS ? { width: 1920, height: 1080 } : { width: 1100, height: 700 })
  const { page } = me
  await signIn(me, `${app.url}/?time=${inLink(from)}~${inLink(to)}`, await app.account('dispatcher'))
  await page.getByRole('link', { name: '逐秒回放' }).click()
  await page.getByRole('button', { name: '开始回放并记入审计' }).click()
  await page.getByRole('alert').getByText('请写明理由').waitFor()
  await page.getByRole('textbox', { name: '回放理由' }).fill('复盘昨晚处置')
  await me.picture('replay-form')
  await page.getByRole('button', { name: '开始回放并记入审计' }).click()
  await page.getByRole('heading', { name: /回放 .*–.* · 非实时/ }).waitFor()
  await until(() => page.locator('.figures').textContent()).toContain('在岗警力 12')
  const slider = page.getByRole('slider', { name: '回放时刻' })
  const at = async () => Number(await slider.inputValue())
  expect(await at()).toBe(from.getTime())

  await page.keyboard.press('3')
  await page.keyboard.press(' ')
  await until(at).toBeGreaterThan(from.getTime() + 60_000)
  await page.keyboard.press(' ')
  const held = await at()
  await page.keyboard.press('ArrowRight')
  await until(at).toBe(held + 60_000)
  await slider.fill(String(Math.round((from.getTime() + to.getTime()) / 2_000) * 1000))
  await page.getByText(/在岗警力 12/).waitFor()
  await page.getByRole('button', { name: '此刻覆盖' }).click()
  await page.getByText(/空档 \d+ 格/).waitFor({ timeout: 60_000 })
  await me.picture('replay')
  const { rows } = await sql<{ detail: { purpose: string } }>`SELECT detail FROM audit WHERE action = 'replay'`.execute(app.db)
  expect(rows.map(row => row.detail.purpose)).toEqual(['复盘昨晚处置'])

  await page.getByRole('button', { name: '返回实时' }).click()
  await page.getByRole('button', { name: '态势' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
  expect(me.problems()).toEqual([])
  await me.close()
})

it('is not offered to an analyst, who is told whom it is for', async () => {
  const me = await visit(browser)
  await signIn(me, app.url, await app.account('analyst'))
  expect(await me.page.getByRole('link', { name: '逐秒回放' }).count()).toBe(0)
  await me.page.goto(`${app.url}/replay`)
  await me.page.getByText('您的角色不能回放').waitFor()
  expect(me.problems()).toEqual([])
  await me.close()
})
