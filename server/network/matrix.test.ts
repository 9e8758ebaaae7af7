import { describe, expect, it } from 'vitest'
import { drawnNetwork, type Drawn } from '../../tests/drawn-roads.ts'
import { random as seeded } from '../../tests/seeded.ts'
import { travelMatrix } from './matrix.ts'
import type { RoadNetwork, Snap } from './road-network.ts'
import { usualSpeeds, type Profile, type RoadClass } from './speeds.ts'
import { travelTimesFrom, travelTimesTo } from './travel-times.ts'

/** A grid of twelve by twelve crossings at uneven distances: one-ways, missing streets, closed paths, three hundred turn bans. */
function city(seed: number): { network: RoadNetwork, places: (n: number) => Snap[] } {
  const random = seeded(seed), side = 12, roads: Drawn[] = []
  const xs = Array.from({ length: side }, (_, i) => i * 100 + Math.floor(random() * 60)), ys = xs.map(x => x + Math.floor(random() * 30))
  const classes: RoadClass[] = ['primary', 'residential', 'tertiary', 'path', 'motorway']
  for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) for (const [dx, dy] of [[1, 0], [0, 1]] as const) {
    if (x + dx >= side || y + dy >= side || random() < 0.1) continue
    roads.push({ line: [[xs[x]!, ys[y]!], [xs[x + dx]!, ys[y + dy]!]], class: classes[Math.floor(random() ** 2 * 5)]!, oneway: random() < 0.2 ? 1 : random() < 0.1 ? -1 : 0 })
  }
  // Far away, and one long way that no other is like.
  roads.push({ line: [[0, -90_000], [100, -90_000]] }, { line: [[0, -90_000], [-40_000, -90_000]] })
  const bans = Array.from({ length: 300 }, () => {
    const from = Math.floor(random() * roads.length), to = Math.floor(random() * roads.length)
    return { kind: 'no' as const, fromRoad: from + 1, toRoad: to + 1, via: roads[from]!.line[random() < 0.5 ? 0 : 1]! }
  })
  const near = roads.flatMap((a, i) => roads.flatMap((b, j) => i !== j && String(a.line[1]) === String(b.line[0]) && random() < 0.3 ? [{ kind: 'no' as const, fromRoad: i + 1, toRoad: j + 1, via: a.line[1]! }] : []))
  const network = drawnNetwork(roads, [...bans, ...near], usualSpeeds)
  return { network, places: n => Array.from({ length: n }, () => ({ edge: Math.floor(random() * network.edgeCount), fraction: Math.floor(random() * 5) / 4, metres: 0, longitude: 0, latitude: 0 })) }
}

const profiles: Profile[] = [{ kind: 'car', siren: true, hour: 8 }, { kind: 'motorcycle', siren: false, hour: 3 }, { kind: 'foot', siren: false, hour: 12 }]

describe('a matrix of travel times', () => {
  it('holds to the last bit what one search after the other finds, turn bans included', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const { network, places } = city(seed)
      expect(network.banCount).toBeGreaterThan(30)
      for (const profile of profiles) {
        const few = places(9), many = places(40)
        const forwards = travelMatrix(network, few, many, profile), backwards = travelMatrix(network, many, few, profile)
        few.forEach((place, i) => {
          expect(forwards.subarray(i * 40, i * 40 + 40)).toEqual(Float32Array.from(travelTimesFrom(network, place, many, profile)))
          const to = Float32Array.from(travelTimesTo(network, place, many, profile))
          expect(Float32Array.from(many, (_, row) => backwards[row * 9 + i]!)).toEqual(to)
        })
        expect(forwards.some(seconds => seconds === Infinity)).toBe(true)
        expect(forwards.some(seconds => seconds > 0 && seconds < Infinity)).toBe(true)
      }
    }
  })

  it('leaves out what is further than a limit, and nothing else', () => {
    const { network, places } = city(20), [from, to] = [places(10), places(60)]
    const all = travelMatrix(network, from, to, profiles[0]!)
    for (const limit of [0, 15, 60, 200]) expect(travelMatrix(network, from, to, profiles[0]!, limit)).toEqual(all.map(seconds => seconds <= limit ? seconds : Infinity))
  })

  it('is empty without places, and all infinite on a network that is closed', () => {
    const { network, places } = city(30)
    expect(travelMatrix(network, [], places(3), profiles[0]!)).toHaveLength(0)
    const closed = drawnNetwork([{ line: [[0, 0], [100, 0]], class: 'path' }], [], usualSpeeds)
    const place = { edge: 0, fraction: 0.5, metres: 0, longitude: 0, latitude: 0 }
    expect([...travelMatrix(closed, [place], [{ ...place, fraction: 1 }, place], profiles[0]!)]).toEqual([Infinity, Infinity])
  })
})
