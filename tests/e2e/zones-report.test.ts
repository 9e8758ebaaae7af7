import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readQuestion, writeQuestion } from '../../web/analyst/link.ts'
import { readTile } from '../read-tile.ts'
import { launchBrowser, phone, visit, type Visit } from './browser.ts'
import { startApp, type RunningApp } from './start-app.ts'
import { expectNoSidewaysScroll, signIn, until } from './steps.ts'

// WebGL in software: right pictures, slowly.
vi.setConfig({ testTimeout: 180_000 })

let app: RunningApp, browser: Browser, me: Visit
let busy: { longitude: number, latitude: number }
beforeAll(async () => {
  [app, browser] = [await startApp(), await launchBrowser()]
  busy = (await sql<typeof busy>`SELECT avg(ST_X(geom)) AS longitude, avg(ST_Y(geom)) AS latitude FROM incident WHERE geom IS NOT NULL GROUP BY h3_parent(cell, 7) ORDER BY count(*) DESC LIMIT 1`.execute(app.db)).rows[0]!
})
afterAll(async () => { await browser?.close(); await app?.stop() })
beforeEach(async () => { me = await visit(browser) })
afterEach(async () => {
  const problems = me.problems()
  await me.close()
  expect(problems).toEqual([])
})

const question = { selection: { from: '2025-10-01', to: '2026-10-01' }, method: 'gi_star', parameters: { steps: 2 }, resolution: 8 }
const bench = () => `${app.url}/?mode=analysis&view=${busy.longitude.toFixed(5)},${busy.latitude.toFixed(5)},12,0,0#question=${writeQuestion(question)}`
const tab = (name: string) => me.page.getByRole('tab', { name, exact: true }).click()

/** Open the workbench with the question and wait for its answer. */
async function ask(): Promise<void> {
  await signIn(me, bench(), await app.account('analyst'))
  const answered = me.page.waitForResponse(async response => /\/api\/analysis\/runs/.test(response.url()) && (await response.json() as { state: string }).state === 'done')
  await me.page.getByRole('button', { name: /^运行/ }).click()
  await answered
}

describe('from a question to a page that is printed', () => {
  it('makes a zone of hot cells, judges the method, saves the report and prints it on one page', async () => {
    const { page } = me
    const tiles: Buffer[] = []
    page.on('response', async response => { if (/\/tiles\/zones\//.test(response.url()) && response.status() === 200) tiles.push(await response.body().catch(() => Buffer.alloc(0))) })
    await ask()

    await tab('区域')
    await page.getByRole('button', { name: '新建区域' }).click()
    await page.getByText(/\d+ 格 · \d+ 块/).waitFor()
    await page.getByRole('button', { name: '保存区域' }).click()
    // Faults stand at their fields, and nothing was sent.
    await page.getByText('请填名称').waitFor()
    await page.getByLabel('名称', { exact: true }).fill('站前路夜间')
    await page.getByLabel('理由', { exact: true }).fill('一年来持续聚集，夜间为主')
    await me.picture('zone-form')
    await page.getByRole('button', { name: '保存区域' }).click()
    await page.getByRole('heading', { name: '站前路夜间' }).waitFor()
    await page.getByText('保存时冻结，不再重算').waitFor()
    await me.picture('zone-page')
    const { rows: [zone] } = await sql<{ id: number, inside: number, evidence: { selection: object, method: string, figures: { incidents_inside: number } } }>`
      SELECT z.id, v.evidence, (SELECT count(*)::integer FROM incident i WHERE ST_Intersects(i.geom3857, z.geom3857) AND i.local_day >= '2025-10-01' AND i.local_day < '2026-10-01' AND i.channel <> 'patrol'
        AND i.merged_into_id IS NULL AND i.point_level IN ('road', 'number', 'building', 'unit', 'room')) AS inside
      FROM zone z JOIN zone_version v ON v.zone_id = z.id WHERE z.name = '站前路夜间'`.execute(app.db)
    expect(zone).toMatchObject({ evidence: { selection: question.selection, method: 'gi_star' } })
    expect(zone!.evidence.figures.incidents_inside).toBe(zone!.inside)
    expect(zone!.inside).toBeGreaterThan(0)

    // The layer of zones is on in this mode, and hears of the new one by itself.
    await until(() => tiles.flatMap(readTile).some(({ properties }) => properties.name === '站前路夜间')).toBe(true)

    await tab('检验')
    await page.getByLabel('回测次数').fill('4')
    await page.getByLabel(/每次检验/).fill('14')
    await page.getByRole('button', { name: '开始检验' }).click()
    const verdict = page.locator('section[aria-live] .verdict').first()
    await verdict.waitFor({ timeout: 60_000 })
    expect(await verdict.textContent()).toMatch(/胜过简单计数|不如简单计数|分不出高下|完全一样|不能下结论/)
    for (const name of ['本图', '过去计数', '随机']) await page.getByRole('columnheader', { name }).waitFor()
    await me.picture('judged')

    await tab('报告')
    const title = '站前路：一年来的热点'
    await page.getByLabel('标题', { exact: true }).fill(title)
    await page.getByLabel('结论与建议', { exact: true }).fill('夜间为主。建议步巡，两周后按同一口径复核。')
    await page.getByRole('checkbox', { name: '站前路夜间' }).check()
    await page.getByRole('button', { name: '预览', exact: true }).click()
    await page.locator('.report-sheet img').waitFor({ timeout: 60_000 })
    await page.getByRole('dialog').getByRole('button', { name: '保存报告' }).click()
    await page.getByText('已保存，打开报告').click()
    await page.locator('.report-sheet img').waitFor({ timeout: 60_000 })
    await page.getByRole('heading', { name: title }).waitFor()
    const sheet = await page.locator('.report-sheet').textContent()
    for (const said of ['夜间为主', '站前路夜间（第 1 版）', '最突出的网格', '检验：是否胜过简单计数', '2025-10-01 至 2026-09-30', 'Getis & Ord 1992']) expect(sheet).toContain(said)
    await me.picture('report')
    const id = Number(/\/report\/(\d+)/.exec(page.url())![1])

    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(pdf.match(/\/Count (\d+)/)![1]).toBe('1')
    const hex = /\/Title <FEFF([0-9A-F]+)>/.exec(pdf)![1]!
    expect(Buffer.from(hex, 'hex').swap16().toString('utf16le')).toBe(title)

    const answer = await (await page.request.get(`${app.url}/api/reports/${id}`)).json() as { result: { cells: string[], z: number[] } }
    const rows = parse(await (await page.request.get(`${app.url}/api/reports/${id}.csv`)).text(), { bom: true, comment: '#', columns: true }) as { cell: string, z: string }[]
    expect(rows.map(({ cell }) => cell)).toEqual(answer.result.cells)
    expect(Number(rows[0]!.z)).toBeCloseTo(answer.result.z[0]!, 9)

    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'PNG 地图' }).click()
    const png = readFileSync(await (await saving).path())
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16), 'pixels across: sharp on paper').toBeGreaterThan(1200)

    await page.getByText('没有变化').waitFor()
    await page.getByRole('button', { name: '按此问题重算' }).click()
    await until(() => page.url()).toContain('mode=analysis')
    expect(readQuestion(/question=([\w-]+)/.exec(page.url())![1]!)).toEqual(question)
  })

  it('says when the data has moved on since, and that a report isn\'t there', async () => {
    const { page } = me
    await ask()
    await tab('报告')
    await page.getByLabel('标题', { exact: true }).fill('会过时的一页')
    await page.getByRole('button', { name: '保存报告' }).click()
    await page.getByText('已保存，打开报告').waitFor()
    const path = (await page.getByText('已保存，打开报告').getAttribute('href'))!
    await sql`INSERT INTO incident (number, received_at, local_day, taken_code, geom, cell) SELECT 'M1', received_at, local_day, taken_code, geom, cell FROM incident WHERE geom IS NOT NULL LIMIT 1`.execute(app.db)
    const before = await (await page.request.get(`${app.url}${path.replace('/report/', '/api/reports/')}`)).json() as { revision: number }
    await until(async () => (await (await page.request.get(`${app.url}/api/layers`)).json() as { layers: { id: string, revision: number }[] }).layers.find(layer => layer.id === 'incidents')!.revision).toBeGreaterThan(before.revision)
    await page.goto(`${app.url}${path}`)
    await page.getByText(/此后警情数据已更新/).waitFor()
    await page.locator('.report-sheet img').waitFor({ timeout: 60_000 })
    me.allow(/404/)
    await page.goto(`${app.url}/report/999999`)
    await page.getByText('没有这份报告').waitFor()
  })
})

describe('a version that came between', () => {
  it('is told with its author, and what was written isn\'t lost', async () => {
    const { page } = me
    await ask()
    await tab('区域')
    await page.getByRole('button', { name: '新建区域' }).click()
    await page.getByLabel('名称', { exact: true }).fill('同时改')
    await page.getByLabel('理由', { exact: true }).fill('第一版')
    await page.getByRole('button', { name: '保存区域' }).click()
    await page.getByRole('heading', { name: '同时改' }).waitFor()
    await page.getByRole('button', { name: '改为新版' }).click()
    await page.getByLabel('理由', { exact: true }).fill('我的第二版')

    const other = await visit(browser)
    other.allow(/401/)
    const account = await app.account('chief')
    await other.page.request.post(`${app.url}/api/session`, { data: account })
    const { rows: [{ id } = { id: 0 }] } = await sql<{ id: number }>`SELECT id FROM zone WHERE name = '同时改'`.execute(app.db)
    expect((await other.page.request.post(`${app.url}/api/zones/${id}/versions`, { data: { revision: 1, reason: '别人的第二版' } })).status()).toBe(200)
    await other.close()

    me.allow(/409/)
    await page.getByRole('button', { name: '保存为新版' }).click()
    await page.getByText(/已保存第 2 版/).waitFor()
    expect(await page.getByLabel('理由', { exact: true }).inputValue()).toBe('我的第二版')
    await me.picture('conflict')
    await page.getByRole('button', { name: '在第 2 版之上保存' }).click()
    await page.getByText('我的第二版').first().waitFor()
    await page.getByRole('button', { name: '比较', exact: true }).click()
    await page.getByText('重叠度').first().waitFor()
    await me.picture('versions-compared')
    expect((await sql<{ reason: string }>`SELECT reason FROM zone_version WHERE zone_id = ${id} ORDER BY version`.execute(app.db)).rows.map(({ reason }) => reason)).toEqual(['第一版', '别人的第二版', '我的第二版'])
  })
})

describe('the daily briefing', () => {
  it('is read on a phone by the station\'s own officer, and by nobody else', async () => {
    const { rows } = await sql<{ id: number, name: string }>`SELECT d.id, d.name FROM division d JOIN incident i ON i.station_id = d.id WHERE d.kind = 'station' GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT 2`.execute(app.db)
    const [own, other] = rows as [typeof rows[0], typeof rows[0]]
    const officer = await visit(browser, phone)
    const { page } = officer
    await signIn(officer, app.url, await app.account('community_officer', own.id))
    await page.getByRole('button', { name: /账号/ }).click()
    await page.getByRole('link', { name: '每日研判' }).click()
    await page.goto(`${app.url}/daily?station=${own.id}&day=2026-11-18`)
    await page.getByText(`${own.name} · 2026-11-18`).waitFor()
    const counted = (await sql<{ n: number }>`SELECT count(*)::integer AS n FROM incident WHERE station_id = ${own.id} AND local_day = '2026-11-18'`.execute(app.db)).rows[0]!.n
    expect(await page.locator('.daily .big b').first().textContent()).toBe(String(counted))
    await expectNoSidewaysScroll(page)
    const small = await page.evaluate(() => [...document.querySelectorAll('.daily button, .daily input, .daily select, .daily .foot a')].map(each => each.getBoundingClientRect()).filter(({ width, height }) => width > 0 && height < 44).length)
    expect(small, 'targets smaller than a finger').toBe(0)
    await officer.picture('daily-phone')
    await page.getByRole('button', { name: '前一天' }).click()
    await page.getByText(`${own.name} · 2026-11-17`).waitFor()

    officer.allow(/403|400/)
    await page.goto(`${app.url}/daily?station=${other.id}&day=2026-11-18`)
    await page.getByText('您不能看这个派出所的研判').waitFor()
    await page.goto(`${app.url}/daily?station=${own.id}&day=1999-01-01`)
    await page.getByText('这一天还没有研判').waitFor()
    expect(officer.problems()).toEqual([])
    await officer.close()
  })
})
