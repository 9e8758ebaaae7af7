// Opens the phone view without signal. Keeps the page's own files and nothing that the server answers: what is known of a task
// is kept by the page itself, marked with its age. The build writes `files` and `version` above this; see service-worker-plugin.ts.
declare const files: readonly string[]
declare const version: string

interface Extendable extends Event { waitUntil(work: Promise<unknown>): void }
interface Fetching extends Extendable { request: Request, respondWith(answer: Promise<Response>): void }
interface Told extends Extendable { data: unknown }
interface Worker {
  addEventListener(name: 'install' | 'activate', handle: (event: Extendable) => void): void
  addEventListener(name: 'fetch', handle: (event: Fetching) => void): void
  addEventListener(name: 'message', handle: (event: Told) => void): void
  skipWaiting(): Promise<void>
  clients: { matchAll(options: { type: 'window' }): Promise<readonly unknown[]> }
  location: Location
}
const worker = self as unknown as Worker

const prefix = 'duty-'
const store = prefix + version
const shell = '/duty'

worker.addEventListener('install', event => event.waitUntil((async () => {
  const cache = await caches.open(store)
  // Past the browser's own cache, so that one version never holds a file of another. All or none.
  await cache.addAll([shell, ...files].map(file => new Request(file, { cache: 'reload' })))
})()))

// It takes over when the page is opened and says so, and only where no other window is in the middle of something.
worker.addEventListener('message', event => {
  if (event.data !== 'take over') return
  event.waitUntil(worker.clients.matchAll({ type: 'window' }).then(windows => windows.length <= 1 ? worker.skipWaiting() : undefined))
})

worker.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== store) await caches.delete(name)
})()))

worker.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  const file = request.mode === 'navigate' && url.pathname === shell ? shell : files.includes(url.pathname) ? url.pathname : null
  if (file === null) return
  event.respondWith(caches.open(store).then(async cache => await cache.match(file) ?? fetch(request)))
})
