import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** A real Chromium that draws WebGL 2 in software and can't reach any other machine. */
export async function launchBrowser(): Promise<Browser> {
  const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const executablePath = candidates.find(path => path && existsSync(path))
  if (!executablePath) throw new Error('Chromium is not installed: apt-get install chromium, or name its file in CHROMIUM')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist',
      '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  })
}

/** One person's browser window, watched. */
export interface Visit {
  page: Page
  context: BrowserContext
  /** Let pass what the test provokes on purpose, such as a refused password. */
  allow(problem: RegExp): void
  /** Console errors, page errors, failed requests and requests to other machines, in order, that nobody allowed. */
  problems(): string[]
  /** Save a picture where SCREENSHOTS names a folder. */
  picture(name: string): Promise<void>
  close(): Promise<void>
}

export interface Screen { width: number, height: number, touch?: boolean, theme?: 'dark' | 'light', language?: 'zh-CN' | 'en-GB' }

export const desk: Screen = { width: 1440, height: 900 }
export const phone: Screen = { width: 390, height: 844, touch: true }

/** Open a window with a session of its own. */
export async function visit(browser: Browser, screen: Screen = desk): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: screen.width, height: screen.height }, hasTouch: screen.touch ?? false, isMobile: screen.touch ?? false,
    locale: screen.language ?? 'zh-CN', timezoneId: 'Asia/Shanghai', colorScheme: screen.theme ?? 'dark', reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const seen: string[] = []
  const allowed: RegExp[] = []
  watch(page, seen)
  return {
    page, context,
    allow: problem => { allowed.push(problem) },
    problems: () => seen.filter(problem => !allowed.some(pattern => pattern.test(problem))),
    picture: async name => {
      const folder = process.env.SCREENSHOTS
      if (!folder) return
      mkdirSync(folder, { recursive: true })
      await page.screenshot({ path: join(folder, `${name}.png`) })
    },
    close: () => context.close(),
  }
}

function watch(page: Page, seen: string[]): void {
  page.on('console', message => { if (message.type() === 'error') seen.push(`console: ${message.text()} (${message.location().url})`) })
  page.on('pageerror', error => { seen.push(`page error: ${error.stack ?? error.message}`) })
  page.on('request', request => { if (!isLocal(request.url())) seen.push(`left this machine: ${request.url()}`) })
  page.on('requestfailed', request => {
    const reason = request.failure()?.errorText ?? ''
    // The map cancels tiles that it no longer needs, and leaving a page ends its stream.
    if (reason !== 'net::ERR_ABORTED') seen.push(`request failed: ${reason} ${request.url()}`)
  })
  page.on('response', response => { if (response.status() >= 400) seen.push(`answered ${response.status()}: ${response.url()}`) })
}

function isLocal(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'data:' || protocol === 'blob:' || hostname === 'localhost' || hostname === '127.0.0.1'
}
