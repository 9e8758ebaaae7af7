import { RoadSet } from '../server/network/road-set.ts'
import type { RoadClass } from '../server/network/speeds.ts'

/**
 * Roads of a made-up city: a grid of `side` × `side` crossings about 120 m apart, all of them off their places, one street in
 * eight missing, every fifth and twentieth one a larger road, a fifth of the small ones one-way.
 */
export function gridCity(side: number, random: () => number): RoadSet {
  const roads = new RoadSet()
  const step = 0.0011
  const crossings = Array.from({ length: side * side }, (_, i): [number, number] =>
    [118 + (i % side + (random() - 0.5) * 0.5) * step, 24 + (Math.floor(i / side) + (random() - 0.5) * 0.5) * step])
  const classOf = (line: number): RoadClass => line % 20 === 0 ? 'primary' : line % 5 === 0 ? 'secondary' : line % 2 === 0 ? 'tertiary' : 'residential'
  let id = 0
  const street = (a: number, b: number, line: number) => {
    const roadClass = classOf(line), small = roadClass === 'tertiary' || roadClass === 'residential'
    if (small && random() < 0.125) return
    const [from, to] = [crossings[a]!, crossings[b]!]
    const bend = [(from[0] + to[0]) / 2 + (random() - 0.5) * step * 0.1, (from[1] + to[1]) / 2 + (random() - 0.5) * step * 0.1]
    const oneway = small && random() < 0.2 ? (random() < 0.5 ? 1 : -1) : 0
    roads.add({ id: ++id, name: `${line}`, class: roadClass, oneway, speed: null, bridge: false, tunnel: false, line: [...from, ...bend, ...to] })
  }
  for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) {
    if (x + 1 < side) street(y * side + x, y * side + x + 1, y)
    if (y + 1 < side) street(y * side + x, (y + 1) * side + x, x)
  }
  return roads
}
