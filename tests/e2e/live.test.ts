import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { tokens } from '../../web/theme/tokens.ts'
import { launchBrowser, visit } from './browser.ts'
import { signInByHand, type Hand } from './desk-hand.ts'
import { startApp, type RunningApp } from './start-app.ts'
import { signIn, until } from './steps.ts'

// WebGL in software: right pictures, slowly.
vi.setConfig({ testTimeout: 120_000 })

interface Unit { id: number, callsign: string, kind: string, meaning: string, fix: { longitude: number, latitude: number } | null }

let app: RunningApp
let browser: Browser
let administrator: Hand
let gateway: Record<string, string>
beforeAll(async () => {
  [app, browser] = [await startApp(), await launchBrowser()]
  administrator = await signInByHand(app.url, await app.account('administrator'))
  const { key } = await administrator.post<{ key: string }>('/api/gateways', { name: 'test' })
  gateway = { authorization: `Bearer ${key}` }
})
afterAll(async () => { await browser?.close(); await app?.stop() })

/** The colour in the middle of the screen, where the link looks. */
const middle = async (page: Page): Promise<number[]> => {
  const { width, height } = page.viewportSize()!
  const shot = await page.screenshot({ clip: { x: width / 2 - 2, y: height / 2 - 2, width: 4, height: 4 } })
  return page.evaluate(async base64 => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
    const context = new OffscreenCanvas(4, 4).getContext('2d')!
    context.drawImage(picture, 0, 0)
    return [...context.getImageData(2, 2, 1, 1).data].slice(0, 3)
  }, shot.toString('base64'))
}
const rgb = (colour: string) => [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))
const near = (a: number[], b: number[]) => Math.max(...a.map((value, i) => Math.abs(value - b[i]!))) < 14

it('a unit glides to where its fix says, and turns hollow when the fix is too old', async () => {
  const { units } = await administrator.get<{ units: Unit[] }>('/api/units')
  const unit = units.find(each => each.kind === 'patrol_car' && each.meaning === 'available' && each.fix)!
  const [longitude, latitude] = [unit.fix!.longitude + 0.004, unit.fix!.latitude + 0.003]
  const me = await visit(browser, { width: 900, height: 700 })
  const { page } = me
  // The frame's head takes 48 pixels and a pixel: the middle of the map lies half of that below the middle of the screen.
  await page.addInitScript(() => { localStorage.setItem('theme', 'dark') })
  await signIn(me, `${app.url}/?mode=wall&view=${longitude},${latitude},17,0,0&layers=units`, await app.account('dispatcher'))
  const available = rgb(tokens.dark.fine)
  expect(near(await middle(page), available)).toBe(false)

  // Old enough to be too old in six seconds.
  const at = Date.now() - 30 * 60_000 + 6_000
  const told = await administrator.post<{ accepted: number }>('/api/positions', { fixes: [{ unit: unit.id, at, longitude, latitude, heading: 90, speed_kmh: 0 }] }, gateway)
  expect(told.accepted).toBe(1)
  await until(async () => near(await middle(page), available)).toBe(true)
  await me.picture('unit-arrived')
  expect(Date.now()).toBeLessThan(at + 30 * 60_000)
  await until(async () => near(await middle(page), rgb(tokens.dark.panel))).toBe(true)
  expect(Date.now()).toBeGreaterThanOrEqual(at + 30 * 60_000)
  await me.picture('unit-stale')

  await page.mouse.click(450, 350)
  await page.getByRole('dialog').getByText(unit.callsign).first().waitFor()
  await page.getByRole('dialog').getByText(/定位已过期/).waitFor()
  expect(me.problems()).toEqual([])
  await me.close()
})
