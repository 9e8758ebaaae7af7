import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchBrowser, phone, visit, type Visit } from './browser.ts'
import { startApp, type Account, type RunningApp } from './start-app.ts'
import { expectNoSidewaysScroll, notSignedInYet, until } from './steps.ts'

vi.setConfig({ testTimeout: 120_000 })

let app: RunningApp
let browser: Browser
let unit: { id: number, callsign: string, station_id: number }
let incident: { id: number, longitude: number, latitude: number }
let desk: (path: string, body?: unknown) => Promise<Response>

beforeAll(async () => {
  [app, browser] = [await startApp(), await launchBrowser()]
  unit = (await sql<typeof unit>`
    SELECT u.id::integer AS id, u.callsign, u.station_id FROM unit u JOIN unit_position p ON p.unit_id = u.id
    WHERE u.status = 'available' AND u.kind = 'patrol_car' ORDER BY u.id LIMIT 1`.execute(app.db)).rows[0]!
  incident = (await sql<typeof incident>`
    SELECT i.id::integer AS id, ST_X(i.geom) AS longitude, ST_Y(i.geom) AS latitude FROM incident i
    WHERE i.station_id = ${unit.station_id} AND i.geom IS NOT NULL ORDER BY i.received_at DESC LIMIT 1`.execute(app.db)).rows[0]!
  await sql`UPDATE incident SET status = 'received', merged_into_id = NULL WHERE id = ${incident.id}`.execute(app.db)
  desk = await deskOf(await app.account('dispatcher'))
})
afterAll(async () => { await browser?.close(); await app?.stop() })

/** The desk, by its own session. */
async function deskOf(account: Account): Promise<typeof desk> {
  const signedIn = await fetch(`${app.url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(account) })
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
  return async (path, body) => {
    const answer = await fetch(app.url + path, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify(body) })
    expect(answer.ok, `${path}: ${await answer.clone().text()}`).toBe(true)
    return answer
  }
}

async function openPhone(account: Account): Promise<Visit> {
  const me = await visit(browser, phone)
  me.allow(notSignedInYet)
  await me.context.grantPermissions(['geolocation'], { origin: app.url })
  await me.context.setGeolocation({ longitude: incident.longitude + 0.004, latitude: incident.latitude + 0.003, accuracy: 12 })
  await me.page.goto(`${app.url}/duty`)
  await me.page.getByLabel('账号', { exact: true }).fill(account.name)
  await me.page.getByLabel('密码', { exact: true }).fill(account.password)
  await me.page.getByRole('button', { name: '登录', exact: true }).tap()
  return me
}

const statusOf = async () => (await sql<{ status: string }>`SELECT status FROM unit WHERE id = ${unit.id}`.execute(app.db)).rows[0]!.status
const waiting = (me: Visit) => me.page.locator('.strip .duty-pending')

describe('a task on the phone', () => {
  it('is accepted, reached in a tunnel with the tap’s own time, and ended with a result', async () => {
    const me = await openPhone(await app.account('community_officer', unit.station_id))
    const { page } = me
    await page.getByRole('button', { name: `登乘 ${unit.callsign}` }).tap()
    await page.getByRole('heading', { name: '待命' }).waitFor()
    await until(async () => (await sql<{ n: number }>`SELECT count(*)::integer AS n FROM unit_crew WHERE unit_id = ${unit.id}`.execute(app.db)).rows[0]!.n).toBe(1)
    await page.getByText(/定位发送中/).waitFor()
    await expectNoSidewaysScroll(page)

    await desk(`/api/incidents/${incident.id}/assignments`, { unit_ids: [unit.id] })
    await page.getByRole('button', { name: '接受任务' }).tap()
    await page.getByRole('button', { name: '到达现场' }).waitFor()
    await until(async () => (await sql<{ at: Date | null }>`SELECT accepted_at AS at FROM assignment WHERE unit_id = ${unit.id} AND ended_at IS NULL`.execute(app.db)).rows[0]?.at).toBeInstanceOf(Date)
    await expectNoSidewaysScroll(page)

    await me.picture('duty-enroute')
    await page.getByRole('button', { name: '导航' }).tap()
    await page.getByRole('button', { name: '路线步骤' }).waitFor()
    expect(await page.getByRole('link', { name: '用手机导航' }).getAttribute('href')).toMatch(/^geo:2\d\.\d+,11\d\.\d+\?q=/)
    await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => { /* the live stream may count as traffic */ })
    await me.picture('duty-navigate')
    await page.getByRole('button', { name: '关闭' }).tap()

    // In the tunnel: two taps, each at a time of its own.
    me.allow(/ERR_INTERNET_DISCONNECTED|net::ERR_FAILED|Failed to fetch/)
    await me.context.setOffline(true)
    const tapped = Date.now()
    await page.getByRole('button', { name: '到达现场' }).tap()
    await waiting(me).getByText('待发送 1').waitFor()
    await page.getByRole('button', { name: '备注' }).tap()
    await page.getByRole('textbox').fill('到场后双方已分开')
    await page.getByRole('button', { name: '提交备注' }).tap()
    await waiting(me).getByText('待发送 2').waitFor()
    await page.getByText(/无信号 · 自 \d\d:\d\d 起/).waitFor()
    await me.picture('duty-offline')
    expect(await statusOf()).toBe('enroute')
    await new Promise(resolve => setTimeout(resolve, 6_000))

    await me.context.setOffline(false)
    await until(statusOf).toBe('on_scene')
    await waiting(me).waitFor({ state: 'detached' })
    const { rows: [arrival] } = await sql<{ arrived_at: Date, recorded_at: Date }>`
      SELECT a.arrived_at, c.recorded_at FROM assignment a JOIN unit_status_change c ON c.unit_id = a.unit_id AND c.to_status = 'on_scene'
      WHERE a.unit_id = ${unit.id} AND a.ended_at IS NULL ORDER BY c.id DESC LIMIT 1`.execute(app.db)
    expect(Math.abs(arrival!.arrived_at.getTime() - tapped)).toBeLessThan(2_000)
    expect(arrival!.recorded_at.getTime() - arrival!.arrived_at.getTime()).toBeGreaterThan(5_000)
    const { rows: notes } = await sql<{ at: Date }>`SELECT at FROM incident_event WHERE incident_id = ${incident.id} AND kind = 'note'`.execute(app.db)
    expect(notes).toHaveLength(1)
    expect(notes[0]!.at.getTime()).toBeGreaterThan(arrival!.arrived_at.getTime())

    await page.getByRole('button', { name: '反馈结果' }).tap()
    await page.getByRole('textbox', { name: '处置结果' }).fill('双方自行和解')
    await page.getByRole('button', { name: '提交结果，恢复空闲' }).tap()
    await page.getByRole('heading', { name: '待命' }).waitFor()
    await until(statusOf).toBe('available')
    await until(async () => (await sql<{ status: string }>`SELECT status FROM incident WHERE id = ${incident.id}`.execute(app.db)).rows[0]!.status).toMatch(/handled|closed/)
    expect(me.problems()).toEqual([])
    await me.close()
  })
})

describe('the phone view as an app', () => {
  it('can be installed, and opens without signal with what it knew', async () => {
    for (const [path, type] of [['/duty.webmanifest', 'application/manifest+json'], ['/duty-worker.js', 'javascript'], ['/duty-192.png', 'image/png'], ['/duty-512.png', 'image/png'], ['/duty', 'text/html']] as const) {
      const answer = await fetch(app.url + path)
      expect([path, answer.status]).toEqual([path, 200])
      expect(answer.headers.get('content-type')).toContain(type)
      if (path === '/duty-worker.js') expect(answer.headers.get('cache-control')).toBe('no-cache')
    }
    const manifest = await (await fetch(`${app.url}/duty.webmanifest`)).json() as { start_url: string, scope: string, display: string, icons: { sizes: string }[] }
    expect(manifest).toMatchObject({ start_url: '/duty', scope: '/duty', display: 'standalone' })
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))

    const me = await openPhone(await app.account('community_officer', unit.station_id))
    const { page } = me
    await page.getByRole('button', { name: `登乘 ${unit.callsign}` }).tap()
    await page.getByRole('heading', { name: '待命' }).waitFor()
    await page.evaluate(async () => { await navigator.serviceWorker.ready })
    me.allow(/ERR_INTERNET_DISCONNECTED|net::ERR_FAILED|Failed to fetch/)
    await me.context.setOffline(true)
    await page.reload()
    await page.getByRole('heading', { name: '待命' }).waitFor()
    await page.getByText(/无信号 · 自/).waitFor()
    await page.getByRole('button', { name: '交班离岗' }).tap()
    await page.getByRole('heading', { name: '已离岗' }).waitFor()
    await page.reload()
    await waiting(me).getByText('待发送 1').waitFor()
    await page.getByRole('heading', { name: '已离岗' }).waitFor()
    // Nothing that the server answered is in the worker's store.
    const kept = await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat())
    expect(kept.filter(path => /^\/(api|tiles|cells|search|live)/.test(path))).toEqual([])
    await me.context.setOffline(false)
    await until(statusOf).toBe('off_duty')

    await page.getByRole('button', { name: '菜单' }).tap()
    await page.getByRole('button', { name: '退出登录' }).tap()
    await page.getByRole('button', { name: '登录', exact: true }).waitFor()
    const left = await page.evaluate(() => new Promise<number>(resolve => {
      const opened = indexedDB.open('yizhangtu-duty')
      opened.onsuccess = () => {
        const tables = ['actions', 'fixes', 'copy']
        const transaction = opened.result.transaction(tables)
        let rows = 0
        for (const table of tables) { const count = transaction.objectStore(table).count(); count.onsuccess = () => { rows += count.result } }
        transaction.oncomplete = () => resolve(rows)
      }
    }))
    expect(left).toBe(0)
    expect(me.problems()).toEqual([])
    await me.close()
  })
})
