import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { buildApp } from '../server/app.ts'
import { buildClient } from '../server/boot/client.ts'
import { launchBrowser } from '../tests/e2e/browser.ts'
import { ms, type Context, type Line } from './context.ts'
import { encodeRows, generateRows } from './incident-rows.ts'
import { dragAndWatch } from './linked-steps.ts'

const frame = 1000 / 60

/** The workbench in Chromium over a million generated incidents: what a step of each brush costs in script, against a sixtieth of a second. */
export async function bench({ services, random }: Context): Promise<Line[]> {
  const codes = (await sql<{ code: string }>`SELECT code FROM incident_type WHERE length(code) = 6 ORDER BY code`.execute(services.db)).rows.map(({ code }) => code)
  const body = encodeRows(generateRows(1_000_000, random, codes))
  const app = await buildApp(services, { clientFolder: buildClient() })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await openWorkbench(page, `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`, body, async () => {
      await page.getByLabel('账号', { exact: true }).fill('bench')
      await page.getByLabel('密码', { exact: true }).fill('bench')
      await page.getByRole('button', { name: '登录', exact: true }).click()
    })
    return await brushAll(page)
  } finally {
    await browser.close()
    await app.close()
  }
}

/** Open the workbench with these columns for an answer. */
export async function openWorkbench(page: Page, url: string, body: Buffer, signIn: () => Promise<void>): Promise<void> {
  await page.route('**/api/analysis/columns', route => route.fulfill({ body, contentType: 'application/octet-stream', headers: { 'content-length': String(body.length) } }))
  await page.goto(`${url}/?mode=analysis&view=118.1,24.55,10.5,0,0&layers=-incidents`)
  await signIn()
  await page.locator('[data-panel=hour] canvas').waitFor({ timeout: 120_000 })
  await page.waitForTimeout(2000)
}

export async function brushAll(page: Page): Promise<Line[]> {
  const lines: Line[] = []
  const brush = async (name: string, selector: string, from: [number, number], to: [number, number]) => {
    const seen = await dragAndWatch(page, selector, from, to)
    lines.push({
      name: `a brush over 1,000,000 incidents in Chromium, ${name}`, ours: `${ms(seen.scriptPerStep)} of script`, ratio: seen.scriptPerStep / frame,
      reference: `a 60th of a second ${ms(frame)}`,
    }, {
      name: '  by the clock: filters and charts; frame drawn in software; memory', ours: `${ms(seen.p50)}, p95 ${ms(seen.p95)}`, ratio: seen.p50 / frame,
      reference: `${ms(seen.frame)}; ${Math.round(seen.heapMegabytes)} MiB`,
    })
    await page.locator('.dock .chips button').first().click()
    await page.waitForTimeout(1500)
  }
  for (const map of ['circles', 'no map']) {
    if (map === 'no map') await page.getByRole('button', { name: '地图上显示' }).click()
    await brush(`${map}: histogram`, '.dock .area', [0.2, 0.5], [0.6, 0.5])
    await brush(`${map}: clock`, '[data-panel=hour] canvas', [0.3, 0.1], [0.9, 0.9])
  }
  return lines
}
