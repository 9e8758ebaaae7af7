/** How often a wall asks whether there is a newer client. */
const lookMilliseconds = 30 * 60_000
const retryMilliseconds = 3_000
/** Reloads in a row are this far apart at least: a page that can't load must not hammer the server. */
const leastBetween = 20_000
/** The map's picture may come back by itself after its graphics card was taken away. */
const graphicsMilliseconds = 10_000

/** The module that a page of this client loads first; its name changes with every build. */
export const entryOf = (html: string): string | null => /<script[^>]+src="([^"]+)"/.exec(html)?.[1] ?? null

/**
 * Keep an unattended page running: when a piece of it can't be loaded (the server was renewed meanwhile, or was away), the
 * page is loaded anew as soon as the server gives it out, and so it is when a newer client is there. Never before: a
 * reload against a server that is away would leave the browser's error page hanging.
 *
 * @returns `look` for a newer client now, and `stop`
 */
export function keepCurrent(): Keeper {
  return keeper ??= begin()
}

interface Keeper { look: () => Promise<void>, stop: () => void }
let keeper: Keeper | undefined

function begin(): Keeper {
  const mine = entryOf(document.documentElement.outerHTML)
  let reloading = false
  let graphics: ReturnType<typeof setTimeout> | undefined

  async function reloadWhenServed(): Promise<void> {
    if (reloading) return
    reloading = true
    const last = Number(sessionStorage.getItem('reloaded') ?? 0)
    await sleep(Math.max(0, last + leastBetween - Date.now()))
    while (!await served()) await sleep(retryMilliseconds)
    sessionStorage.setItem('reloaded', String(Date.now()))
    location.reload()
  }

  async function look(): Promise<void> {
    const html = await fetchPage()
    const theirs = html && entryOf(html)
    if (theirs && mine && theirs !== mine) void reloadWhenServed()
  }

  const onBroken = (event: Event) => { event.preventDefault(); void reloadWhenServed() }
  const onRejected = ({ reason }: PromiseRejectionEvent) => {
    if (/dynamically imported module|Importing a module script|Failed to load module|worker/i.test(String(reason?.message ?? reason))) void reloadWhenServed()
  }
  const onLost = () => { graphics ??= setTimeout(() => void reloadWhenServed(), graphicsMilliseconds) }
  const onRestored = () => { clearTimeout(graphics); graphics = undefined }

  globalThis.addEventListener('vite:preloadError', onBroken)
  globalThis.addEventListener('unhandledrejection', onRejected)
  document.addEventListener('webglcontextlost', onLost, true)
  document.addEventListener('webglcontextrestored', onRestored, true)
  const timer = setInterval(() => void look(), lookMilliseconds)
  return {
    look,
    stop() {
      keeper = undefined
      clearInterval(timer)
      clearTimeout(graphics)
      globalThis.removeEventListener('vite:preloadError', onBroken)
      globalThis.removeEventListener('unhandledrejection', onRejected)
      document.removeEventListener('webglcontextlost', onLost, true)
      document.removeEventListener('webglcontextrestored', onRestored, true)
    },
  }
}

/** Whether the server gives out both the page and its first module. */
async function served(): Promise<boolean> {
  const entry = entryOf(await fetchPage() ?? '')
  if (!entry) return false
  return fetch(entry, { cache: 'no-store' }).then(answer => answer.ok, () => false)
}

const fetchPage = (): Promise<string | null> =>
  fetch('/wall', { cache: 'no-store' }).then(answer => answer.ok ? answer.text() : null, () => null)

const sleep = (milliseconds: number) => new Promise(resolve => { setTimeout(resolve, milliseconds) })
