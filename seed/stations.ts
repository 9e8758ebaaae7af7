import type { City } from './city.ts'
import type { Site } from './fabric/sites.ts'
import type { Division } from './geography/geography.ts'
import { distance, type Point } from './plane.ts'

/** The building that each station works in: the one nearest the middle of what is built in its area. */
export function stationSites({ addresses, geography }: City): Map<Division, Site> {
  const found = new Map<Division, Site>()
  const bySite = Map.groupBy(addresses.sites, site => site.station!)
  for (const division of geography.divisions) {
    const sites = bySite.get(division)
    if (division.kind !== 'station' || !sites) continue
    const middle: Point = [sites.reduce((sum, site) => sum + site.at[0], 0) / sites.length, sites.reduce((sum, site) => sum + site.at[1], 0) / sites.length]
    const fit = sites.filter(site => site.residents === 0)
    found.set(division, (fit.length > 0 ? fit : sites).reduce((best, site) => distance(site.at, middle) < distance(best.at, middle) ? site : best))
  }
  return found
}
