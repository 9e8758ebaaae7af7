import type { Site } from '../../seed/fabric/sites.ts'
import type { SeedContext } from '../../seed/layer-seed.ts'
import { distance, Grid } from '../../seed/plane.ts'
import { weightedIndex, type Random } from '../../seed/random.ts'
import { leaves, type Affinity, type IncidentType } from './dictionary.ts'
import { findCrossings, type Crossing } from './crossings.ts'
import { reportTimes } from './rhythm.ts'

/** Incidents before they are written, one per index, in order of time. */
export interface Events {
  time: Float64Array
  /** Index into the dictionary's leaves. */
  type: Uint8Array
  /** Index of a site, or -1 - index of a crossing. */
  spot: Int32Array
}

export interface Happening { events: Events, crossings: Crossing[] }

/** Twenty-four months up to now. */
const span = 730 * 86_400_000
/** A burglary raises the risk around it: this many more for each, within these metres and days. */
const nearRepeat = { offspring: 0.5, metres: 200, days: 14, meanDays: 4.5 }
const repeats = (type: IncidentType) => type.code.startsWith('0101') || type.code.startsWith('0102')

/** Minutes before now of the calls that are still open, whatever chance says. */
export const recent = [2, 3, 5, 7, 11, 14, 19, 26, 34, 47, 63, 88, 125, 170]

/**
 * Draw all incidents: how many of each type, when by its rhythm, where by its affinity times a heat of the place that
 * is spread so unevenly that few places have most of them. Burglary and theft of vehicles excite themselves.
 */
export function simulate(context: SeedContext): Happening {
  const { size, now, city, seed } = context
  const random = context.random('incidents')
  const { sites } = city.addresses
  const crossings = findCrossings(city)
  const spots = spotsByAffinity(context, crossings)
  const nearby = neighbours(sites)
  const total = size.incidents - recent.length
  const times = new Float64Array(size.incidents), types = new Uint8Array(size.incidents), places = new Int32Array(size.incidents)
  let n = 0
  const add = (time: number, type: number, spot: number) => {
    times[n] = time; types[n] = type; places[n] = spot
    n++
  }
  const from = now.getTime() - span, to = now.getTime()
  quotas(total).forEach((quota, t) => {
    const type = leaves[t]!, when = reportTimes(seed, type, from, to), where = spots[type.affinity]
    const last = n + quota
    while (n < last) {
      const time = when(random), spot = where(random)
      add(time, t, spot)
      if (!repeats(type) || spot < 0) continue
      for (let children = random.poisson(nearRepeat.offspring); children > 0 && n < last; children--) {
        const later = random.exponential(nearRepeat.meanDays)
        const at = Math.floor((time + later * 86_400_000 + random.between(-2, 2) * 3_600_000) / 1000) * 1000
        if (later > nearRepeat.days || at >= to || at <= time) continue
        add(at, t, nearby(random, spot))
      }
    }
  })
  const draw = weightedIndex(leaves.map(type => type.weight))
  for (const minutes of recent) {
    const t = draw(random)
    add(to - minutes * 60_000, t, spots[leaves[t]!.affinity](random))
  }
  return { events: inOrder(times, types, places), crossings }
}

/** How many of each type, adding up to the total. */
function quotas(total: number): number[] {
  const sum = leaves.reduce((s, type) => s + type.weight, 0)
  let before = 0, taken = 0
  return leaves.map(type => {
    before += type.weight
    const upTo = Math.round(total * before / sum)
    const quota = upTo - taken
    taken = upTo
    return quota
  })
}

/** A place's heat: log-normal, so that a twentieth of them draws about half of what happens. */
const heat = (random: Random) => Math.exp(1.3 * random.normal())

function spotsByAffinity({ city, venues, random: fork }: SeedContext, crossings: readonly Crossing[]): Record<Affinity, (random: Random) => number> {
  const random = fork('heat')
  const { sites } = city.addresses
  const heats = sites.map(() => heat(random))
  const attraction = new Map<Site, Partial<Record<Affinity, number>>>()
  for (const venue of venues) {
    const pull = venuePull[venue.category] ?? { work: 4 }
    const sum = attraction.get(venue.site) ?? {}
    for (const [affinity, amount] of Object.entries(pull)) sum[affinity as Affinity] = (sum[affinity as Affinity] ?? 0) + amount
    attraction.set(venue.site, sum)
  }
  const byUse = (site: Site, affinity: Affinity): number => {
    const { use } = site.building
    if (affinity === 'shops') return use === 'commercial' ? 9 : use === 'oldtown' ? 2 : use === 'village' ? 0.6 : 0.05
    if (affinity === 'entertainment') return use === 'commercial' ? 2 : use === 'oldtown' ? 0.6 : use === 'village' ? 0.15 : 0.01
    return use === 'industrial' ? 6 : use === 'commercial' ? 4 : use === 'school' || use === 'hospital' ? 3 : 0.03
  }
  const weigh = (affinity: Affinity) => sites.map((site, i) => heats[i]! * (
    affinity === 'homes' ? site.residents ** 0.75 + 0.02
      : affinity === 'everywhere' ? site.residents ** 0.6 + 0.5 * byUse(site, 'shops')
        : byUse(site, affinity) + (attraction.get(site)?.[affinity] ?? 0)))
  const atSites = (affinity: Affinity) => weightedIndex(weigh(affinity))
  const atCrossings = weightedIndex(crossings.map(crossing => crossing.weight * heat(random)))
  return {
    homes: atSites('homes'), shops: atSites('shops'), entertainment: atSites('entertainment'), everywhere: atSites('everywhere'), work: atSites('work'),
    roads: r => -1 - atCrossings(r),
  }
}

/** What a category of place adds to the street it stands in. */
const venuePull: Record<string, Partial<Record<Affinity, number>>> = {
  mall: { shops: 160, entertainment: 10 }, market: { shops: 90 }, supermarket: { shops: 50 }, entertainment: { entertainment: 120 }, bar: { entertainment: 110 },
  internet_cafe: { entertainment: 40 }, hotel: { entertainment: 14, shops: 8 }, hospital: { work: 60, shops: 10 }, school: { work: 10 },
  transport: { shops: 200, work: 40 }, scenic: { shops: 60 }, restaurant: { shops: 24, entertainment: 12 }, gas_station: { work: 8 }, logistics: { work: 20 }, finance: { work: 10, shops: 6 },
}

/** A site with residents within reach of another, nearer ones more likely. */
function neighbours(sites: readonly Site[]): (random: Random, spot: number) => number {
  const grid = new Grid<number>(nearRepeat.metres)
  sites.forEach((site, i) => { if (site.residents > 0) grid.add(i, site.at[0], site.at[1], site.at[0], site.at[1]) })
  return (random, spot) => {
    const { at } = sites[spot]!
    const near = [...grid.near(at[0], at[1], nearRepeat.metres)].filter(i => distance(sites[i]!.at, at) <= nearRepeat.metres)
    if (near.length === 0) return spot
    for (let tries = 0; tries < 8; tries++) {
      const i = random.pick(near)
      if (random.chance(1 / (1 + distance(sites[i]!.at, at) / 80))) return i
    }
    return random.pick(near)
  }
}

function inOrder(times: Float64Array, types: Uint8Array, places: Int32Array): Events {
  const order = Uint32Array.from(times, (_, i) => i).sort((a, b) => times[a]! - times[b]! || a - b)
  return {
    time: Float64Array.from(order, i => times[i]!), type: Uint8Array.from(order, i => types[i]!), spot: Int32Array.from(order, i => places[i]!),
  }
}
