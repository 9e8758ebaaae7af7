import type { OpenIncident } from '../live/api.ts'

/** Statuses in which somebody waits for police and nobody is on the way. */
const unsent = (incident: OpenIncident): boolean => incident.units.length === 0 && (incident.status === 'received' || incident.status === 'returned')

/** The order of the wall's list: what came just now, then where nobody was sent, then the rest; the oldest first in each. */
export const wallOrder = (incidents: readonly OpenIncident[], fresh: readonly number[]): OpenIncident[] =>
  [...incidents].sort((a, b) => Number(fresh.includes(b.id)) - Number(fresh.includes(a.id)) || Number(unsent(b)) - Number(unsent(a)) || Date.parse(a.received_at) - Date.parse(b.received_at) || a.id - b.id)

/** Minutes, then hours and minutes, then days: `12 分`, `1 时 20 分`, `3 天`, short enough to be read from afar. */
export function shortAge(milliseconds: number, locale: 'zh' | 'en'): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000))
  const zh = locale === 'zh'
  if (minutes < 60) return zh ? `${minutes} 分` : `${minutes} min`
  if (minutes < 24 * 60) return zh ? `${Math.floor(minutes / 60)} 时 ${minutes % 60} 分` : `${Math.floor(minutes / 60)} h ${minutes % 60}`
  return zh ? `${Math.floor(minutes / 1440)} 天` : `${Math.floor(minutes / 1440)} d`
}

/** Seconds until a unit should be there, counted from when it was sent; null without an estimate or once it arrived. */
export function secondsLeft({ assigned_at, arrived_at, expected_seconds }: OpenIncident['units'][number], now: number): number | null {
  if (arrived_at !== null || expected_seconds === null) return null
  return Math.round((Date.parse(assigned_at) + expected_seconds * 1000 - now) / 1000)
}

/** The items of a page that is turned every so often, and how many pages there are. */
export function pageOf<T>(items: readonly T[], size: number, turn: number): { shown: T[], page: number, pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / Math.max(1, size)))
  const page = turn % pages
  return { shown: items.slice(page * size, (page + 1) * size), page, pages }
}
