import type { UnitEvent } from '../state/live-events.ts'
import type { HeardPositions } from './decode-positions.ts'
import { standing, towards } from './motion.ts'
import type { LiveUnit, UnitRow } from './unit.ts'

/**
 * Take over a whole answer of `GET /api/units`. What the stream already told and the answer doesn't know yet stays.
 *
 * @param now  milliseconds of this machine's clock, which signs move by
 */
export function takeRows(units: Map<number, LiveUnit>, rows: readonly UnitRow[], now: number): void {
  const listed = new Set(rows.map(({ id }) => id))
  for (const id of units.keys()) if (!listed.has(id)) units.delete(id)
  for (const row of rows) {
    const known = units.get(row.id)
    const fix = row.fix && { ...row.fix, at: Date.parse(row.fix.at) }
    if (!known) {
      units.set(row.id, { ...row, fix, motion: fix && standing(fix.longitude, fix.latitude) })
      continue
    }
    const newerStatus = Date.parse(known.status_since) > Date.parse(row.status_since)
    const { status, meaning, status_since, incident_id } = newerStatus ? known : row
    Object.assign(known, { ...row, status, meaning, status_since, incident_id, fix: known.fix })
    if (fix && (!known.fix || fix.at > known.fix.at)) moveTo(known, fix, now, 0)
  }
}

/**
 * Take over fixes of the stream.
 *
 * @param moved  ids whose place in `heard` is new
 * @returns whether one is of a unit that isn't known here, and whether one is the first of its unit
 */
export function takeFixes(units: Map<number, LiveUnit>, moved: readonly number[], heard: HeardPositions, now: number, tick: number): { unknown: boolean, placed: boolean } {
  let [unknown, placed] = [false, false]
  for (const id of moved) {
    const unit = units.get(id)
    if (!unit) { unknown = true; continue }
    if (!unit.motion) placed = true
    const { longitude, latitude, at, heading, speedKmh } = heard.get(id)!
    moveTo(unit, { longitude, latitude, at, heading, speed_kmh: speedKmh }, now, tick)
  }
  return { unknown, placed }
}

/** Units that no longer have a place. @returns whether one of them had */
export function takeGone(units: Map<number, LiveUnit>, gone: readonly number[]): boolean {
  const placed = gone.map(id => units.get(id)).filter(unit => unit?.motion)
  for (const unit of placed) Object.assign(unit!, { fix: null, motion: null })
  return placed.length > 0
}

function moveTo(unit: LiveUnit, fix: NonNullable<LiveUnit['fix']>, now: number, tick: number): void {
  const interval = unit.fix ? fix.at - unit.fix.at : 0
  unit.motion = unit.motion ? towards(unit.motion, fix.longitude, fix.latitude, now, interval, tick) : standing(fix.longitude, fix.latitude)
  unit.fix = fix
}

/**
 * Take over a change of status. Who goes off duty leaves the map.
 *
 * @returns whether the unit isn't known here
 */
export function takeStatus(units: Map<number, LiveUnit>, { id, ...change }: UnitEvent): boolean {
  const unit = units.get(id)
  if (change.meaning === 'off_duty') {
    units.delete(id)
    return false
  }
  if (!unit) return true
  Object.assign(unit, change)
  return false
}
