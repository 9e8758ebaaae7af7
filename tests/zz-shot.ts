import { chromium } from 'playwright-core'
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-background-networking'] })
const base = 'http://127.0.0.1:8391'
for (const theme of ['dark', 'light']) {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  page.on('console', m => { if (m.type() === 'error') console.log(theme, m.text().slice(0, 300)) })
  page.on('pageerror', e => console.log(theme, 'pageerror', String(e).slice(0, 300)))
  await page.goto(base)
  await page.evaluate(async () => { await fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: 'chiefx', password: 'correct horse' }) }) })
  await page.evaluate(t => { localStorage.setItem('yizhangtu.theme', t); localStorage.setItem('theme', t) }, theme)
  await page.goto(base + '/?theme=' + theme + '&layers=units,divisions')
  await page.waitForSelector('.coverage', { timeout: 60000 })
  const now = await page.evaluate(() => document.documentElement.dataset.theme)
  console.log('theme', now, Object.keys(await page.evaluate(() => ({ ...localStorage }))))
  await page.waitForTimeout(5000)
  await page.click('.coverage header label')
  await page.waitForSelector('.coverage .some', { timeout: 200000 })
  await page.waitForTimeout(6000)
  await page.screenshot({ path: `.data/cov-${theme}.png` })
  await page.mouse.click(1290, 330)
  await page.waitForTimeout(500)
  for (const [x, y] of [[1290, 330], [1310, 350], [1330, 300], [1350, 330], [1270, 310], [1380, 360]]) {
    await page.mouse.click(x!, y!)
    await page.waitForTimeout(2500)
    if (await page.$('section.void:not(.closed) ul')) { await page.screenshot({ path: `.data/void-${theme}.png` }); break }
  }
  await page.close()
}
await browser.close()
