import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { launchBrowser, phone, visit } from './browser.ts'
import { startApp, type RunningApp } from './start-app.ts'
import { expectNoSidewaysScroll, signIn, until } from './steps.ts'

// WebGL in software: right pictures, slowly.
vi.setConfig({ testTimeout: 120_000 })

let app: RunningApp
let browser: Browser
beforeAll(async () => { [app, browser] = [await startApp(), await launchBrowser()] })
afterAll(async () => { await browser?.close(); await app?.stop() })

it('is usable at 390 pixels, without sideways scrolling and with targets for a finger', async () => {
  const me = await visit(browser, phone)
  const { page } = me
  const { rows: [address] } = await sql<{ ref: number, label: string }>`SELECT ref::integer AS ref, label FROM search_entry WHERE layer = 'addresses' AND NOT fine ORDER BY ref DESC LIMIT 1`.execute(app.db)
  await signIn(me, app.url, await app.account('dispatcher'))
  await expectNoSidewaysScroll(page)
  await me.picture('phone-map')

  await page.getByRole('combobox', { name: '搜索' }).tap()
  await page.getByRole('combobox', { name: '搜索' }).pressSequentially(address!.label.slice(0, 6), { delay: 20 })
  await page.getByRole('option').first().waitFor()
  await expectNoSidewaysScroll(page)
  await me.picture('phone-search')
  await page.getByRole('option').first().tap()
  await page.getByRole('heading', { name: '该地址全部信息' }).waitFor()
  await expectNoSidewaysScroll(page)
  await me.picture('phone-record')

  const handle = page.getByRole('button', { name: /展开面板|收起面板/ })
  const height = async () => (await page.locator('.sheet').boundingBox())!.height
  const before = await height()
  await handle.tap()
  await until(height).toBeGreaterThan(before + 50)

  const small = await page.evaluate(() => [...document.querySelectorAll('button, input, select, [role=option]')]
    .filter(element => element.checkVisibility({ visibilityProperty: true }))
    .map(element => ({ box: element.getBoundingClientRect(), element }))
    .filter(({ box, element }) => box.height > 0 && box.top < innerHeight && box.bottom > 0 && box.height < 43.5 && !element.closest('nav, label'))
    .map(({ box, element }) => `${element.outerHTML.slice(0, 90)} ${Math.round(box.height)}`))
  expect(small).toEqual([])

  await page.getByRole('button', { name: '关闭', exact: true }).first().tap()
  await until(() => page.url()).not.toContain('select=')
  expect(me.problems()).toEqual([])
  await me.close()
})
