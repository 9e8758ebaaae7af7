import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { decodeRing } from '../../web/draw/polyline.ts'
import { launchBrowser, visit, type Visit } from './browser.ts'
import { startApp, type RunningApp } from './start-app.ts'
import { mapIsThere, signIn, until } from './steps.ts'

// WebGL in software: right pictures, slowly.
vi.setConfig({ testTimeout: 120_000 })

let app: RunningApp
let browser: Browser
let me: Visit
let busy: { longitude: number, latitude: number }
beforeAll(async () => {
  [app, browser] = [await startApp(), await launchBrowser()]
  busy = (await sql<typeof busy>`
    SELECT avg(ST_X(geom)) AS longitude, avg(ST_Y(geom)) AS latitude FROM incident WHERE geom IS NOT NULL GROUP BY h3_parent(cell, 8) ORDER BY count(*) DESC LIMIT 1`.execute(app.db)).rows[0]!
})
afterAll(async () => { await browser?.close(); await app?.stop() })
beforeEach(async () => { me = await visit(browser) })
afterEach(async () => {
  const problems = me.problems()
  await me.close()
  expect(problems).toEqual([])
})

const year = '2025-11-20T00:00Z~2026-11-20T00:00Z'
const link = (more: string, zoom = 13) => `${app.url}/?view=${busy.longitude.toFixed(5)},${busy.latitude.toFixed(5)},${zoom},0,0&time=${year}&${more}`

describe('the layer stack', () => {
  it('switches a layer on and off, and the link follows', async () => {
    await signIn(me, link('layers=incidents,-places'), await app.account('dispatcher'))
    await me.page.getByRole('switch', { name: /场所/ }).check({ force: true })
    await until(() => me.page.url()).toMatch(/layers=incidents,places\b/)
    await me.page.getByRole('switch', { name: /警情/ }).uncheck({ force: true })
    await until(() => me.page.url()).toMatch(/layers=-incidents,places\b/)
    await me.page.goBack()
    await until(() => me.page.getByRole('switch', { name: /警情/ }).isChecked()).toBe(true)
  })
})

describe('the timeline', () => {
  it('narrows every layer with a time to the brushed window', async () => {
    await signIn(me, link('layers=incidents').replace(year, '1y'), await app.account('dispatcher'))
    const area = me.page.locator('.histogram .area')
    await area.waitFor()
    const box = (await area.boundingBox())!
    await me.page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2)
    await me.page.mouse.down()
    await me.page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 5 })
    const asked = me.page.waitForRequest(request => /\/(cells|tiles)\/incidents/.test(request.url()))
    await me.page.mouse.up()
    await until(() => new URL(me.page.url()).searchParams.get('time')).toMatch(/^\d{4}-\d\d-\d\dT.*~/)
    const [from, to] = new URL(me.page.url()).searchParams.get('time')!.split('~').map(Date.parse) as [number, number]
    expect((to - from) / 86_400_000).toBeGreaterThan(20)
    expect((to - from) / 86_400_000).toBeLessThan(60)
    expect(Date.parse(new URL((await asked).url()).searchParams.get('from')!)).toBe(from)
    await me.picture('brushed')
  })
})

describe('marking an area', () => {
  const asInDatabase = async (ring: [number, number][]) => {
    const area = JSON.stringify({ type: 'Polygon', coordinates: [ring] })
    const [from, to] = year.split('~')
    const { rows: [row] } = await sql<{ incidents: number, residents: number }>`
      WITH area AS (SELECT ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(${area}), 4326), 3857) AS g)
      SELECT (SELECT count(*)::integer FROM incident, area WHERE ST_Intersects(geom3857, g) AND received_at >= ${from} AND received_at < ${to}) AS incidents,
             (SELECT coalesce(sum(residents), 0)::integer FROM population, area WHERE ST_Intersects(geom3857, g)) AS residents`.execute(app.db)
    return row!
  }
  const shownCount = async (layer: string) => Number((await me.page.locator(`.area [data-layer=${layer}] h4 strong`).textContent())!.replace(/[^\d]/g, ''))

  it('counts what is inside as the database does, and the link brings it back', async () => {
    const account = await app.account('dispatcher')
    await signIn(me, link('layers=incidents,population'), account)
    await me.page.getByRole('button', { name: '矩形框选' }).click()
    const box = (await me.page.locator('canvas.maplibregl-canvas').boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await me.page.mouse.click(x - 150, y - 120)
    await me.page.mouse.move(x, y, { steps: 4 })
    await me.page.mouse.move(x + 140, y + 90, { steps: 4 })
    await me.picture('drawing')
    await me.page.mouse.click(x + 140, y + 90)
    await me.page.getByRole('heading', { name: '区域统计' }).waitFor()
    await me.page.locator('.area [data-layer=incidents]').waitFor()
    await until(() => me.page.url()).toContain('#area=')
    const ring = decodeRing(decodeURIComponent(new URL(me.page.url()).hash.slice('#area='.length)))!
    const truth = await asInDatabase(ring)
    expect(truth.incidents).toBeGreaterThan(20)
    const drawn = { incidents: await shownCount('incidents'), residents: await shownCount('population') }
    await me.picture('area-counts')

    await me.page.reload()
    await mapIsThere(me.page)
    await me.page.locator('.area [data-layer=incidents]').waitFor()
    expect({ incidents: await shownCount('incidents'), residents: await shownCount('population') }).toEqual(truth)
    // The link rounds corners to a metre; nothing may hang on that.
    expect(Math.abs(drawn.incidents - truth.incidents)).toBeLessThanOrEqual(2)

    await me.page.getByRole('button', { name: '清除', exact: true }).click()
    await until(() => me.page.url()).not.toContain('#area=')
    await me.page.getByRole('button', { name: '恢复' }).click()
    await me.page.getByRole('heading', { name: '区域统计' }).waitFor()
  })

  it('measures a distance, takes a corner back, and Esc puts the pen away', async () => {
    await signIn(me, link('layers=incidents'), await app.account('dispatcher'))
    await me.page.getByRole('button', { name: '测距' }).click()
    const box = (await me.page.locator('canvas.maplibregl-canvas').boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    for (const [dx, dy] of [[-150, 0], [0, 0], [0, 120]] as const) {
      await me.page.mouse.move(x + dx - 5, y + dy, { steps: 2 })
      await me.page.mouse.click(x + dx, y + dy)
    }
    const readout = me.page.getByRole('status').filter({ hasText: '双击或回车结束' })
    await readout.getByText(/公里|米/).first().waitFor()
    const before = await readout.locator('strong').textContent()
    await readout.getByRole('button', { name: '撤销' }).click()
    await until(() => readout.locator('strong').textContent()).not.toBe(before)
    await me.page.keyboard.press('Escape')
    await readout.waitFor({ state: 'detached' })
  })
})

it('shows the same view from the same link', async () => {
  const account = await app.account('dispatcher')
  await signIn(me, link('layers=incidents,places:60,-units&filter=incidents.channel:call&mode=situation', 15), account)
  await me.page.mouse.move(700, 450)
  await me.page.mouse.wheel(0, -300)
  await me.page.waitForTimeout(1500)
  const address = me.page.url()
  const other = await visit(browser)
  await other.context.addCookies(await me.context.cookies())
  await other.page.goto(address)
  await mapIsThere(other.page)
  await other.page.waitForTimeout(1000)
  expect(other.page.url()).toBe(address)
  expect(other.problems()).toEqual([])
  await other.close()
})

describe('a click on the map', () => {
  it('opens what lies there, and from it the full record', async () => {
    const { rows: [place] } = await sql<{ id: number, name: string, longitude: number, latitude: number }>`
      SELECT id::integer AS id, name, ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM place ORDER BY id LIMIT 1`.execute(app.db)
    await signIn(me, `${app.url}/?view=${place!.longitude},${place!.latitude},18,0,0&layers=places`, await app.account('dispatcher'))
    await me.page.waitForTimeout(1500)
    const box = (await me.page.locator('canvas.maplibregl-canvas').boundingBox())!
    await me.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    const popup = me.page.getByRole('dialog', { name: '记录' })
    await popup.waitFor()
    await popup.getByText(place!.name).first().click().catch(() => { /* one thing only: no list to choose from */ })
    await popup.getByRole('button', { name: '查看详情' }).click()
    await me.page.getByRole('heading', { name: place!.name }).waitFor()
    await until(() => me.page.url()).toContain(`select=places:${place!.id}`)
    await me.page.keyboard.press('Escape')
    await until(() => me.page.url()).not.toContain('select=')
  })
})

it('lists its keys on ? and closes with Esc', async () => {
  await signIn(me, app.url, await app.account('dispatcher'))
  await me.page.keyboard.press('?')
  await me.page.getByRole('dialog', { name: '键盘操作' }).getByText('搜索').waitFor()
  await me.picture('keys')
  await me.page.keyboard.press('Escape')
  await me.page.getByRole('dialog', { name: '键盘操作' }).waitFor({ state: 'detached' })
})
