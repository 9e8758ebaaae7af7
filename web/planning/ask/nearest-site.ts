import type { Spot } from '../../map/pointing.ts'
import type { Site } from './gathered.ts'

/** The site nearest to a spot, if it is no farther than so many metres. Plane distances: sites are a few kilometres away at most. */
export function nearestSite(sites: readonly Site[], { longitude, latitude }: Spot, metres: number): Site | null {
  const perLatitude = 111_320, perLongitude = perLatitude * Math.cos(latitude * Math.PI / 180)
  let best: Site | null = null, least = metres
  for (const site of sites) {
    const away = Math.hypot((site.longitude - longitude) * perLongitude, (site.latitude - latitude) * perLatitude)
    if (away <= least) { best = site; least = away }
  }
  return best
}
