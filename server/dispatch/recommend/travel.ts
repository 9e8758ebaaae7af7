import type { RoadNetwork, Snap } from '../../network/road-network.ts'
import { route } from '../../network/route.ts'
import { snap } from '../../network/snap.ts'
import { kindOfUnit, kinds, pacesOf, type Kind } from '../../network/speeds.ts'
import { travelTimesTo } from '../../network/travel-times.ts'
import type { UnitNow } from '../../positions/units.ts'
import type { DispatchSettings } from './settings.ts'

/** How units get to one incident at one hour of the day. */
export interface Journey {
  network: RoadNetwork
  longitude: number
  latitude: number
  /** Local, 0 to 23. */
  hour: number
  siren: boolean
  settings: DispatchSettings
  /** Where each kind leaves the road; null where no road is near. */
  ends: Record<Kind, Snap | null>
}

/** What a unit of a shortlist takes: seconds are Infinity where there is no way. */
export interface Trip { seconds: number, straight: boolean, from: Snap | null }

/** Roads that lead everywhere are taken within so many metres, any other within as many as a search may go. */
const mainMetres = 150
const anyMetres = 500
/** The rest of the way is walked; a car that stops across the street is there. */
const atDoorMetres = 30
const walkingMetresPerSecond = 1.4

const place = (network: RoadNetwork, longitude: number, latitude: number, kind: Kind): Snap | null =>
  snap(network, longitude, latitude, { kind, maxMetres: mainMetres, component: 'largest' }) ?? snap(network, longitude, latitude, { kind, maxMetres: anyMetres })

export function planJourney(journey: Omit<Journey, 'ends'>): Journey {
  const { network, longitude, latitude } = journey
  return { ...journey, ends: Object.fromEntries(kinds.map(kind => [kind, place(network, longitude, latitude, kind)])) as Journey['ends'] }
}

/** By what a unit travels; null: it flies. */
export function modeOf(unitKind: string, { travel }: DispatchSettings): Kind | null {
  if (unitKind === 'drone') return null
  if (unitKind === 'post' || unitKind === 'reserve') return travel[unitKind]
  return kindOfUnit(unitKind)
}

/**
 * Travel times of units to the incident: one search for each way of travelling, on foot over the last metres; drones
 * straight. The units must have a fix; `metres` is the straight line.
 */
export function travel({ network, hour, siren, settings, ends }: Journey, units: readonly { unit: UnitNow, metres: number }[]): Map<number, Trip> {
  const trips = new Map<number, Trip>()
  for (const [mode, group] of Map.groupBy(units, ({ unit }) => modeOf(unit.kind, settings))) {
    if (mode === null) { for (const { unit, metres } of group) trips.set(unit.id, { seconds: metres / (settings.drone_kmh / 3.6), straight: true, from: null }); continue }
    const end = ends[mode]
    const starts = group.map(({ unit: { fix } }) => end && place(network, fix!.longitude, fix!.latitude, mode))
    const known = starts.filter(start => start !== null)
    const seconds = end && known.length ? travelTimesTo(network, end, known, { kind: mode, siren, hour }, { maxSeconds: settings.max_minutes * 60 }) : new Float64Array(0)
    const last = end ? Math.max(0, end.metres - atDoorMetres) / walkingMetresPerSecond : 0
    let next = 0
    group.forEach(({ unit }, i) => trips.set(unit.id, { seconds: starts[i] ? seconds[next++]! + last : Infinity, straight: false, from: starts[i] ?? null }))
  }
  return trips
}

/** Metres by road of a unit's way; null for one that flies or has none. */
export function routeMetres({ network, hour, siren, settings, ends }: Journey, unit: UnitNow, { from }: Trip): number | null {
  const mode = modeOf(unit.kind, settings)
  const end = mode && ends[mode]
  if (!from || !end) return null
  const way = route(network, from, end, { kind: mode, siren, hour })
  return way.ok ? Math.round(way.metres + end.metres) : null
}

/** Metres a second that nobody exceeds: what can't be reached by straight line at it can't be reached at all. */
export function fastest({ network, hour, siren, settings }: Journey): number {
  const byRoad = kinds.map(kind => 1 / pacesOf(network.speeds, { kind, siren, hour }).reduce((best, pace) => Math.min(best, pace), Infinity))
  return Math.max(settings.drone_kmh / 3.6, ...byRoad)
}

/** Whether any road of a kind is near the incident at all. */
export const reachable = ({ ends }: Journey): boolean => kinds.some(kind => ends[kind] !== null)
