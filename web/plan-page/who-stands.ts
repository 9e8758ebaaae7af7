import { localDay } from '../../layers/time.ts'
import type { DutyPost } from '../../server/deployment/plans/schemas.ts'
import type { DeploymentPlan } from '../planning/types.ts'
import { timeText } from '../record/age.ts'

/** A line of the duty plan: a place with its number on the map, and who stands there; null for a unit that isn't named. */
export interface Stand { rank: number, site: string, name: string, longitude: number, latitude: number, crew: (string | null)[] }

/**
 * Who stands where, numbered as the plan lists its sites.
 *
 * @param callsigns  by id of unit; one that isn't there is told by its number
 */
export function standsOf({ sites }: Pick<DeploymentPlan, 'sites'>, callsigns: ReadonlyMap<number, string>): Stand[] {
  return sites.map(({ id, name, longitude, latitude, units, unit_ids: named = [] }, i) => ({
    rank: i + 1, site: id, name, longitude, latitude,
    crew: Array.from({ length: units }, (_, k) => named[k] === undefined ? null : callsigns.get(named[k]) ?? `#${named[k]}`),
  }))
}

/** "16:00–24:00": the hours of a shift by the clock; null where they don't follow each other. Over midnight it ends on the next day. */
export function shiftHours(hours: readonly number[]): string | null {
  const held = new Set(hours), starts = [...held].filter(hour => !held.has((hour + 23) % 24))
  if (held.size === 24) return '00:00–24:00'
  if (starts.length !== 1) return null
  const end = starts[0]! + held.size, clock = (hour: number) => `${String(hour > 24 ? hour - 24 : hour).padStart(2, '0')}:00`
  return `${clock(starts[0]!)}–${clock(end)}`
}

/** From when to when a plan's duty of a day lasts; null where there is none. Posts of one day share their hours. */
export const dutyHours = (duty: readonly DutyPost[]): { from: string, to: string } | null => duty[0] ? { from: duty[0].from, to: duty[0].to } : null

/**
 * The last day of a plan whose duty has begun, its first where none has. After midnight that is the day before as long as the
 * next shift hasn't begun.
 *
 * @param begins  when the duty of the first day begins; null where it has none
 */
export function lastBegun({ valid_from: from, valid_to: to }: Pick<DeploymentPlan, 'valid_from' | 'valid_to'>, begins: string | null, now: Date, timeZone: string): string {
  const [hour, minute] = begins === null ? [0, 0] : timeText(begins, timeZone).split(':').map(Number), day = localDay(new Date(now.getTime() - (hour! * 60 + minute!) * 60_000), timeZone)
  return day < from ? from : day > to ? to : day
}

/** Rows in pages: the first holds fewer, because the map is there too. An empty list is one empty page. */
export function inPages<T>(rows: readonly T[], first: number, others: number): T[][] {
  const pages = [rows.slice(0, first)]
  for (let at = first; at < rows.length; at += others) pages.push(rows.slice(at, at + others))
  return pages
}
