import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cityDatabase } from '../database.ts'
import { startDepartmentReceiver, type DepartmentReceiver } from '../department-receiver.ts'
import { desk, launchBrowser, phone, visit, type Screen, type Visit } from './browser.ts'
import { startApp, type Account, type RunningApp } from './start-app.ts'
import { expectNoSidewaysScroll, notSignedInYet, signIn, until } from './steps.ts'

// WebGL in software: right pictures, slowly.
vi.setConfig({ testTimeout: 180_000 })

interface Building { id: number, label: string, station_id: number, longitude: number, latitude: number }

let app: RunningApp
let browser: Browser
let receiver: DepartmentReceiver
let administrator: (path: string, body: object) => Promise<Record<string, unknown>>
let here: Building
let cars: { id: number, callsign: string }[]

beforeAll(async () => {
  const database = await cityDatabase()
  // The city's clock stands still at the moment it was made: three cars of one station begin a shift now.
  cars = (await sql<{ id: number, callsign: string }>`
    UPDATE unit SET status = 'available', status_since = now() - interval '20 minutes', shift_from = now() - interval '1 hour', shift_to = now() + interval '7 hours', incident_id = NULL, capabilities = '{first_aid}', crew = 2
    WHERE id IN (SELECT id FROM unit WHERE kind = 'patrol_car' ORDER BY id LIMIT 3) RETURNING id::integer AS id, callsign`.execute(database.db)).rows
  here = (await sql<Building>`
    SELECT a.id::integer AS id, s.label, a.station_id, ST_X(a.geom) AS longitude, ST_Y(a.geom) AS latitude FROM address a JOIN search_entry s ON s.layer = 'addresses' AND s.ref = a.id
    WHERE a.level = 'building' AND a.station_id = (SELECT station_id FROM unit WHERE id = ${cars[0]!.id}) AND (SELECT count(*) FROM search_entry o WHERE o.label = s.label) = 1 ORDER BY a.id LIMIT 1`.execute(database.db)).rows[0]!
  ;[app, browser, receiver] = [await startApp(database), await launchBrowser(), await startDepartmentReceiver()]
  administrator = await sessionOf(await app.account('administrator'))
  const gateway = await administrator('/api/gateways', { name: '车载台' }) as { key: string }
  const fixes = cars.map(({ id }, i) => ({ unit: id, at: new Date().toISOString(), longitude: here.longitude + 0.004 * (i + 1), latitude: here.latitude + 0.001 * i, speed_kmh: 20 }))
  const answer = await fetch(`${app.url}/api/positions`, { method: 'POST', headers: { 'x-api-key': gateway.key, 'content-type': 'application/json' }, body: JSON.stringify({ fixes }) })
  expect(await answer.json()).toMatchObject({ accepted: 3 })
})
afterAll(async () => { await browser?.close(); await receiver?.stop(); await app?.stop() })

/** Requests with a session of their own. */
async function sessionOf(account: Account): Promise<typeof administrator> {
  const signedIn = await fetch(`${app.url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(account) })
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
  return async (path, body) => {
    const answer = await fetch(app.url + path, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify(body) })
    expect(answer.ok, `${path}: ${await answer.clone().text()}`).toBe(true)
    return answer.status === 204 ? {} : await answer.json() as Record<string, unknown>
  }
}

async function atTheDesk(screen: Screen = desk, account?: Account): Promise<Visit> {
  const me = await visit(browser, screen)
  await signIn(me, `${app.url}/?mode=command`, account ?? await app.account('dispatcher'))
  await me.page.getByRole('complementary', { name: '警情队列' }).waitFor()
  return me
}

const newest = async () => (await sql<{ id: number, number: string, status: string, summary: string | null, received_at: Date, address_id: number | null }>`
  SELECT id::integer AS id, number, status, summary, received_at, address_id::integer AS address_id FROM incident ORDER BY received_at DESC LIMIT 1`.execute(app.db)).rows[0]!
const statusOf = async (id: number) => (await sql<{ status: string }>`SELECT status FROM incident WHERE id = ${id}`.execute(app.db)).rows[0]!.status
const unitStatus = async (id: number) => (await sql<{ status: string }>`SELECT status FROM unit WHERE id = ${id}`.execute(app.db)).rows[0]!.status

/** Take a call with the keyboard alone. */
async function takeCall({ page }: Visit, letters: string, summary: string): Promise<void> {
  await page.keyboard.press('n')
  await page.keyboard.type(letters, { delay: 15 })
  await page.keyboard.press('Enter')
  await page.keyboard.type(here.label, { delay: 5 })
  await page.keyboard.press('Enter')
  // The summary has the focus once the address was found.
  await page.locator('.call textarea:focus').waitFor()
  await page.keyboard.type(summary, { delay: 2 })
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: '处警' }).getByText(summary).waitFor()
}

/** Note in the page itself when something is first on the screen: the test's own eyes are slower. */
const watchFor = ({ page }: Visit, mark: string) => page.evaluate(mark => {
  const known = new Set([...document.querySelectorAll('[data-incident]')].map(row => row.getAttribute('data-incident')))
  const seen: Record<string, number> = (window as unknown as Record<string, Record<string, number>>)[mark] = {}
  new MutationObserver(() => {
    for (const row of document.querySelectorAll('[data-incident]')) {
      const id = row.getAttribute('data-incident')!
      if (!known.has(id)) seen[id] ??= Date.now()
    }
  }).observe(document.body, { subtree: true, childList: true })
}, mark)
const seenAt = ({ page }: Visit, mark: string, id: number) => page.evaluate(([mark, id]) => (window as unknown as Record<string, Record<string, number>>)[mark as string]![id as number] ?? null, [mark, id] as const)

describe('a call', () => {
  it('is taken by keyboard, is on the wall within a second, gets a unit with a reason, is reached and closed with a code', async () => {
    const wall = await visit(browser, { width: 800, height: 450 })
    await signIn(wall, `${app.url}/wall`, await app.account('wall'))
    await wall.page.locator('[data-incident], .empty').first().waitFor({ timeout: 20_000 }).catch(() => { /* nothing is open yet */ })
    const me = await atTheDesk()
    await watchFor(wall, 'seen')

    // Two pages that are drawn in software share the processor with everything else: a call that hits a busy moment is taken again.
    let taken = await newest(), delay = Infinity
    for (let call = 1; call <= 3 && delay >= 1000; call++) {
      if (call > 1) await me.page.keyboard.press('Escape')
      await takeCall(me, 'dj', `两人在楼下打架，第${call}次来电`)
      taken = await newest()
      expect(taken).toMatchObject({ status: 'received', summary: `两人在楼下打架，第${call}次来电`, address_id: here.id })
      await until(() => seenAt(wall, 'seen', taken.id)).not.toBeNull()
      delay = (await seenAt(wall, 'seen', taken.id))! - taken.received_at.getTime()
    }
    expect(delay).toBeLessThan(1000)

    // The recommendation came unasked; the second is chosen, so the reason is asked.
    const list = me.page.getByRole('listbox', { name: '推荐警力' })
    await list.getByRole('option').nth(1).waitFor()
    await me.picture('desk-recommendation')
    const first = (await list.getByRole('option').nth(0).locator('b').textContent())!
    const second = (await list.getByRole('option').nth(1).locator('b').textContent())!
    expect(cars.map(({ callsign }) => callsign)).toEqual(expect.arrayContaining([first, second]))
    await list.focus()
    await me.page.keyboard.press('ArrowDown')
    await me.page.keyboard.press('Enter')
    await me.page.getByRole('textbox', { name: '没有选排在前面的，请写原因' }).fill('电台已应答')
    await me.page.keyboard.press('Enter')
    const car = cars.find(({ callsign }) => callsign === second)!
    await until(() => unitStatus(car.id)).toBe('enroute')
    const { rows: [chosen] } = await sql<{ chosen: number[], reason: string }>`SELECT chosen::integer[] AS chosen, reason FROM recommendation WHERE incident_id = ${taken.id} AND chosen IS NOT NULL`.execute(app.db)
    expect(chosen).toEqual({ chosen: [car.id], reason: '电台已应答' })
    await me.page.getByRole('region', { name: '警力' }).getByText(second).waitFor()
    await me.picture('desk-sent')

    // The crew's phone says that it is there.
    const officer = await visit(browser, phone)
    officer.allow(notSignedInYet)
    await officer.context.grantPermissions(['geolocation'], { origin: app.url })
    await officer.context.setGeolocation({ longitude: here.longitude + 0.001, latitude: here.latitude, accuracy: 10 })
    const account = await app.account('community_officer', here.station_id)
    await sql`INSERT INTO unit_crew (account_id, unit_id) SELECT id, ${car.id} FROM account WHERE name = ${account.name}`.execute(app.db)
    await officer.page.goto(`${app.url}/duty`)
    await officer.page.getByLabel('账号', { exact: true }).fill(account.name)
    await officer.page.getByLabel('密码', { exact: true }).fill(account.password)
    await officer.page.getByRole('button', { name: '登录', exact: true }).tap()
    await officer.page.getByRole('button', { name: '接受任务' }).tap()
    await officer.page.getByRole('button', { name: '到达现场' }).tap()
    await until(() => statusOf(taken.id)).toBe('on_scene')
    await me.page.getByRole('region', { name: '警力' }).getByText(/^到场 (不到 1 分钟|\d+ 分钟)$/).waitFor()
    await officer.close()

    await me.page.getByText('反馈与结案').click()
    await me.page.getByRole('textbox', { name: '处置结果' }).fill('双方自行和解')
    await me.page.getByRole('button', { name: '反馈并结案' }).click()
    await until(() => statusOf(taken.id)).toBe('closed')
    await until(() => unitStatus(car.id)).toBe('available')
    await me.page.locator(`aside [data-incident="${taken.id}"]`).waitFor({ state: 'detached' })
    expect(me.problems()).toEqual([])
    expect(wall.problems()).toEqual([])
    await Promise.all([me.close(), wall.close()])
  })

  it('is not sent with a telephone number in it, and says why; what was typed stays', async () => {
    const me = await atTheDesk()
    await me.page.keyboard.press('n')
    await me.page.getByRole('textbox', { name: '简要警情' }).fill('报警人电话 138 1234 5678')
    await me.page.getByText('这里像有一个手机号').waitFor()
    expect(await me.page.getByRole('button', { name: '受理', exact: true }).isDisabled()).toBe(true)
    await me.page.keyboard.press('Escape')
    await me.page.keyboard.press('n')
    expect(await me.page.getByRole('textbox', { name: '简要警情' }).inputValue()).toBe('报警人电话 138 1234 5678')
    await me.close()
  })

  it('is sent once however often an answer is lost', async () => {
    const me = await atTheDesk()
    me.allow(/503|status of 503|answered 503/)
    let lost = true
    await me.page.route('**/api/incidents', async route => {
      if (route.request().method() !== 'POST' || !lost) return route.continue()
      lost = false
      // The server takes it, but its answer doesn't arrive.
      await route.fetch()
      await route.fulfill({ status: 503, contentType: 'application/problem+json', headers: { 'retry-after': '60' }, body: JSON.stringify({ type: 'about:blank', title: 'Database unavailable', status: 503 }) })
    })
    const before = (await sql<{ n: number }>`SELECT count(*)::integer AS n FROM incident`.execute(app.db)).rows[0]!.n
    await me.page.keyboard.press('n')
    await me.page.keyboard.type('ks', { delay: 15 })
    await me.page.keyboard.press('Enter')
    await me.page.keyboard.type(here.label, { delay: 5 })
    await me.page.keyboard.press('Enter')
    await me.page.locator('.call textarea:focus').waitFor()
    await me.page.keyboard.type('门反锁')
    await me.page.keyboard.press('Enter')
    await me.page.getByText('数据库暂时不可用').waitFor()
    expect(await me.page.getByRole('textbox', { name: '简要警情' }).inputValue()).toBe('门反锁')
    await me.page.getByRole('button', { name: '受理', exact: true }).click()
    await me.page.getByRole('article', { name: '处警' }).getByText('门反锁').waitFor()
    expect((await sql<{ n: number }>`SELECT count(*)::integer AS n FROM incident`.execute(app.db)).rows[0]!.n).toBe(before + 1)
    await me.close()
  })
})

describe('two at one incident', () => {
  it('the second is told what the first changed, and keeps the input', async () => {
    const [me, other] = [await atTheDesk(), await sessionOf(await app.account('dispatcher'))]
    await takeCall(me, 'ks', '钥匙断在锁里')
    const { id } = await newest()
    await me.page.getByText('更正类别、地点、级别').click()
    await me.page.getByRole('radio', { name: '1 级' }).click()
    // What is heard meanwhile is kept from this window until it sends, as when the stream is late.
    let sent = false
    await me.page.route(`**/api/incidents/${id}`, route => {
      sent ||= route.request().method() === 'PATCH'
      return sent ? route.continue() : route.abort('aborted')
    })
    await other(`/api/incidents/${id}/notes`, { text: '物业已在现场' })
    me.allow(/409/)
    await me.page.getByRole('button', { name: '保存更正' }).click()
    await me.page.getByText('没有保存：这起警情刚被别人改过').waitFor()
    await me.page.locator('.state-notice').getByText(/物业已在现场/).waitFor()
    expect(await me.page.getByRole('radio', { name: '1 级' }).getAttribute('aria-checked')).toBe('true')
    await me.page.getByRole('button', { name: '按最新情况再试' }).click()
    await until(async () => (await sql<{ grade: number }>`SELECT grade FROM incident WHERE id = ${id}`.execute(app.db)).rows[0]!.grade).toBe(1)
    await me.close()
  })
})

describe('another department', () => {
  it('gets an incident, hands it back, gets it again and closes it', async () => {
    await administrator('/api/departments', { code: 'parks', name: '园林局', name_en: 'Parks', type_prefixes: ['0505'], url: receiver.url, secret: receiver.secret, answer_hours: 4 })
    const me = await atTheDesk()
    await takeCall(me, 'llq', '小区内流浪犬')
    const { id } = await newest()
    const handOver = async (reason: string) => {
      const part = me.page.getByRole('region', { name: '移交其他部门' })
      // What comes in above it moves it: a click may have hit what was there before.
      await until(async () => {
        if (!await part.getByRole('combobox').isVisible() && !await part.locator('details[open]').isVisible()) await me.page.getByText('移交给…').click()
        return part.getByRole('combobox').isVisible()
      }).toBe(true)
      await part.getByRole('combobox').selectOption({ label: '园林局 · 该类别通常由其受理' })
      await part.getByRole('textbox').fill(reason)
      await part.getByRole('button', { name: '移交', exact: true }).click()
      await me.page.getByText('待受理').first().waitFor()
    }
    await handOver('流浪犬收容')
    await until(() => receiver.received.length).toBe(1)
    expect(receiver.received[0]!.handover.reason).toBe('流浪犬收容')
    const key = () => receiver.received.at(-1)!.handover.key
    expect(await receiver.answer(app.url, 'parks', { event: 'returned', handover_key: key(), outcome: '不属我局' })).toMatchObject({ status: 204 })
    await me.page.getByText('已退回').first().waitFor()
    await handOver('经核实应由园林局受理')
    await until(() => receiver.received.length).toBe(2)
    await me.page.keyboard.press('o')
    await me.page.getByRole('dialog', { name: '移交与发送' }).getByText('园林局').first().waitFor()
    await me.picture('desk-handover')
    await me.page.keyboard.press('Escape')
    expect(await receiver.answer(app.url, 'parks', { event: 'accepted', handover_key: key(), actor: '工单员03' })).toMatchObject({ status: 204 })
    await me.page.getByRole('region', { name: '移交其他部门' }).getByText('已受理').waitFor()
    expect(await receiver.answer(app.url, 'parks', { event: 'closed', handover_key: key(), outcome: '已收容' })).toMatchObject({ status: 204 })
    await until(() => statusOf(id)).toBe('closed')
    await me.page.getByText('已办结').first().waitFor()
    expect(me.problems()).toEqual([])
    await me.close()
  })
})

describe('whoever may not dispatch', () => {
  it('reads the queue and is told who may', async () => {
    const { id } = await (await sessionOf(await app.account('dispatcher')))('/api/incidents', { taken_code: '050301', channel: 'call', address_id: here.id })
    const me = await atTheDesk(desk, await app.account('analyst'))
    await me.page.getByText('接警和派警由指挥调度员或所长进行').waitFor()
    expect(await me.page.getByRole('button', { name: /^接警/ }).isDisabled()).toBe(true)
    await me.page.locator(`aside [data-incident="${String(id)}"]`).click()
    await me.page.getByText('您的角色不能处警').waitFor()
    expect(me.problems()).toEqual([])
    await me.close()
  })
})

describe('on a phone', () => {
  it('the queue and the desk are sheets and nothing is wider than the screen', async () => {
    const { id } = await (await sessionOf(await app.account('dispatcher')))('/api/incidents', { taken_code: '050301', channel: 'call', address_id: here.id })
    const me = await atTheDesk(phone)
    await expectNoSidewaysScroll(me.page)
    await me.page.locator(`aside [data-incident="${String(id)}"]`).tap()
    await me.page.getByRole('article', { name: '处警' }).waitFor()
    await expectNoSidewaysScroll(me.page)
    await me.picture('desk-phone')
    expect(me.problems()).toEqual([])
    await me.close()
  })
})
