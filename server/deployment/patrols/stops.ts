import { snapTo } from '../../coverage/anchors.ts'
import type { SignedIn } from '../../access/sessions.ts'
import { readText } from '../../desk/free-text.ts'
import { BadInput, type Fault } from '../../errors.ts'
import { metresBetween } from '../../network/metric.ts'
import type { RoadNetwork } from '../../network/road-network.ts'
import type { Kind } from '../../network/speeds.ts'
import type { Services } from '../../services.ts'
import { findZonePlaces } from './zone-places.ts'
import { nameStops } from './name-stops.ts'
import type { ReadAsk } from './read-ask.ts'
import type { Patrol, PatrolAsk, PatrolStopTold } from './schemas.ts'

/** Two stops nearer than this are one, to somebody who looks for a patrol. */
const apartMetres = 150
/** Drawn by hand and still the same place. */
const sameMetres = 20
const usualPlaces = 3, mostStops = 80
/** A zone's further places have at least two incidents, and this share of its busiest's: one that happened once is no hotspot. */
const leastIncidents = 2, leastShare = 0.1

/**
 * The stops of a question: those that were drawn, then each zone's busiest places, on the road and apart from one another.
 *
 * @param kind  of traveller, whose roads count
 * @throws {BadInput} for a drawn stop that no road is near or that is there twice, a zone that isn't one, and more than 80 stops
 */
export async function findStops(services: Services, signedIn: SignedIn, ask: PatrolAsk, { span, settings }: Pick<ReadAsk, 'span' | 'settings'>, kind: Kind): Promise<{ stops: PatrolStopTold[], notes: Patrol['notes'] }> {
  const roads = services.network.current(), drawn = readDrawn(ask.stops ?? [], settings, roads, kind), notes: Patrol['notes'] = []
  const zones = await findZonePlaces(services, signedIn, ask.zones ?? [], span), found: { zone: (typeof zones)[number], stop: PatrolStopTold, n: number }[] = []
  const taken: { longitude: number, latitude: number }[] = [...drawn]
  for (const zone of zones) {
    let n = 0
    for (const { incidents, ...middle } of zone.places) {
      if (n === (ask.places_a_zone ?? usualPlaces) || n > 0 && incidents < Math.max(leastIncidents, zone.places[0]!.incidents * leastShare)) break
      const at = snapTo(roads, middle.longitude, middle.latitude, kind)
      if (!at || taken.some(other => metresBetween(other.longitude, other.latitude, at.longitude, at.latitude) < apartMetres)) continue
      const { longitude, latitude } = at
      taken.push(at)
      found.push({ zone, n: ++n, stop: { id: '', name: '', longitude, latitude, weight: incidents / zone.weeks, ...minutesOf(settings), zone_id: zone.id, incidents } })
    }
    if (n === 0) notes.push({ zh: `“${zone.name}”：警情集中处离其他巡控点不足 ${apartMetres} 米或无路可达，未另设巡控点`, en: `"${zone.name}": its busy places are within ${apartMetres} m of other stops or away from any road; it has no stop of its own` })
  }
  const names = await nameStops(services.db, roads, found.map(({ zone, stop, n }) => ({ ...stop, otherwise: `${zone.name} ${n}`, kind })))
  const stops = [...drawn, ...found.map(({ stop }, i) => ({ ...stop, name: names[i]! }))].map((stop, i) => ({ ...stop, id: `stop-${i + 1}` }))
  if (stops.length > mostStops) throw new BadInput({ pointer: '/body/zones', value: stops.length, detail: `gives ${stops.length} stops; ${mostStops} are the most: name fewer zones, or fewer places a zone` })
  return { stops: apart(stops), notes }
}

const minutesOf = ({ least_minutes, most_minutes, every_minutes }: Patrol['settings']) => ({ least_minutes, most_minutes, every_minutes })

function readDrawn(asked: NonNullable<PatrolAsk['stops']>, settings: Patrol['settings'], roads: RoadNetwork, kind: Kind): PatrolStopTold[] {
  const faults: Fault[] = []
  asked.forEach(({ longitude, latitude }, i) => {
    const pointer = `/body/stops/${i}`, value = `${longitude}, ${latitude}`, twin = asked.findIndex(other => metresBetween(longitude, latitude, other.longitude, other.latitude) < sameMetres)
    if (twin < i) faults.push({ pointer, value, detail: `is the same place as stop ${twin} (within ${sameMetres} m): make one of them` })
    if (!snapTo(roads, longitude, latitude, kind)) faults.push({ pointer, value, detail: 'no road is within 500 m: move it, or look whether longitude and latitude are the wrong way round' })
  })
  if (faults.length > 0) throw new BadInput(...faults)
  return asked.map(({ name, longitude, latitude, weight = 1, ...own }, i) => ({ id: '', name: name === undefined ? `#${i + 1}` : readText(name, `/body/stops/${i}/name`), longitude, latitude, weight, ...minutesOf({ ...settings, ...own }), zone_id: null, incidents: null }))
}

/** Of several with one name, the second is called 2. */
function apart(stops: readonly PatrolStopTold[]): PatrolStopTold[] {
  const seen = new Map<string, number>()
  return stops.map(stop => {
    const n = (seen.get(stop.name) ?? 0) + 1
    seen.set(stop.name, n)
    return n === 1 ? stop : { ...stop, name: `${stop.name} (${n})` }
  })
}
