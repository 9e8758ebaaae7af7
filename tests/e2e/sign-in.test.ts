import type { Browser } from 'playwright-core'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { launchBrowser, visit, type Visit } from './browser.ts'
import { startApp, type RunningApp } from './start-app.ts'
import { mapIsThere, notSignedInYet, signIn, until } from './steps.ts'

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

describe('signing in', () => {
  it('shows the map to who knows the password, and their role and scope in the account menu', async () => {
    await signIn(me, app.url, await app.account('analyst'))
    await me.page.getByRole('button', { name: /账号菜单/ }).click()
    await me.page.getByText('研判分析').waitFor()
    await me.page.getByText('全市', { exact: true }).waitFor()
    await me.picture('account-menu')
  })

  it('refuses a wrong password in words and lets one try again', async () => {
    const account = await app.account('analyst')
    me.allow(notSignedInYet)
    await me.page.goto(app.url)
    await me.page.getByLabel('账号', { exact: true }).fill(account.name)
    await me.page.getByLabel('密码', { exact: true }).fill('wrong')
    await me.page.keyboard.press('Enter')
    await me.page.getByRole('alert').getByText('账号或密码不正确').waitFor()
    await me.picture('sign-in-refused')
    await me.page.keyboard.type(account.password)
    await me.page.keyboard.press('Enter')
    await mapIsThere(me.page)
  })

  it('says for how long an account is locked after five failures', async () => {
    const { name } = await app.account('analyst')
    me.allow(notSignedInYet)
    me.allow(/429/)
    await me.page.goto(app.url)
    await me.page.getByLabel('账号', { exact: true }).fill(name)
    for (let i = 0; i < 6; i++) {
      await me.page.getByLabel('密码', { exact: true }).fill('wrong')
      const answered = me.page.waitForResponse(response => response.url().endsWith('/api/session') && response.request().method() === 'POST')
      await me.page.keyboard.press('Enter')
      await answered
    }
    await me.page.getByRole('alert').getByText(/请在 1\d 分钟后再试/).waitFor()
  })

  it('keeps the address, so that a link opens after signing in', async () => {
    await signIn(me, `${app.url}/?view=118.11,24.48,15,0,0&time=30d`, await app.account('analyst'))
    await me.page.getByRole('button', { name: '30 天' }).waitFor()
    expect(me.page.url()).toContain('time=30d')
  })

  it('ends on every page when the session is revoked, and comes back to the same view', async () => {
    const account = await app.account('analyst')
    await signIn(me, `${app.url}/?time=30d`, account)
    me.allow(/401/)
    await sql`UPDATE session SET revoked_at = now() WHERE account_id = (SELECT id FROM account WHERE name = ${account.name})`.execute(app.db)
    await me.page.getByText('登录已失效').waitFor({ timeout: 10_000 })
    await me.page.getByLabel('账号', { exact: true }).fill(account.name)
    await me.page.getByLabel('密码', { exact: true }).fill(account.password)
    await me.page.keyboard.press('Enter')
    await mapIsThere(me.page)
    expect(me.page.url()).toContain('time=30d')
  })

  it('signs out, and nothing of the map is left on the page', async () => {
    await signIn(me, app.url, await app.account('analyst'))
    me.allow(/401/)
    await me.page.getByRole('button', { name: /账号菜单/ }).click()
    await me.page.getByRole('button', { name: '退出登录' }).click()
    await me.page.getByLabel('账号', { exact: true }).waitFor()
    expect(await me.page.locator('canvas').count()).toBe(0)
  })

  it('speaks English and turns light, and remembers both', async () => {
    await signIn(me, app.url, await app.account('analyst'))
    await me.page.getByRole('button', { name: /账号菜单/ }).click()
    await me.page.getByRole('button', { name: 'English' }).click()
    await me.page.getByRole('button', { name: 'Light' }).click()
    await me.page.getByRole('button', { name: 'Sign out' }).waitFor()
    await me.page.reload()
    await me.page.getByRole('combobox', { name: 'Search' }).waitFor()
    expect(await me.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')
    expect(await me.page.locator('html').getAttribute('lang')).toBe('en')
    await me.picture('light-english')
  })

  it('makes a token for QGIS, shows it once and revokes it', async () => {
    await signIn(me, app.url, await app.account('analyst'))
    await me.page.getByRole('button', { name: /账号菜单/ }).click()
    await me.page.getByRole('button', { name: 'QGIS 访问令牌' }).click()
    const dialog = me.page.getByRole('dialog')
    await dialog.getByText('还没有令牌').waitFor()
    await dialog.getByLabel('用途').fill('研判室 QGIS')
    await dialog.getByRole('button', { name: '生成令牌' }).click()
    await dialog.getByText('令牌只显示这一次').waitFor()
    const token = await dialog.locator('.made code').textContent()
    const answer = await fetch(`${app.url}/ogc/collections`, { headers: { authorization: `Bearer ${token}` } })
    expect(answer.status).toBe(200)
    await me.picture('tokens')
    await dialog.getByRole('button', { name: '吊销' }).click()
    await dialog.getByText('已吊销“研判室 QGIS”').waitFor()
    await until(async () => (await fetch(`${app.url}/ogc/collections`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
    await me.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})
