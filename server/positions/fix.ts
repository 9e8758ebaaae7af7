import type { Fault } from '../errors.ts'

/** A position as a device reports it, checked. */
export interface Fix {
  /** A unit's id, or the key by which its gateway calls it. */
  unit: number | string
  /** Epoch milliseconds, by the device's clock. */
  at: number
  longitude: number
  latitude: number
  heading: number | null
  speedKmh: number | null
  accuracyMetres: number | null
}

const zonedTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/

/**
 * Check one fix of a batch.
 *
 * @param index  its place in the batch, for the fault's pointer
 * @returns the fix, or what is wrong with it
 */
export function readFix(raw: unknown, index: number): { ok: true, fix: Fix } | { ok: false, fault: Fault } {
  const wrong = (name: string, value: unknown, detail: string) => ({ ok: false as const, fault: { pointer: `/fixes/${index}${name}`, value: shorten(value), detail } })
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return wrong('', raw, 'a fix must be an object')
  const { unit, at, longitude, latitude, heading = null, speed_kmh = null, accuracy_metres = null } = raw as Record<string, unknown>
  if (!(typeof unit === 'number' && Number.isInteger(unit) && unit > 0) && !(typeof unit === 'string' && unit !== '' && unit.length <= 100))
    return wrong('/unit', unit, 'must be a unit\'s id (whole number) or its device key (text)')
  const instant = readInstant(at)
  if (instant === undefined) return wrong('/at', at, 'must be epoch milliseconds or ISO 8601 with a time zone, such as 2026-11-22T08:00:00Z')
  if (!isWithin(longitude, -180, 180)) return wrong('/longitude', longitude, 'must be a number from -180 to 180')
  if (!isWithin(latitude, -90, 90)) return wrong('/latitude', latitude, 'must be a number from -90 to 90')
  if (heading !== null && !isWithin(heading, 0, 360)) return wrong('/heading', heading, 'must be a number from 0 to 360')
  if (speed_kmh !== null && !isWithin(speed_kmh, 0, 10_000)) return wrong('/speed_kmh', speed_kmh, 'must be a number from 0 to 10000')
  if (accuracy_metres !== null && !isWithin(accuracy_metres, 0, 1e6)) return wrong('/accuracy_metres', accuracy_metres, 'must be a number from 0 to 1000000')
  return { ok: true, fix: { unit, at: instant, longitude, latitude, heading, speedKmh: speed_kmh, accuracyMetres: accuracy_metres } }
}

function readInstant(value: unknown): number | undefined {
  const instant = typeof value === 'number' ? Math.round(value) : typeof value === 'string' && zonedTime.test(value) ? Date.parse(value) : NaN
  return Number.isSafeInteger(instant) ? instant : undefined
}

const isWithin = (value: unknown, low: number, high: number): value is number => typeof value === 'number' && value >= low && value <= high
const shorten = (value: unknown): unknown => typeof value === 'string' && value.length > 100 ? `${value.slice(0, 100)}…` : typeof value === 'object' && value !== null ? '…' : value

/** A line that can't be read stands in the batch as itself, so that it is counted and named like any other bad fix. */
export function readLines(text: string): unknown[] {
  return text.split('\n').filter(line => line.trim() !== '').map(line => {
    try {
      return JSON.parse(line) as unknown
    } catch {
      return line
    }
  })
}
