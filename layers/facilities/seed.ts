import { cellOf } from '../h3.ts'
import type { Row } from '../../seed/copy.ts'
import { pointHex } from '../../seed/ewkb.ts'
import type { Site } from '../../seed/fabric/sites.ts'
import type { LayerSeed, SeedContext } from '../../seed/layer-seed.ts'
import { junctions } from '../../seed/network/graph.ts'
import type { Road } from '../../seed/network/network.ts'
import { distance, toDegrees, type Point } from '../../seed/plane.ts'
import { weightedIndex } from '../../seed/random.ts'
import { stationSites } from '../../seed/stations.ts'

interface Facility { kind: string, name: string, at: Point, site?: Site, phone?: string }

export const seed: LayerSeed = {
  after: ['addresses', 'roads', 'places'],
  expected: size => Math.round(size.places * 1.2) + 700,
  fill: async context => {
    await context.copy('facility', ['id', 'kind', 'name', 'state', 'address_id', 'contact_phone', 'checked_at', 'station_id', 'geom', 'cell'], rows(context))
  },
}

function* rows(context: SeedContext): Generator<Row> {
  const random = context.random('facilities'), { now, city } = context
  let id = 0
  for (const { kind, name, at, site, phone } of [...policing(context), ...streetFurniture(context), ...shelters(context)]) {
    const draw = random.next(), degrees = toDegrees(at)
    const staffed = phone !== undefined
    yield [++id, kind, name, staffed || draw > 0.05 ? 'normal' : draw > 0.02 ? 'faulty' : 'offline', site?.id ?? null, phone ?? null,
      new Date(now.getTime() - Math.round(random.exponential(30 * 86_400)) * 1000), site?.station?.id ?? city.geography.jurisdictionAt(at)?.station.id ?? null,
      pointHex(degrees), cellOf(...degrees)]
  }
}

/** Stations at real addresses, posts at busy crossings, a police room in every community that has buildings. */
function policing(context: SeedContext): Facility[] {
  const random = context.random('policing'), { city } = context
  const phone = () => `0592-${random.integer(2_000_000, 8_999_999)}`
  const stations = [...stationSites(city)].map(([division, site]): Facility => ({ kind: 'station', name: division.name, at: site.at, site, phone: phone() }))
  const crossings = busy(city.roads).map(at => ({ at, where: city.geography.jurisdictionAt(at.at) })).filter(({ where }) => where)
  const posts: Facility[] = [], perStation = new Map<number, number>()
  for (const { at: { at, names }, where } of crossings) {
    const count = perStation.get(where!.station.id) ?? 0
    if (count >= 3 || posts.some(post => distance(post.at, at) < 900) || city.geography.terrain.density(...at) < 0.35) continue
    perStation.set(where!.station.id, count + 1)
    posts.push({ kind: 'police_post', name: `${names[0]!}${names[1] ?? ''}警务站`, at: [at[0] + 18, at[1] + 18], phone: phone() })
  }
  const rooms = [...Map.groupBy(city.addresses.sites, site => site.community!)].map(([community, sites]): Facility => {
    const site = random.pick(sites)
    return { kind: 'community_room', name: `${community.name}警务室`, at: site.at, site, phone: phone() }
  })
  return [...stations, ...posts, ...rooms]
}

/** Crossings of main roads, busiest first. */
function busy(roads: readonly Road[]): { at: Point, names: string[] }[] {
  const rank: Record<string, number> = { trunk: 2, primary: 3, secondary: 2, tertiary: 1 }
  return junctions(roads)
    .map(({ at, edges }) => ({ at, names: [...new Set((edges as Road[]).map(road => road.name))], sum: edges.reduce((s, edge) => s + (rank[edge.draft.class] ?? 0), 0) }))
    .filter(({ names, sum }) => names.length > 1 && sum >= 6)
    .sort((a, b) => b.sum - a.sum || a.at[0] - b.at[0])
}

/** Cameras watch crossings, more of them where more is built; hydrants stand along streets. */
function streetFurniture(context: SeedContext): Facility[] {
  const random = context.random('street furniture'), { city, size } = context
  const spots = junctions(city.roads)
  const density = ([x, y]: Point) => 0.02 + city.geography.terrain.density(x, y)
  const atCrossing = weightedIndex(spots.map(({ at }) => density(at) ** 1.5))
  const alongRoad = weightedIndex(city.roads.map(road => road.bridge || road.tunnel || road.draft.class === 'motorway' ? 0 : road.length * density(road.points[0]!)))
  const cameras = Array.from({ length: Math.round(size.places * 0.65) }, (_, i): Facility => {
    const { at, edges } = spots[atCrossing(random)]!
    const angle = random.between(0, 2 * Math.PI)
    return { kind: 'camera', name: `${(edges[0] as Road).name}${String(i + 1).padStart(5, '0')}号监控`, at: [at[0] + 9 * Math.cos(angle), at[1] + 9 * Math.sin(angle)] }
  })
  const hydrants = Array.from({ length: Math.round(size.places * 0.35) }, (_, i): Facility => {
    const road = city.roads[alongRoad(random)]!, k = random.integer(1, road.points.length - 1), t = random.next()
    const a = road.points[k - 1]!, b = road.points[k]!, length = distance(a, b) || 1
    return { kind: 'hydrant', name: `${road.name}${String(i + 1).padStart(5, '0')}号消火栓`, at: [a[0] + (b[0] - a[0]) * t - (b[1] - a[1]) / length * 9, a[1] + (b[1] - a[1]) * t + (b[0] - a[0]) / length * 9] }
  })
  return [...cameras, ...hydrants]
}

/** Parks and schools shelter; malls, hospitals, schools and hubs have a defibrillator. */
function shelters({ city, venues }: SeedContext): Facility[] {
  const parks = city.fabric.parks.map(({ name, at }): Facility => ({ kind: 'shelter', name: `${name}应急避难场所`, at }))
  const schools = venues.filter(venue => venue.category === 'school').map(({ name, site }): Facility => ({ kind: 'shelter', name: `${name}应急避难场所`, at: site.at, site }))
  const aeds = venues.filter(venue => ['mall', 'hospital', 'school', 'transport', 'scenic'].includes(venue.category))
    .map(({ name, site }): Facility => ({ kind: 'aed', name: `${name}AED`, at: [site.at[0] + 4, site.at[1] + 4], site }))
  return [...parks, ...schools, ...aeds]
}
