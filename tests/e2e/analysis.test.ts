import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readQuestion, writeQuestion } from '../../web/analyst/link.ts'
import type { Question } from '../../web/analyst/types.ts'
import { launchBrowser, visit, type Visit } from './browser.ts'
import { startApp, type RunningApp } from './start-app.ts'
import { signIn, until } from './steps.ts'

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

const yearBefore = { from: '2025-11-20', to: '2026-11-20' }
const question = (more: Partial<Question> = {}): Question => ({ selection: yearBefore, method: 'gi_star', parameters: {}, resolution: 9, ...more })
const link = (asked?: Question) => `${app.url}/?mode=analysis&layers=-incidents,divisions${asked ? `#question=${writeQuestion(asked)}` : ''}`
const asked = (page: Page) => readQuestion(/question=([\w-]+)/.exec(page.url())?.[1] ?? '')
const run = (page: Page) => page.getByRole('button', { name: /^运行/ }).click()
const answer = (page: Page) => page.locator('.answer:not(.old)')
const fold = (page: Page, title: string) => page.locator('.fold-part > summary', { hasText: title }).click()

describe('from a question to hot spots', () => {
  it('chooses a type, runs Gi*, tells what the colours mean and shows another column', async () => {
    await signIn(me, link(), await app.account('analyst'))
    const { page } = me
    await fold(page, '类别')
    await page.getByLabel('按名称、拼音首字母或代码查找').fill('01')
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: '365 天' }).click()
    await until(() => page.locator('.size strong').innerText()).toMatch(/^[\d,]+ 起警情$/)
    const size = Number((await page.locator('.size strong').innerText()).replace(/\D/g, ''))
    const { rows: [counted] } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM incident`.execute(app.db)
    expect(size).toBeGreaterThan(0)
    expect(size).toBeLessThan(counted!.n)
    await run(page)
    await answer(page).waitFor()
    expect(await page.locator('.legend li').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringMatching(/^热 99%\s+[\d,]+ 格$/), expect.stringMatching(/^不显著\s+[\d,]+ 格$/)]))
    expect(await page.locator('.legend figcaption').innerText()).toBe('校正多重检验后的置信度')
    await page.getByLabel('地图上显示').selectOption('counts')
    await until(() => page.locator('.legend figcaption').innerText()).toMatch(/^等量/)
    await page.getByLabel('分级').selectOption('equal')
    await until(() => page.locator('.legend figcaption').innerText()).toMatch(/^等距/)
    expect(asked(page)?.selection.codes?.length).toBe(1)
    await me.picture('analysis-counts')
  })

  it('gives the same answer when its link is opened again, and Back brings the question before', async () => {
    await signIn(me, link(question({ method: 'counts' })), await app.account('analyst'))
    const { page } = me
    await answer(page).waitFor()
    const [said, legend] = [await page.locator('.sentence').allInnerTexts(), await page.locator('.legend li').allInnerTexts()]
    await page.reload()
    await answer(page).waitFor()
    expect([await page.locator('.sentence').allInnerTexts(), await page.locator('.legend li').allInnerTexts()]).toEqual([said, legend])
    await page.getByRole('button', { name: '90 天', exact: true }).click()
    await until(() => asked(page)?.selection.from).not.toBe(yearBefore.from)
    await run(page)
    await until(() => page.locator('.sentence').allInnerTexts()).not.toEqual(said)
    await page.goBack()
    await until(() => page.locator('.answer:not(.old) .sentence').allInnerTexts()).toEqual(said)
  })

  it('compares two answers across a divider that the keyboard moves', async () => {
    await signIn(me, link(question({ method: 'counts' })), await app.account('analyst'))
    const { page } = me
    await answer(page).waitFor()
    await page.getByRole('button', { name: '留作对比' }).click()
    await page.getByRole('button', { name: '90 天', exact: true }).click()
    await run(page)
    await page.getByRole('button', { name: '卷帘对比' }).click()
    const divider = page.getByRole('slider', { name: /卷帘分界/ })
    await divider.focus()
    await page.keyboard.press('Shift+ArrowLeft')
    await until(() => divider.getAttribute('aria-valuenow')).toBe('40')
    await me.picture('analysis-swipe')
  })
})

describe('what goes wrong', () => {
  it('cancels a long run of near repeats by Esc, on the server too', async () => {
    await signIn(me, link(question({ method: 'near_repeat', parameters: { permutations: 19 } })), await app.account('analyst'))
    const { page } = me
    await answer(page).waitFor()
    await fold(page, '参数')
    // So much that it would take minutes: what ends it is the cancelling.
    await page.getByLabel('随机置换次数').fill('999')
    await page.getByLabel('距离档').fill('1000, 2000, 5000, 10000')
    await page.getByLabel('距离档').press('Tab')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('progressbar').waitFor()
    const ended = page.waitForResponse(response => response.request().method() === 'DELETE')
    await page.keyboard.press('Escape')
    await page.getByText('已取消').waitFor()
    expect(await (await ended).json()).toMatchObject({ state: 'cancelled' })
  })

  it('shows a parameter out of bounds at its field, and the next good run takes it away', async () => {
    me.allow(/answered 400|status of 400/)
    await signIn(me, link(), await app.account('analyst'))
    const { page } = me
    await fold(page, '参数')
    const field = page.getByLabel('邻域圈数')
    await field.fill('99')
    await page.keyboard.press('Control+Enter')
    await until(() => field.getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('.parameter', { hasText: '邻域圈数' }).getByRole('alert').innerText()).toBe('须是 1 到 6 之间的整数')
    await field.fill('2')
    await page.keyboard.press('Control+Enter')
    await answer(page).waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('false')
    expect(asked(page)?.parameters).toEqual({ steps: 2 })
  })

  it('says in words why a question has no answer', async () => {
    await signIn(me, link(question({ selection: { from: '1999-01-01', to: '1999-02-01' } })), await app.account('analyst'))
    await me.page.locator('.result-part').getByText('这个问题算不出结果').waitFor()
    expect(await me.page.locator('.size strong').innerText()).toBe('0 起警情')
  })

  it('tells a role without the power whom to ask, and asks nothing', async () => {
    await signIn(me, link(), await app.account('dispatcher'))
    await me.page.getByText('您的角色不能做研判').waitFor()
    expect(await me.page.getByRole('button', { name: /^运行/ }).count()).toBe(0)
  })
})

describe('a quiet map', () => {
  it('leaves only divisions on while hotspots are looked at, and brings the rest back', async () => {
    await signIn(me, `${app.url}/?layers=incidents,units,divisions`, await app.account('analyst'))
    const { page } = me
    const layers = () => new URL(page.url()).searchParams.get('layers')
    await page.getByRole('button', { name: '研判' }).click()
    await until(layers).toMatch(/^-incidents,-units,divisions/)
    await page.getByRole('button', { name: '态势' }).click()
    await until(layers).toMatch(/^incidents,units,divisions/)
  })
})
