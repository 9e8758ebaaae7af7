import { getHexagonAreaAvg, UNITS } from 'h3-js'

/** Metres that one can say. */
const steps = [300, 500, 800, 1_000, 1_500, 2_000, 2_500, 3_000, 4_000, 5_000, 7_500, 10_000]
/** About so many crossings are offered: with stations and posts they stay well under the 500 sites that are the most. */
const most = 200

/** Metres between crossings such that an area of so many cells gets some two hundred at most. */
export function spacingFor(cells: number, resolution: number): number {
  const area = cells * getHexagonAreaAvg(resolution, UNITS.m2)
  return steps.find(step => area / step ** 2 <= most) ?? steps.at(-1)!
}
