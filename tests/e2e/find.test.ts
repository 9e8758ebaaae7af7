import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { launchBrowser, visit, type Visit } from './browser.ts'
import { startApp, type RunningApp } from './start-app.ts'
import { find, signIn, until } from './steps.ts'

// WebGL in software: right pictures, slowly.
vi.setConfig({ testTimeout: 120_000 })

let app: RunningApp
let browser: Browser
let me: Visit
beforeAll(async () => { [app, browser] = [await startApp(), await launchBrowser()] })
afterAll(async () => { await browser?.close(); await app?.stop() })
beforeEach(async () => { me = await visit(browser) })
afterEach(async () => {
  const problems = me.problems()
  await me.close()
  expect(problems).toEqual([])
})

/** The building with the most incidents at it and below it that can be found by initials. */
async function busiestBuilding(): Promise<{ id: number, label: string, initials: string, incidents: number }> {
  const { rows: [row] } = await sql<{ id: number, label: string, initials: string, incidents: number }>`
    WITH RECURSIVE below AS (
      SELECT id AS top, id FROM address WHERE level = 'building'
      UNION ALL SELECT below.top, address.id FROM below JOIN address ON address.parent_id = below.id)
    SELECT s.ref::integer AS id, s.label, s.initials, count(i.id)::integer AS incidents
    FROM below JOIN incident i ON i.address_id = below.id JOIN search_entry s ON s.layer = 'addresses' AND s.ref = below.top
    WHERE s.initials <> '' GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1 LIMIT 1`.execute(app.db)
  return row!
}

describe('finding an address by the initials of its pinyin', () => {
  it('lists it with how it matched, flies there and opens everything at it', async () => {
    const building = await busiestBuilding()
    await signIn(me, app.url, await app.account('dispatcher'))
    await me.page.keyboard.press('/')
    const box = me.page.getByRole('combobox', { name: '搜索' })
    await box.pressSequentially(building.initials, { delay: 20 })
    const option = me.page.getByRole('option').filter({ hasText: building.label }).first()
    await option.waitFor()
    expect(await option.textContent()).toContain('拼音首字母')
    expect(await box.getAttribute('aria-activedescendant')).toBeTruthy()
    await me.picture('search-initials')
    await option.click()
    await me.page.getByRole('heading', { name: '该地址全部信息' }).waitFor()
    await until(() => me.page.url()).toContain(`select=addresses:${building.id}`)
    const incidents = me.page.locator('.everything section').filter({ hasText: '警情' }).first()
    await incidents.getByText(new RegExp(`共 ${building.incidents} 起`)).waitFor()
    await me.picture('everything')
  })

  it('goes down to what is below an address, and Back goes up again', async () => {
    const { rows: [building] } = await sql<{ id: number }>`SELECT parent_id::integer AS id FROM address WHERE level = 'unit' ORDER BY id LIMIT 1`.execute(app.db)
    await signIn(me, `${app.url}/?select=addresses:${building!.id}`, await app.account('dispatcher'))
    const child = me.page.locator('.children button').first()
    const name = (await child.textContent())!
    await child.click()
    await me.page.locator('nav [aria-current=location]').filter({ hasText: name }).waitFor()
    await me.page.goBack()
    await until(() => me.page.url()).toContain(`select=addresses:${building!.id}`)
  })

  it('says what to try where nothing is found, and what is too short', async () => {
    await signIn(me, app.url, await app.account('dispatcher'))
    await me.page.keyboard.press('/')
    await me.page.keyboard.type('z')
    await me.page.getByText('请至少输入两个字').waitFor()
    await me.page.keyboard.type('qxqxqx')
    await me.page.getByText('没有找到“zqxqxqx”').waitFor()
    await me.page.keyboard.press('Escape')
    await me.page.getByText('没有找到').waitFor({ state: 'hidden' })
  })
})

describe('the restricted part of a record', () => {
  const anIncident = async () => (await sql<{ id: number, station_id: number, summary: string }>`
    SELECT id::integer AS id, station_id, summary FROM incident WHERE summary IS NOT NULL AND station_id IS NOT NULL ORDER BY received_at DESC LIMIT 1`.execute(app.db)).rows[0]!

  it('needs a purpose, and the reading is written to the audit log', async () => {
    const { id, station_id, summary } = await anIncident()
    await signIn(me, `${app.url}/?select=incidents:${id}`, await app.account('dispatcher', station_id))
    await me.page.getByRole('button', { name: '填写查看理由' }).waitFor()
    expect(await me.page.getByText(summary).count()).toBe(0)
    await me.page.getByRole('button', { name: '填写查看理由' }).click()
    await me.page.getByRole('button', { name: '查看并记入审计' }).click()
    await me.page.getByRole('alert').getByText('请写明理由').waitFor()
    await me.page.getByRole('textbox', { name: '查看理由' }).fill('出警前核实地点')
    await me.page.getByRole('button', { name: '查看并记入审计' }).click()
    await me.page.getByText(summary).waitFor()
    await me.page.getByText('处警过程').waitFor()
    await me.picture('restricted-opened')
    const { rows } = await sql<{ detail: { purpose: string } }>`SELECT detail FROM audit WHERE action = 'restricted read' AND subject = ${`incidents/${id}`}`.execute(app.db)
    expect(rows.map(row => row.detail.purpose)).toEqual(['出警前核实地点'])
  })

  it('is closed to another station, which is told whom to ask', async () => {
    const { id, station_id } = await anIncident()
    const { rows: [other] } = await sql<{ id: number }>`SELECT id FROM division WHERE kind = 'station' AND id <> ${station_id} ORDER BY id LIMIT 1`.execute(app.db)
    const { rows: [own] } = await sql<{ name: string }>`SELECT name FROM division WHERE id = ${station_id}`.execute(app.db)
    await signIn(me, `${app.url}/?select=incidents:${id}`, await app.account('dispatcher', other!.id))
    await me.page.getByText('您不能查看受限信息').waitFor()
    await me.page.getByText(`请联系${own!.name}`).waitFor()
    await me.picture('restricted-closed')
  })
})

it('forgets recent answers with the page', async () => {
  const building = await busiestBuilding()
  await signIn(me, app.url, await app.account('dispatcher'))
  await find(me.page, building.label)
  await me.page.getByRole('heading', { name: '该地址全部信息' }).waitFor()
  await me.page.keyboard.press('/')
  await me.page.getByText('最近查看').waitFor()
  await me.page.reload()
  await me.page.locator('canvas.maplibregl-canvas').waitFor()
  await me.page.keyboard.press('/')
  expect(await me.page.getByText('最近查看').isVisible()).toBe(false)
})
