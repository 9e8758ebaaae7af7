import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { launchBrowser, phone, visit, type Visit } from './browser.ts'
import { startApp, type RunningApp } from './start-app.ts'
import { expectNoSidewaysScroll, mapIsThere, signIn, until } from './steps.ts'

// WebGL in software: right pictures, slowly.
vi.setConfig({ testTimeout: 180_000 })

let app: RunningApp
let browser: Browser
let me: Visit
let page: Page
beforeAll(async () => { [app, browser] = [await startApp(), await launchBrowser()] })
afterAll(async () => { await browser?.close(); await app?.stop() })
beforeEach(async () => { me = await visit(browser); page = me.page })
afterEach(async () => {
  const problems = me.problems()
  await me.close()
  expect(problems).toEqual([])
})

/** The workbench with a question that a link says. */
const question = { selection: { from: '2026-05-01', to: '2026-11-01' }, method: 'counts', parameters: {}, resolution: 9 }
const link = () => `${app.url}/?mode=analysis&view=118.1,24.48,10.5,0,0&layers=-incidents#question=${Buffer.from(JSON.stringify(question)).toString('base64url')}`
const figure = async () => (await page.locator('[data-figure=chosen]').textContent())!.match(/\d[\d,]*/g)!.map(text => Number(text.replaceAll(',', '')))
const opened = async (account = 'analyst' as const) => {
  await signIn(me, link(), await app.account(account))
  await page.locator('[data-panel=hour] canvas').waitFor()
}

/** As the database counts: the usual selection leaves out what patrols found, coarse addresses and merged calls. */
async function counted(hours: number[] | null, more: { code?: string } = {}): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`
    SELECT count(*)::integer AS n FROM (SELECT *, received_at AT TIME ZONE 'Asia/Shanghai' AS local FROM incident) i
    WHERE local >= ${question.selection.from}::timestamp AND local < ${question.selection.to}::timestamp AND channel <> 'patrol' AND merged_into_id IS NULL AND geom IS NOT NULL
      AND point_level IN ('number', 'building', 'unit', 'room', 'road') AND code LIKE ${`${more.code ?? ''}%`}
      AND (${hours === null} OR time_precision IN ('minute', 'hour') AND (extract(isodow FROM local) - 1) * 24 + extract(hour FROM local) = ANY(${hours ?? []}::int[]))`.execute(app.db)
  return row!.n
}

async function dragClock(from: [weekday: number, hour: number], to: [weekday: number, hour: number]): Promise<void> {
  const box = (await page.locator('[data-panel=hour] canvas').boundingBox())!
  const place = ([weekday, hour]: [number, number]) => [box.x + box.width * (hour + 0.5) / 24, box.y + box.height * (weekday + 0.5) / 7] as const
  await page.mouse.move(...place(from))
  await page.mouse.down()
  await page.mouse.move(...place(to), { steps: 6 })
  await page.mouse.up()
}
const evenings = [4, 5, 6].flatMap(day => [18, 19, 20, 21, 22].map(hour => day * 24 + hour))

describe('linked charts', () => {
  it('count, brushed by the clock, what the database counts; the table and the other charts follow; clearing brings all back', async () => {
    await opened()
    const size = await counted(null)
    expect(await figure()).toEqual([size])
    await dragClock([4, 18], [6, 22])
    await until(figure).toEqual([await counted(evenings), size])
    await page.getByRole('button', { name: '列表', exact: true }).click()
    const hours = await page.getByRole('row').locator('span:first-child').allTextContents()
    expect(hours.length).toBeGreaterThan(1)
    expect(hours.slice(1).every(text => { const hour = Number(text.slice(11, 13)); return hour >= 18 && hour < 23 })).toBe(true)
    expect(hours.length).toBeLessThan(30)
    expect(await page.getByRole('table', { name: '列表' }).getAttribute('aria-rowcount')).toBe(String(await counted(evenings)))
    await me.picture('linked-evenings')
    await page.getByRole('button', { name: '清除时钟筛选' }).click()
    await until(figure).toEqual([size])
  })

  it('are followed by the map: an incident that a brush leaves out is no longer drawn', async () => {
    const { rows: [daytime] } = await sql<{ longitude: number, latitude: number }>`
      SELECT ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM incident
      WHERE received_at >= '2026-05-02' AND received_at < '2026-10-30' AND channel <> 'patrol' AND merged_into_id IS NULL AND point_level IN ('number', 'building', 'unit', 'room')
      GROUP BY geom HAVING bool_and(extract(hour FROM received_at AT TIME ZONE 'Asia/Shanghai') BETWEEN 8 AND 16) ORDER BY count(*) DESC, 1 LIMIT 1`.execute(app.db)
    await signIn(me, link().replace('118.1,24.48,10.5', `${daytime!.longitude},${daytime!.latitude},19`), await app.account('analyst'))
    await page.locator('[data-panel=hour] canvas').waitFor()
    const box = (await page.locator('canvas.maplibregl-canvas').boundingBox())!
    const spot = async () => (await page.screenshot({ clip: { x: box.x + box.width / 2 - 2, y: box.y + box.height / 2 - 2, width: 4, height: 4 } })).toString('base64')
    await page.waitForTimeout(2000)
    const dot = await spot()
    await dragClock([4, 18], [6, 22])
    await until(spot).not.toBe(dot)
    await page.getByRole('button', { name: '清除时钟筛选' }).click()
    await until(spot).toBe(dot)
  })

  it('combine: a type within some hours is what the database counts', async () => {
    await opened()
    await dragClock([4, 18], [6, 22])
    await page.getByRole('button', { name: '大类' }).click()
    const bars = page.locator('[data-panel=type] .row')
    const sums = (await bars.locator('.count').allTextContents()).map(text => Number(text.replaceAll(',', '')))
    expect(sums.reduce((a, b) => a + b, 0)).toBe(await counted(evenings))
    const code = (await sql<{ code: string }>`SELECT left(code, 2) AS code FROM incident GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`.execute(app.db)).rows[0]!.code
    const { name } = (await sql<{ name: string }>`SELECT name FROM incident_type WHERE code = ${code}`.execute(app.db)).rows[0]!
    await bars.filter({ hasText: name }).click()
    await until(async () => (await figure())[0]).toBe(await counted(evenings, { code }))
  })

  it('are brushed by keys alone', async () => {
    await opened()
    const clock = page.locator('[data-panel=hour] canvas')
    await clock.focus()
    await page.keyboard.press('ArrowRight')
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(`Shift+${key}`)
    await until(async () => (await figure())[0]).toBe(await counted([1, 2, 3, 25, 26, 27]))
    await page.keyboard.press('Escape')
    await until(async () => (await figure()).length).toBe(1)
    const end = page.locator('.dock .handle.to')
    await end.focus()
    await page.keyboard.press('PageDown')
    await until(async () => (await figure()).length).toBe(2)
    const [chosen, all] = await figure() as [number, number]
    expect(chosen).toBeGreaterThan(0)
    expect(chosen).toBeLessThan(all)
  })

  it('open a record from the table and go there on the map', async () => {
    await opened()
    await page.getByRole('button', { name: '列表', exact: true }).click()
    await page.locator('.table .row').nth(2).click()
    await until(() => new URL(page.url()).searchParams.get('select') ?? page.url()).toMatch(/incidents/)
    await until(() => Number(new URL(page.url()).searchParams.get('view')!.split(',')[2])).toBeGreaterThan(14)
    await page.locator('.side-panel').waitFor()
  })

  it('follow the map where only what is in view is asked for', async () => {
    await opened()
    const [all] = await figure() as [number]
    await page.getByRole('button', { name: '仅视野内' }).click()
    await until(async () => (await figure()).length).toBe(2)
    const [before] = await figure() as [number, number]
    expect(before).toBeLessThanOrEqual(all)
    await page.locator('canvas.maplibregl-canvas').hover({ position: { x: 500, y: 250 } })
    await page.mouse.wheel(0, -900)
    await until(async () => (await figure())[0]).toBeLessThan(before)
  })

  it('stand one at a time on a phone', async () => {
    await me.close()
    me = await visit(browser, phone)
    page = me.page
    await signIn(me, link(), await app.account('analyst'))
    await mapIsThere(page)
    await page.getByRole('button', { name: /图表/ }).click()
    await page.locator('[data-panel]').first().waitFor()
    expect(await page.locator('[data-panel]').count()).toBe(1)
    await page.getByRole('button', { name: '类别', exact: true }).click()
    await page.locator('[data-panel=type]').waitFor()
    await expectNoSidewaysScroll(page)
  })
})
