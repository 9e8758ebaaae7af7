import { buildNetwork } from '../server/network/build-network.ts'
import { metresPerDegree } from '../server/network/metric.ts'
import type { RoadNetwork } from '../server/network/road-network.ts'
import { RoadSet, type Road } from '../server/network/road-set.ts'
import { usualSpeeds, type Speeds } from '../server/network/speeds.ts'
import type { TurnBan } from '../server/network/turn-bans.ts'

/** Where drawn roads have their origin: on the equator, so that metres are the same everywhere nearby. */
const [perLongitude, perLatitude] = metresPerDegree(0)
export const at = (x: number, y: number): [longitude: number, latitude: number] => [x / perLongitude, y / perLatitude]

/** 36 km/h whatever the road: ten metres a second. */
export const tenMetresASecond: Speeds = {
  classes: {
    car: { ...usualSpeeds.classes.car, residential: 36, primary: 36, motorway: 36 },
    motorcycle: { ...usualSpeeds.classes.motorcycle, residential: 36, primary: 36, motorway: 36 },
    foot: { ...usualSpeeds.classes.foot, residential: 3.6, primary: 3.6, path: 3.6 },
  },
  hours: { car: Array(24).fill(1), motorcycle: Array(24).fill(1) }, siren: { car: 1, motorcycle: 1 },
}

export interface Drawn extends Partial<Omit<Road, 'line'>> { line: [x: number, y: number][] }

/** A network from roads drawn in metres; they are numbered from 1. */
export function drawnNetwork(roads: readonly Drawn[], bans: readonly (Omit<TurnBan, 'via'> & { via: [number, number] })[] = [], speeds = tenMetresASecond): RoadNetwork {
  const set = new RoadSet()
  roads.forEach(({ line, ...road }, i) => set.add({
    id: i + 1, name: null, class: 'residential', oneway: 0, speed: null, bridge: false, tunnel: false, ...road, line: line.flatMap(([x, y]) => at(x, y)),
  }))
  return buildNetwork(set, { revision: 1, speeds, bans: bans.map(ban => ({ ...ban, via: at(...ban.via) })) })
}
