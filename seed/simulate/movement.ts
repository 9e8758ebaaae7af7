import { metresBetween } from '../../server/network/metric.ts'
import { headOf, mayPass, passOf, unit, type RoadNetwork, type Snap } from '../../server/network/road-network.ts'
import type { Leg } from '../../server/network/route.ts'
import { headingOf, pointAt } from '../../server/network/snap.ts'
import { paceStep, roadClasses, type Kind, type RoadClass } from '../../server/network/speeds.ts'
import { weightedIndex, type Random } from '../random.ts'

export interface Spot { longitude: number, latitude: number, heading: number | null, speedKmh: number }

/** Something that goes somewhere. */
export interface Movement {
  /** Go on for so many seconds. */
  step(seconds: number): Spot
  /** Where on the roads it is; null in the air. */
  place(): Snap | null
  readonly finished: boolean
}

/**
 * Drive or walk along legs as long as there are more.
 *
 * @param paces   seconds a metre by pace index
 * @param factor  of that speed
 */
export function follow(network: RoadNetwork, start: Snap, nextLeg: () => Leg | undefined, paces: Float64Array, factor: number): Movement {
  let leg: Leg | undefined = nextLeg(), done = 0, finished = leg === undefined
  let place: Snap = start
  return {
    get finished() { return finished },
    place: () => place,
    step(seconds) {
      let kmh = 0
      while (seconds > 0 && leg) {
        const length = Math.abs(leg.to - leg.from) * network.edgeLength[leg.edge]!
        const pace = paces[network.edgePace[leg.edge]!]! / factor
        const metres = Math.min(length - done, seconds / pace)
        done += metres
        seconds -= metres * pace
        kmh = 3.6 / pace
        const fraction = leg.from + (leg.to - leg.from) * (length === 0 ? 1 : done / length)
        const { longitude, latitude } = pointAt(network, leg.edge, fraction)
        place = { edge: leg.edge, fraction, metres: 0, longitude, latitude }
        if (done < length) break
        const next = nextLeg()
        if (!next) { finished = true; kmh = 0; leg = undefined; break }
        leg = next
        done = 0
      }
      const { longitude, latitude, heading } = pointAt(network, place.edge, place.fraction)
      return { longitude, latitude, heading: leg && leg.to < leg.from ? (heading + 180) % 360 : heading, speedKmh: kmh }
    },
  }
}

/** In a straight line through the air. */
export function fly(from: Spot, to: { longitude: number, latitude: number }, kmh: number): Movement {
  const metres = metresBetween(from.longitude, from.latitude, to.longitude, to.latitude)
  const heading = headingOf(from.longitude, from.latitude, to.longitude, to.latitude)
  let done = 0
  return {
    get finished() { return done >= metres },
    place: () => null,
    step(seconds) {
      done = Math.min(metres, done + seconds * kmh / 3.6)
      const share = metres === 0 ? 1 : done / metres
      return { longitude: from.longitude + (to.longitude - from.longitude) * share, latitude: from.latitude + (to.latitude - from.latitude) * share, heading, speedKmh: done < metres ? kmh : 0 }
    },
  }
}

const liking: Record<RoadClass, number> = { motorway: 0.1, trunk: 0.6, primary: 3, secondary: 3, tertiary: 2.5, residential: 2, service: 0.3, path: 0.6 }

/**
 * Legs of a patrol without end: at every crossing on into one of the streets, rather a larger one, back only out of a dead
 * end, and towards home again where it has got too far away.
 */
export function patrolLegs(network: RoadNetwork, random: Random, from: Snap, home: { longitude: number, latitude: number }, { kind, radius, paces }: { kind: Kind, radius: number, paces: Float64Array }): () => Leg | undefined {
  const awayFromHome = (node: number) => metresBetween(network.nodePoints[node * 2]! * unit, network.nodePoints[node * 2 + 1]! * unit, home.longitude, home.latitude)
  let state = -1, before = -1
  return () => {
    if (state === -1) {
      const ways = ([0, 1] as const).filter(direction => mayPass(network, from.edge, direction, kind))
      const direction = random.pick(ways)
      state = headOf(network, from.edge, direction, kind)
      before = from.edge
      return { edge: from.edge, from: from.fraction, to: 1 - direction }
    }
    const { first, end, code, pace } = network.out
    const arcs: number[] = [], weights: number[] = []
    const here = awayFromHome(network.stateNode[state]!)
    for (let arc = first[state]!; arc < first[state + 1]!; arc++) {
      if (!(code[arc]! & passOf(kind)) || paces[pace[arc]!] === Infinity || !(network.edgeLargest[code[arc]! >> 3]! & passOf(kind))) continue
      const nearer = awayFromHome(network.stateNode[end[arc]!]!) < here
      arcs.push(arc)
      weights.push(liking[roadClasses[Math.floor(pace[arc]! / paceStep)]!] * (code[arc]! >> 3 === before ? 0.001 : 1) * (here > radius ? (nearer ? 8 : 0.3) : 1))
    }
    if (arcs.length === 0) return undefined
    const arc = arcs[weightedIndex(weights)(random)]!
    state = end[arc]!
    before = code[arc]! >> 3
    return code[arc]! & 4 ? { edge: before, from: 1, to: 0 } : { edge: before, from: 0, to: 1 }
  }
}
