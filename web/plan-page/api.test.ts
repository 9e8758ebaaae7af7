import { expect, it, vi } from 'vitest'

// The client takes `fetch` and the page's address when it is loaded.
let status = 200
vi.stubGlobal('location', { origin: 'http://page.test' })
vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(status === 200 ? { callsign: '巡07' } : { title: 'no', status }), { status, headers: { 'content-type': 'application/json' } })))
const { readCallsign } = await import('./api.ts'), { signal } = new AbortController()

it('a unit that is gone since has no callsign; whatever else goes wrong is told', async () => {
  expect(await readCallsign(7, signal)).toBe('巡07')
  status = 404
  expect(await readCallsign(7, signal)).toBeNull()
  status = 500
  await expect(readCallsign(7, signal)).rejects.toMatchObject({ status: 500 })
})
