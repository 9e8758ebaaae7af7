import { describe, expect, it } from 'vitest'
import { createRandom } from '../random.ts'
import { dbscan } from './clusters.ts'
import { hullOf } from './hull.ts'

/** The definition, point by point: cores in order, each with all it reaches; what is nobody's is noise. */
function byDefinition(x: Float64Array, y: Float64Array, distance: number, least: number): number[] {
  const near = Array.from(x, (_, i) => Array.from(x.keys()).filter(j => (x[i]! - x[j]!) ** 2 + (y[i]! - y[j]!) ** 2 <= distance ** 2))
  const cluster: number[] = new Array(x.length).fill(-1)
  let clusters = 0
  for (let i = 0; i < x.length; i++) {
    if (cluster[i] !== -1 || near[i]!.length < least) continue
    const queue = [i]
    cluster[i] = clusters
    while (queue.length) {
      const at = queue.pop()!
      if (near[at]!.length < least) continue
      for (const j of near[at]!) if (cluster[j] === -1) { cluster[j] = clusters; queue.push(j) }
    }
    clusters++
  }
  return cluster
}

describe('clusters', () => {
  it.each([1, 2, 3, 4, 5, 6])('are those of the definition, many on one spot included (seed %i)', seed => {
    const random = createRandom(seed), x = new Float64Array(400), y = new Float64Array(400)
    for (let i = 0; i < 400; i++) { x[i] = Math.round(random() * 60) * 10; y[i] = Math.round(random() ** 2 * 60) * 10 }
    for (const [distance, least] of [[30, 5], [10, 3], [50, 12]] as const) expect([...dbscan(x, y, distance, least)]).toEqual(byDefinition(x, y, distance, least))
  })
  it('are one where all are at one point, and none where there is nothing', () => {
    expect([...dbscan(new Float64Array(5), new Float64Array(5), 10, 5)]).toEqual([0, 0, 0, 0, 0])
    expect(dbscan(new Float64Array(), new Float64Array(), 10, 5)).toHaveLength(0)
  })
  it('have the same hull whether or not what lies inside was set aside first', () => {
    const random = createRandom(9), points = Array.from({ length: 3000 }, (): [number, number] => [random() * random(), random()])
    const hull = hullOf(points), set = new Set(hull.map(String))
    // A hull of a hull and a few of its inner points is the same.
    expect(hullOf([...hull, ...points.slice(0, 50)])).toEqual(hull)
    expect(points.every(([px, py]) => set.has(String([px, py])) || hull.slice(1).every(([bx, by], k) => (bx - hull[k]![0]) * (py - hull[k]![1]) - (by - hull[k]![1]) * (px - hull[k]![0]) >= 0))).toBe(true)
  })
})
