import { gridDisk } from 'h3-js'
import { metresBetween } from '../network/metric.ts'
import { kindOfUnit, type Kind } from '../network/speeds.ts'
import { travelTimesFrom, travelTimesTo } from '../network/travel-times.ts'
import type { Snap } from '../network/road-network.ts'
import { snapTo } from './anchors.ts'
import { makeBreathe } from './breathe.ts'
import { isCovered, type Cover, type Ground } from './cover-rules.ts'
import { kindsOf } from './rules/rule.ts'

/** Somewhere a unit could stand, or a unit that could become free. */
export interface Option { kind: 'post' | 'station' | 'unit', name: string, unit_id?: number, unit_kind?: string, longitude: number, latitude: number }
export interface Closure extends Omit<Option, 'unit_kind'> { closes_cells: number, seconds: number | null }

const mostOptions = 36
const mostCells = 400
const told = 10

/**
 * The void that a cell belongs to: void cells of one sort that touch each other; the largest one where none is named.
 *
 * @param sort  what parts voids: those that stand from those that happened
 * @returns indexes of cells; empty where the cell is no void
 */
export function voidAround(cover: Cover, { city }: Ground, sort: (cell: string) => boolean, cell?: string): number[] {
  const open = new Map<string, number>()
  for (const i of cover.cells) if (!isCovered(cover, i)) open.set(city.cells[i]!, i)
  const grow = (from: string): number[] => {
    const found: number[] = [], path: string[] = []
    const wanted = sort(from)
    const take = (cell: string) => {
      const i = open.get(cell)
      if (i === undefined || sort(cell) !== wanted) return
      open.delete(cell)
      found.push(i)
      path.push(cell)
    }
    take(from)
    while (path.length) gridDisk(path.pop()!, 1).forEach(take)
    return found
  }
  if (cell !== undefined) return grow(cell)
  let largest: number[] = []
  while (open.size > 0) {
    const found = grow(open.keys().next().value!)
    if (found.length > largest.length) largest = found
  }
  return largest
}

/**
 * What would close a void: for each option, how many of its cells would be reached within the rule's minutes from there,
 * and the time from there to the cell that was asked about (without one, to where most calls come from). The most cells
 * first, then the shortest time.
 *
 * Sites are judged by the rule's fastest force. A void may be half a county: only the nearest three dozen options and the
 * nearest four hundred cells, by straight line, are looked at.
 */
export async function closuresOf(cover: Cover, ground: Ground, cells: readonly number[], options: readonly Option[], hour: number, wanted = -1): Promise<Closure[]> {
  if (cells.length === 0) return []
  const { network, city, anchors } = ground, breathe = makeBreathe()
  const middle = cells.includes(wanted) ? wanted : busiest(cells, ground), limit = cover.rule.minutes * 60
  const distance = (longitude: number, latitude: number) => metresBetween(longitude, latitude, city.longitude[middle]!, city.latitude[middle]!)
  const near = options.toSorted((a, b) => distance(a.longitude, a.latitude) - distance(b.longitude, b.latitude)).slice(0, mostOptions)
  const cellDistance = (cell: number) => distance(city.longitude[cell]!, city.latitude[cell]!)
  const nearest = cells.toSorted((a, b) => cellDistance(a) - cellDistance(b)).slice(0, mostCells)
  const closures: Closure[] = []
  for (const [kind, alike] of Map.groupBy(near, option => option.unit_kind ? kindOfUnit(option.unit_kind) : fastest(cover))) {
    const profile = { kind, siren: kind !== 'foot', hour }, places = anchors[kind]
    const placed = alike.flatMap(option => { const snap = snapTo(network, option.longitude, option.latitude, kind); return snap ? [{ option, snap }] : [] })
    const target = places.snaps[middle], targets = nearest.flatMap(cell => places.snaps[cell] ?? [])
    const toMiddle = target ? travelTimesTo(network, target, placed.map(({ snap }) => snap), profile, { maxSeconds: 3_600 }) : undefined
    for (const [i, { option: { unit_kind: _kind, ...option }, snap }] of placed.entries()) {
      const closes = reachedWithin(travelTimesFrom(network, snap, targets as Snap[], profile, { maxSeconds: limit }), limit)
      const seconds = toMiddle?.[i] ?? Infinity
      if (closes > 0) closures.push({ ...option, closes_cells: closes, seconds: seconds === Infinity ? null : Math.round(seconds) })
      const pause = breathe()
      if (pause) await pause
    }
  }
  return closures.sort((a, b) => b.closes_cells - a.closes_cells || (a.seconds ?? Infinity) - (b.seconds ?? Infinity)).slice(0, told)
}

const reachedWithin = (seconds: Float64Array, limit: number): number => seconds.reduce((n, value) => value <= limit ? n + 1 : n, 0)

/** How the rule's fastest force travels. */
export const fastest = ({ rule }: Cover): Kind => {
  const ways = kindsOf(rule).map(kindOfUnit)
  return ways.includes('car') ? 'car' : ways.includes('motorcycle') ? 'motorcycle' : 'foot'
}

/** Where most calls come from. */
const busiest = (cells: readonly number[], { city }: Ground): number => cells.reduce((best, cell) => city.demand[cell]! > city.demand[best]! ? cell : best)
