import type { Motion } from './motion.ts'

/** A fix; `at` in epoch milliseconds of the server's clock. */
export interface Fix { longitude: number, latitude: number, at: number, heading: number | null, speed_kmh: number | null }

/** A unit on duty as `GET /api/units` gives it. Times are ISO text. */
export interface UnitRow {
  id: number
  callsign: string
  kind: string
  capabilities: string[]
  status: string
  meaning: string
  status_since: string
  station_id: number | null
  shift_from: string | null
  shift_to: string | null
  crew: number
  incident_id: number | null
  fix: (Omit<Fix, 'at'> & { at: string }) | null
}

/** A unit on the open map. */
export interface LiveUnit extends Omit<UnitRow, 'fix'> {
  fix: Fix | null
  motion: Motion | null
}

/** A fix that is older, in milliseconds, says where a unit was, not where it is; the server may say otherwise. */
export const staleAfterDefault = 30 * 60_000

export const isStale = ({ fix }: Pick<LiveUnit, 'fix'>, now: number, staleAfter = staleAfterDefault): boolean =>
  fix === null || now - fix.at > staleAfter

/** What its popup and panel say of it, under the names of the layer's properties. */
export function propertiesOf({ fix, motion: _, ...row }: LiveUnit): Record<string, unknown> {
  return { ...row, ...(fix && { fix_at: new Date(fix.at).toISOString(), heading_degrees: fix.heading, speed_kmh: fix.speed_kmh }) }
}

/** Whether a unit passes the filters of its row in the layer stack: comma-separated values by property. */
export function passes(unit: LiveUnit, filters: Record<string, string>): boolean {
  return Object.entries(filters).every(([property, value]) =>
    value === '' || value.split(',').includes(String((unit as unknown as Record<string, unknown>)[property])))
}
