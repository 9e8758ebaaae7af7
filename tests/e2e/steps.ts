import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import type { Visit } from './browser.ts'
import type { Account } from './start-app.ts'

/** The one answer that every first visit gets: nobody is signed in yet. */
export const notSignedInYet = /401.*\/api\/session|status of 401.*\/api\/session/

/** Open an address and sign in; what the address says is shown after. */
export async function signIn({ page, allow }: Visit, url: string, { name, password }: Account): Promise<void> {
  allow(notSignedInYet)
  await page.goto(url)
  await page.getByLabel('账号', { exact: true }).fill(name)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await mapIsThere(page)
}

/** The map has drawn what it was asked for. */
export async function mapIsThere(page: Page): Promise<void> {
  await page.locator('canvas.maplibregl-canvas').waitFor()
  await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => { /* the live stream may count as traffic */ })
}

/** Find, and open the first answer. */
export async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/')
  await page.getByRole('combobox', { name: '搜索' }).pressSequentially(words, { delay: 20 })
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}

/** Nothing is wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, screen } = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, screen: innerWidth }))
  expect(content).toBeLessThanOrEqual(screen)
}

/** Ask again until it is so: pictures drawn in software take their time. */
export const until = <T>(ask: () => T | Promise<T>) => expect.poll(ask, { timeout: 20_000, interval: 200 })
