import { gridDisk, latLngToCell } from 'h3-js'
import { describe, expect, it } from 'vitest'
import { giStarP, localMoranP, type Test } from './rings.ts'
import { createRandom } from './random.ts'
import { falseDiscoveryRate } from './statistics/adjust.ts'
import { giStar } from './statistics/gi-star.ts'
import { localMoran } from './statistics/moran.ts'
import { cellNeighbours } from './statistics/neighbours.ts'

// 200 cities in which nothing is hot: each cell's count is drawn without looking at its neighbours. A sound test with
// the false discovery rate held at 5 % finds something in about one city of twenty, at most.
const cities = 200, cells = gridDisk(latLngToCell(24.48, 118.1, 9), 12)
const around = cellNeighbours(cells, 1, false), within = cellNeighbours(cells, 1, true)
/** 5 % of 200 are 10; three deviations above are 19. */
const most = 19

/** In how many of the cities each test finds anything. */
function finds(rate: (random: () => number) => number) {
  const random = createRandom(20261124), found = { star: { permutation: 0, normal: 0 }, moran: { permutation: 0, normal: 0 } }
  for (let city = 0; city < cities; city++) {
    const counts = Float64Array.from(cells, () => poisson(rate(random), random))
    const any = (p: Float64Array) => falseDiscoveryRate(p).some(each => each <= 0.05) ? 1 : 0
    const z = giStar(counts, within), local = localMoran(counts, around).z
    for (const how of ['permutation', 'normal'] satisfies Test[]) {
      found.star[how] += any(giStarP(z, counts, within, how))
      found.moran[how] += any(localMoranP(local, counts, around, how))
    }
  }
  return found
}

describe('where nothing is hot', () => {
  it.each([
    ['one incident in five cells', () => 0.2], ['one incident a cell', () => 1], ['20 incidents a cell', () => 20],
    ['one incident a cell at rates that differ from cell to cell', (random: () => number) => -Math.log(1 - random())],
  ])('the permutation tests find something in no more cities than they claim: %s', (_, rate) => {
    const { star, moran } = finds(rate)
    expect(star.permutation).toBeLessThanOrEqual(most)
    expect(moran.permutation).toBeLessThanOrEqual(most)
  })
  it('the normal approximation finds hot spots in many cities when incidents are sparse, which is why it isn\'t the default', () => {
    const { star, moran } = finds(() => 0.2)
    expect(star.normal).toBeGreaterThan(60)
    expect(moran.normal).toBeGreaterThan(150)
  })
})

/** Knuth 1969. */
function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean)
  let n = 0
  for (let product = random(); product > limit; product *= random()) n++
  return n
}
