import { cellOf } from '../h3.ts'
import type { Row } from '../../seed/copy.ts'
import { pointHex } from '../../seed/ewkb.ts'
import type { Division } from '../../seed/geography/geography.ts'
import type { LayerSeed, SeedContext } from '../../seed/layer-seed.ts'
import type { Road } from '../../seed/network/network.ts'
import { toDegrees, type Point } from '../../seed/plane.ts'
import { weightedIndex, type Random } from '../../seed/random.ts'
import { stationSites } from '../../seed/stations.ts'
import { shiftAt, type Shift } from './shifts.ts'

interface UnitKind { kind: string, share: number, crew: [number, number], capabilities: readonly string[], always?: true }

const kinds: readonly UnitKind[] = [
  { kind: 'patrol_car', share: 0.3, crew: [2, 4], capabilities: ['first_aid', 'riot_gear', 'breath_test', 'breaching', 'negotiator'] },
  { kind: 'motorcycle', share: 0.15, crew: [1, 2], capabilities: ['first_aid', 'breath_test'] },
  { kind: 'officer', share: 0.34, crew: [1, 2], capabilities: ['first_aid', 'negotiator'] },
  { kind: 'drone', share: 0.04, crew: [1, 2], capabilities: ['aerial_view', 'thermal_camera', 'loudspeaker'] },
  { kind: 'post', share: 0.08, crew: [2, 3], capabilities: ['first_aid', 'riot_gear', 'aed'], always: true },
  { kind: 'reserve', share: 0.09, crew: [3, 8], capabilities: ['riot_gear', 'breaching', 'firearm', 'negotiator'], always: true },
]

interface Unit { id: number, callsign: string, kind: UnitKind, station: Division, shift: Shift, onDuty: boolean, status: string }

const minute = 60_000

export const seed: LayerSeed = {
  after: ['divisions', 'roads', 'addresses'],
  expected: size => Math.round(size.units * 1.5),
  fill: async context => {
    const units = createUnits(context), random = context.random('unit rows'), now = context.now.getTime()
    await context.copy('unit', ['id', 'callsign', 'kind', 'capabilities', 'status', 'status_since', 'shift_from', 'shift_to', 'crew', 'contact_phone', 'station_id', 'device_key'],
      units.map(({ id, callsign, kind, station, shift, status }): Row => [
        id, callsign, kind.kind, `{${kind.capabilities.filter(() => random.chance(0.6)).join(',')}}`, status, since(random, status, shift, now),
        new Date(shift.from), new Date(shift.to), random.integer(...kind.crew), `0592-${random.integer(2_000_000, 8_999_999)}`, station.id, `PDT-${String(id).padStart(5, '0')}`]))
    await context.copy('unit_position', ['unit_id', 'at', 'heading_degrees', 'speed_kmh', 'accuracy_metres', 'geom', 'cell'], positions(context, units))
  },
}

/** As many for each station as its share of residents and land asks for, at least one of every common kind. */
function createUnits({ city, size, now, random: fork }: SeedContext): Unit[] {
  const random = fork('units')
  const residents = new Map<Division, number>()
  for (const site of city.addresses.sites) residents.set(site.station!, (residents.get(site.station!) ?? 0) + site.residents + 5)
  const stations = [...residents].sort((a, b) => a[0].id - b[0].id)
  const pickStation = weightedIndex(stations.map(([, people]) => 400 + people ** 0.85)), pickKind = weightedIndex(kinds.map(kind => kind.share))
  const numbers = new Map<string, number>(), units: Unit[] = []
  for (let i = 0; i < size.units; i++) {
    const station = i < stations.length * 2 ? stations[i % stations.length]![0] : stations[pickStation(random)]![0]
    const kind = i < stations.length ? kinds[0]! : i < stations.length * 2 ? kinds[2]! : kinds[pickKind(random)]!
    const key = `${station.id} ${kind.kind}`, number = (numbers.get(key) ?? 0) + 1
    numbers.set(key, number)
    const shift = shiftAt(now.getTime(), kind.always ? 0 : i % 5 < 2 ? 0 : 1 + i % 2)
    const onDuty = shift.from <= now.getTime()
    units.push({ id: i + 1, callsign: callsign(kind.kind, station, number, i), kind, station, shift, onDuty, status: onDuty ? statusOf(random, kind.kind) : 'off_duty' })
  }
  return units
}

function callsign(kind: string, station: Division, number: number, index: number): string {
  const stem = station.name.replace('派出所', ''), two = String(number).padStart(2, '0')
  switch (kind) {
    case 'patrol_car': return `闽D·${String(1001 + index).padStart(4, '0')}警`
    case 'motorcycle': return `${stem}摩${two}`
    case 'drone': return `${stem}无人机${number}`
    case 'post': return `${stem}警务岗${number}`
    case 'reserve': return `${stem}备勤${number}组`
    default: return `${stem}${two}`
  }
}

function statusOf(random: Random, kind: string): string {
  const draw = random.next()
  if (kind === 'post' || kind === 'reserve') return draw < 0.85 ? 'available' : draw < 0.93 ? 'on_scene' : 'meal'
  const stops: [number, string][] = [[0.27, 'available'], [0.64, 'patrolling'], [0.72, 'enroute'], [0.87, 'on_scene'], [0.94, 'meal']]
  return stops.find(([below]) => draw < below)?.[1] ?? (kind === 'officer' ? 'available' : 'maintenance')
}

/** Minutes that a status usually lasts, and that it hardly ever exceeds. */
const lasts: Readonly<Record<string, [mean: number, most: number]>> = { enroute: [4, 7], on_scene: [20, 42], meal: [15, 36] }

/** When it came into its status; a few officers are stuck in theirs for long, which is what watches are for. */
function since(random: Random, status: string, shift: Shift, now: number): Date {
  if (status === 'off_duty') return new Date(Math.min(now, shift.from - 16 * 60 * minute))
  const [mean, most] = lasts[status] ?? [50, 110], stuck = random.chance(0.015) ? 2.5 : 1
  return new Date(Math.max(shift.from, now - Math.round(Math.min(random.exponential(mean), most) * stuck * 60) * 1000))
}

/** Fixes of those on duty: fresh, but for one in twenty-five. Posts and reserves stand; the others are on their streets. */
function* positions({ city, now, random: fork }: SeedContext, units: readonly Unit[]): Generator<Row> {
  const random = fork('positions')
  const byStation = Map.groupBy(city.roads.filter(road => !road.bridge && !road.tunnel), road => city.geography.jurisdictionAt(road.points[0]!)?.station)
  const draws = new Map<Division, { roads: Road[], draw: (random: Random) => number }>()
  const sites = stationSites(city)
  for (const unit of units) {
    if (!unit.onDuty) continue
    const roads = byStation.get(unit.station)
    const home = sites.get(unit.station)
    let at: Point = home?.at ?? unit.station.at, heading: number | null = null, speed = 0
    if (unit.kind.kind !== 'reserve' && roads) {
      let known = draws.get(unit.station)
      if (!known) draws.set(unit.station, known = { roads, draw: weightedIndex(roads.map(road => road.length * (0.05 + city.geography.terrain.density(...road.points[0]!)))) })
      const road = known.roads[known.draw(random)]!, k = random.integer(1, road.points.length - 1), t = random.next()
      const [a, b] = [road.points[k - 1]!, road.points[k]!]
      at = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
      if (unit.status === 'patrolling' || unit.status === 'enroute') {
        heading = Math.round((Math.atan2(b[0] - a[0], b[1] - a[1]) * 180 / Math.PI + 360) % 360)
        speed = Math.round(unit.kind.kind === 'officer' ? random.between(2, 5) : unit.status === 'enroute' ? random.between(25, 60) : random.between(8, 30))
      }
    } else at = [at[0] + random.between(-12, 12), at[1] + random.between(-12, 12)]
    const age = random.chance(0.04) ? random.between(31, 200) * minute : Math.min(25, random.exponential(0.5)) * minute
    const degrees = toDegrees(at)
    yield [unit.id, new Date(now.getTime() - Math.round(age / 1000) * 1000), heading, speed, Math.round(random.between(3, 18)), pointHex(degrees), cellOf(...degrees)]
  }
}
