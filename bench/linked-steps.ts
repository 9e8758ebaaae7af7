import type { CDPSession, Page } from 'playwright-core'
import { quantile } from './context.ts'

/**
 * A brush dragged in a real browser. `p50` and `p95`: milliseconds by the clock that a step's filters and charts took; `scriptPerStep`: of the
 * processor, everything that ran in script, the map's drawing calls and the hand's events too; `frame`: by the clock, with drawing in software.
 */
export interface Steps { steps: number, p50: number, p95: number, scriptPerStep: number, frame: number, heapMegabytes: number }

/**
 * Drag over a chart and watch.
 *
 * @param selector  of the element that is brushed
 * @param from, to  as shares of its width and height
 */
export async function dragAndWatch(page: Page, selector: string, from: [number, number], to: [number, number], moves = 40): Promise<Steps> {
  const devtools = await page.context().newCDPSession(page)
  // Of this thread's own time: other programs on the machine don't count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const box = (await page.locator(selector).boundingBox())!
  await page.evaluate(() => {
    const seen: { durations: number[], frames: number[] } = { durations: [], frames: [] }
    new PerformanceObserver(list => { for (const entry of list.getEntries()) if (entry.name === 'linked step') seen.durations.push(entry.duration) }).observe({ entryTypes: ['measure'] })
    let last = performance.now()
    const tick = (now: number) => { seen.frames.push(now - last); last = now; requestAnimationFrame(tick) }
    requestAnimationFrame(tick)
    Object.assign(globalThis, { seen })
  })
  const before = await scriptSeconds(devtools)
  const at = ([x, y]: [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const
  await page.mouse.move(...at(from))
  await page.mouse.down()
  for (let i = 1; i <= moves; i++) {
    const share = i / moves
    await page.mouse.move(...at([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]))
    // A step each: moves within one frame would be one.
    await page.evaluate(() => new Promise(resolve => { requestAnimationFrame(() => requestAnimationFrame(resolve)) }))
  }
  await page.mouse.up()
  await page.waitForTimeout(300)
  const script = await scriptSeconds(devtools) - before
  const { durations, frames } = await page.evaluate(() => (globalThis as unknown as { seen: { durations: number[], frames: number[] } }).seen)
  const heap = await devtools.send('Runtime.getHeapUsage') as { usedSize: number, backingStorageSize?: number }
  return {
    steps: durations.length, p50: quantile(durations, 0.5), p95: quantile(durations, 0.95), scriptPerStep: script * 1000 / Math.max(1, durations.length), frame: quantile(frames, 0.5),
    heapMegabytes: (heap.usedSize + (heap.backingStorageSize ?? 0)) / 2 ** 20,
  }
}

async function scriptSeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'ScriptDuration')!.value
}
