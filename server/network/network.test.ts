import { describe, expect, it } from 'vitest'
import { at, drawnNetwork, tenMetresASecond, type Drawn } from '../../tests/drawn-roads.ts'
import { random as seeded } from '../../tests/seeded.ts'
import { metresBetween } from './metric.ts'
import { reachedCells } from './reach.ts'
import type { RoadNetwork, Snap } from './road-network.ts'
import { route } from './route.ts'
import { snap } from './snap.ts'
import { checkSpeeds, pacesOf, usualSpeeds, type Profile } from './speeds.ts'
import { travelMatrix } from './matrix.ts'
import { travelTimesFrom, travelTimesTo } from './travel-times.ts'

/**
 * Seconds from the middle of one road to that of another at ten metres a second, by trying every turn: breadth first over roads in
 * a direction, which are all 100 m long.
 */
function overEdges(roads: readonly Drawn[], bans: readonly { kind: 'no' | 'only', fromRoad: number, toRoad: number, via: [number, number] }[], from: number, to: number): number {
  const may = (road: number, direction: number) => (roads[road]!.oneway ?? 0) !== (direction === 0 ? -1 : 1)
  const point = (road: number, end: number) => String(roads[road]!.line[end]!)
  const meets = (road: number, place: string) => point(road, 0) === place || point(road, 1) === place
  const allowed = (a: number, b: number, place: string) => bans.filter(ban => ban.fromRoad === a + 1 && String(ban.via) === place && meets(a, place) && meets(ban.toRoad - 1, place))
    .every(ban => ban.kind === 'no' ? ban.toRoad !== b + 1 : ban.toRoad === b + 1)
  let front = [0, 1].filter(direction => may(from, direction)).map(direction => from * 2 + direction)
  const seen = new Set(front)
  for (let steps = 1; front.length > 0; steps++) {
    if (front.some(arc => arc >> 1 === to)) return (steps - 1) * 10
    const next: number[] = []
    for (const arc of front) {
      const road = arc >> 1, place = point(road, arc & 1 ? 0 : 1)
      for (let other = 0; other < roads.length; other++) for (const direction of [0, 1]) {
        const following = other * 2 + direction
        if (point(other, direction) !== place || seen.has(following) || !may(other, direction) || !allowed(road, other, place)) continue
        seen.add(following)
        next.push(following)
      }
    }
    front = next
  }
  return Infinity
}

const car: Profile = { kind: 'car', siren: false, hour: 3 }
const foot: Profile = { kind: 'foot', siren: false, hour: 3 }
const on = (network: RoadNetwork, x: number, y: number, kind: Profile['kind'] = 'car'): Snap => snap(network, ...at(x, y), { kind })!

/** Seconds from place to place, found four ways that must agree. */
function seconds(network: RoadNetwork, from: [number, number], to: [number, number], profile = car): number {
  const [a, b] = [on(network, ...from, profile.kind), on(network, ...to, profile.kind)]
  const forwards = travelTimesFrom(network, a, [b], profile)[0]!
  const way = route(network, a, b, profile)
  expect(travelTimesTo(network, b, [a], profile)[0]).toBeCloseTo(forwards, 6)
  expect(travelMatrix(network, [a], [b], profile)[0]).toBeCloseTo(forwards, 2)
  expect(way.ok ? way.seconds : Infinity).toBeCloseTo(forwards, 6)
  if (way.ok) expect(way.line.reduce((sum, point, i) => i === 0 ? 0 : sum + metresBetween(...way.line[i - 1]!, ...point), 0)).toBeCloseTo(way.metres, 0)
  return forwards
}

// 1 ─ 2 ─ 3 along the x axis, a way round by y = 100 from 1 to 3.
const ladder: Drawn[] = [
  { line: [[0, 0], [100, 0]], name: 'A' }, { line: [[100, 0], [200, 0]], name: 'B' },
  { line: [[0, 0], [0, 100]] }, { line: [[0, 100], [200, 100]] }, { line: [[200, 100], [200, 0]] },
]

describe('travel times', () => {
  it('add up along the road', () => {
    expect(seconds(drawnNetwork(ladder), [10, 0], [150, 0])).toBeCloseTo(14, 2)
  })

  it('on one edge are those between the two places, either way', () => {
    const network = drawnNetwork(ladder)
    expect(seconds(network, [20, 0], [70, 0])).toBeCloseTo(5, 2)
    expect(seconds(network, [70, 0], [20, 0])).toBeCloseTo(5, 2)
    expect(seconds(network, [70, 0], [70, 0])).toBe(0)
  })

  it('go round where a one-way forbids the way back, on the same edge too', () => {
    const network = drawnNetwork([{ ...ladder[0]!, oneway: 1 }, ...ladder.slice(1)])
    expect(seconds(network, [20, 0], [70, 0])).toBeCloseTo(5, 2)
    // From x = 70 on to 100, 200, round by the top, back to 20.
    expect(seconds(network, [70, 0], [20, 0])).toBeCloseTo(3 + 10 + 10 + 20 + 10 + 2, 2)
    expect(seconds(network, [150, 0], [50, 0])).toBeCloseTo(5 + 10 + 20 + 10 + 5, 2)
    expect(seconds(network, [70, 0], [20, 0], foot)).toBeCloseTo(50, 2)
  })

  it('know a one-way that runs against its line', () => {
    const network = drawnNetwork([{ ...ladder[0]!, oneway: -1 }, ...ladder.slice(1)])
    expect(seconds(network, [70, 0], [20, 0])).toBeCloseTo(5, 2)
    expect(seconds(network, [20, 0], [70, 0])).toBeCloseTo(2 + 10 + 20 + 10 + 10 + 3, 2)
  })

  it('lead into a dead end and out again', () => {
    const network = drawnNetwork([...ladder, { line: [[100, 0], [100, -60]] }])
    expect(seconds(network, [100, -50], [150, 0])).toBeCloseTo(10, 2)
    expect(seconds(network, [150, 0], [100, -50])).toBeCloseTo(10, 2)
  })

  it('are infinite where no road leads, and out of a one-way that only leads in', () => {
    const network = drawnNetwork([...ladder, { line: [[0, -300], [100, -300]] }, { line: [[200, 0], [300, 0]], oneway: 1 }])
    expect(seconds(network, [50, 0], [50, -300])).toBe(Infinity)
    expect(seconds(network, [290, 0], [50, 0])).toBe(Infinity)
    expect(seconds(network, [50, 0], [290, 0])).toBeCloseTo(24, 2)
    expect(route(network, on(network, 50, 0), on(network, 50, -300), car)).toMatchObject({ ok: false, reason: { en: 'there is no way by road from there to there' } })
  })

  it('run round a loop that begins and ends at one crossing', () => {
    const loop: Drawn = { line: [[200, 0], [300, 0], [300, 100], [200.5, 100.5], [200, 0]], oneway: 1 }
    const network = drawnNetwork([...ladder.slice(0, 2), loop])
    const whole = network.edgeLength[2]!
    expect(seconds(network, [190, 0], [250, 0])).toBeCloseTo(6, 2)
    expect(seconds(network, [250, 0], [210, 0])).toBeCloseTo((whole - 40) / 10, 2)
  })

  it('stop at the nearest so many, and at a time', () => {
    const network = drawnNetwork(ladder)
    const origins = [[190, 0], [60, 0], [10, 0], [100, 100]].map(([x, y]) => on(network, x!, y!))
    const all = travelTimesTo(network, on(network, 80, 0), origins, car)
    expect([...all].map(Math.round)).toEqual([11, 2, 7, 28])
    expect([...travelTimesTo(network, on(network, 80, 0), origins, car, { stopAfter: 2 })].map(Math.round)).toEqual([Infinity, 2, 7, Infinity])
    expect([...travelTimesTo(network, on(network, 80, 0), origins, car, { maxSeconds: 12 })].map(Math.round)).toEqual([11, 2, 7, Infinity])
  })

  it('take hour, siren and posted limits into account', () => {
    const network = drawnNetwork([{ line: [[0, 0], [1000, 0]], speed: 10 }, { line: [[1000, 0], [2000, 0]] }], [], usualSpeeds)
    const time = (profile: Profile) => travelTimesFrom(network, on(network, 0, 0), [on(network, 2000, 0)], profile)[0]!
    expect(time({ kind: 'car', siren: false, hour: 8 })).toBeCloseTo((360 + 3600 / 22) / 0.65, 1)
    expect(time({ kind: 'car', siren: true, hour: 8 })).toBeCloseTo((360 + 3600 / 22) / 0.65 / 1.35, 1)
    expect(time({ kind: 'foot', siren: true, hour: 8 })).toBeCloseTo(1440, 0)
    expect(() => pacesOf(usualSpeeds, { kind: 'car', siren: false, hour: 24 })).toThrow('hour 24')
  })
})

describe('roads', () => {
  it('meet where they share a point, in the middle too', () => {
    const network = drawnNetwork([{ line: [[0, 0], [100, 0], [200, 0]] }, { line: [[100, -100], [100, 0], [100, 100]] }])
    expect(network).toMatchObject({ edgeCount: 4, nodeCount: 5 })
    expect(seconds(network, [0, 0], [100, 100])).toBeCloseTo(20, 2)
  })

  it('do not meet where they cross without one, or one is a bridge', () => {
    const crossing: Drawn[] = [{ line: [[0, 0], [200, 0]] }, { line: [[100, -100], [100, 100]] }]
    const bridge: Drawn[] = [{ line: [[0, 0], [100, 0], [200, 0]], bridge: true }, { line: [[100, -100], [100, 0], [100, 100]] }]
    for (const network of [drawnNetwork(crossing), drawnNetwork(bridge)]) {
      expect(network.edgeCount).toBe(2)
      expect(seconds(network, [0, 0], [100, 100])).toBe(Infinity)
    }
  })

  it('join a bridge at a ramp that ends on it', () => {
    const network = drawnNetwork([{ line: [[0, 0], [100, 0], [200, 0]], bridge: true }, { line: [[100, -100], [100, 0]] }])
    expect(seconds(network, [200, 0], [100, -100])).toBeCloseTo(20, 2)
  })

  it('are cut where a road crosses itself', () => {
    expect(drawnNetwork([{ line: [[0, 0], [100, 0], [200, 0], [200, 100], [100, 100], [100, 0], [100, -100]] }])).toMatchObject({ edgeCount: 3, nodeCount: 3 })
  })

  it('tell what hangs together', () => {
    const network = drawnNetwork([...ladder, { line: [[0, -300], [100, -300]] }])
    expect(network.components).toEqual({ count: 2, largestShare: 5 / 6 })
    expect(snap(network, ...at(50, -290), { kind: 'car' })!.metres).toBeCloseTo(10, 1)
    expect(snap(network, ...at(50, -290), { kind: 'car', component: 'largest' })!.metres).toBeCloseTo(290, 0)
    expect(snap(network, ...at(50, -290), { kind: 'car', component: 'largest', maxMetres: 200 })).toBeNull()
  })
})

describe('snapping', () => {
  it('finds the exact foot on the nearest open road', () => {
    const network = drawnNetwork([{ line: [[0, 0], [100, 0], [100, 100]] }, { line: [[0, 20], [90, 20]], class: 'path' }])
    expect(snap(network, ...at(70, 15), { kind: 'car' })).toMatchObject({ edge: 0, metres: expect.closeTo(15, 2), fraction: expect.closeTo(0.35, 4) })
    expect(snap(network, ...at(70, 15), { kind: 'foot' })).toMatchObject({ edge: 1, metres: expect.closeTo(5, 1) })
    expect(snap(network, ...at(160, 70), { kind: 'car' })).toMatchObject({ metres: expect.closeTo(60, 2), fraction: expect.closeTo(0.85, 4) })
    expect(snap(network, ...at(2000, 0), { kind: 'car' })).toBeNull()
  })

  it('keeps walkers off motorways, and finds nothing without roads', () => {
    expect(snap(drawnNetwork([{ line: [[0, 0], [100, 0]], class: 'motorway' }]), ...at(50, 5), { kind: 'foot' })).toBeNull()
    expect(snap(drawnNetwork([]), 0, 0, { kind: 'car' })).toBeNull()
  })
})

describe('turn bans', () => {
  // A crossing at 0,0 with arms west (1), east (2), south (3), north (4); round from north to east by a side street (5).
  const arms: Drawn[] = [{ line: [[-100, 0], [0, 0]] }, { line: [[0, 0], [100, 0]] }, { line: [[0, -100], [0, 0]] }, { line: [[0, 0], [0, 100]] }, { line: [[0, 100], [100, 100], [100, 0]] }]
  const ban = (kind: 'no' | 'only', fromRoad: number, toRoad: number) => ({ kind, fromRoad, toRoad, via: [0, 0] as [number, number] })

  it('send vehicles round, from that road only, and nobody who walks', () => {
    const network = drawnNetwork(arms, [ban('no', 1, 2)])
    expect(network.banCount).toBe(1)
    // To the end of another arm, round, and straight on: that is another turn.
    expect(seconds(network, [-50, 0], [50, 0])).toBeCloseTo(5 + 20 + 5, 2)
    expect(seconds(network, [50, 0], [-50, 0])).toBeCloseTo(10, 2)
    expect(seconds(network, [0, -50], [50, 0])).toBeCloseTo(10, 2)
    expect(seconds(network, [-50, 0], [50, 0], foot)).toBeCloseTo(100, 1)
    const oneways = arms.map((arm, i): Drawn => i === 2 || i === 3 ? { ...arm, oneway: 1 } : arm)
    expect(seconds(drawnNetwork(oneways, [ban('no', 1, 2)]), [-50, 0], [50, 0])).toBeCloseTo(5 + 10 + 10 + 10 + 5, 2)
    expect(seconds(drawnNetwork(oneways.slice(0, 4), [ban('no', 1, 2)]), [-50, 0], [50, 0])).toBe(Infinity)
  })

  it('leave one way where only that is allowed', () => {
    const network = drawnNetwork(arms, [ban('only', 1, 4)])
    expect(seconds(network, [-50, 0], [0, 50])).toBeCloseTo(10, 2)
    expect(seconds(network, [-50, 0], [0, -50])).toBeCloseTo(5 + 20 + 5, 2)
    expect(seconds(network, [-50, 0], [50, 0])).toBeCloseTo(5 + 20 + 5, 2)
  })

  it('add up from one road, and forbid turning back', () => {
    const network = drawnNetwork(arms.slice(0, 4), [ban('no', 1, 2), ban('no', 1, 2), ban('no', 1, 1), ban('no', 4, 4)])
    expect(network).toMatchObject({ stateCount: 7, nodeCount: 5, banCount: 4 })
    expect(seconds(network, [-50, 0], [50, 0])).toBeCloseTo(5 + 20 + 5, 2)
    // Every turn from road 1 forbidden, but the one into road 4.
    expect(seconds(network, [-50, 0], [0, 50])).toBeCloseTo(10, 2)
  })

  it('agree with a search over edges on a hundred made-up towns', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = seeded(seed), side = 4
      const roads: Drawn[] = []
      for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) for (const [dx, dy] of [[1, 0], [0, 1]] as const)
        if (x + dx < side && y + dy < side && random() < 0.9) roads.push({ line: [[x * 100, y * 100], [(x + dx) * 100, (y + dy) * 100]], oneway: random() < 0.3 ? random() < 0.5 ? 1 : -1 : 0 })
      const bans = Array.from({ length: 12 }, () => ({
        kind: random() < 0.7 ? 'no' as const : 'only' as const, fromRoad: 1 + Math.floor(random() * roads.length), toRoad: 1 + Math.floor(random() * roads.length),
        via: [Math.floor(random() * side) * 100, Math.floor(random() * side) * 100] as [number, number],
      }))
      // Bans that fit are rare by chance: add some that do.
      for (let i = 0; i < 12; i++) {
        const from = Math.floor(random() * roads.length), via = roads[from]!.line[random() < 0.5 ? 0 : 1]!
        const others = roads.map((_, road) => road).filter(road => roads[road]!.line.some(([x, y]) => x === via[0] && y === via[1]))
        bans.push({ kind: random() < 0.8 ? 'no' : 'only', fromRoad: from + 1, toRoad: others[Math.floor(random() * others.length)]! + 1, via })
      }
      const network = drawnNetwork(roads, bans)
      expect(network.banCount).toBeGreaterThanOrEqual(12)
      const [from, to] = [Math.floor(random() * roads.length), Math.floor(random() * roads.length)]
      if (from === to) continue
      const middle = (road: number): [number, number] => { const [[ax, ay], [bx, by]] = roads[road]!.line as [[number, number], [number, number]]; return [(ax + bx) / 2, (ay + by) / 2] }
      const found = seconds(network, middle(from), middle(to))
      const wanted = overEdges(roads, bans, from, to)
      if (wanted === Infinity) expect(found).toBe(Infinity)
      else expect(found).toBeCloseTo(wanted, 1)
    }
  })

  it('that do not fit the roads are left out', () => {
    expect(drawnNetwork(arms, [{ kind: 'no', fromRoad: 1, toRoad: 5, via: at(0, 0) }, { kind: 'no', fromRoad: 1, toRoad: 2, via: [7, 7] }])).toMatchObject({ banCount: 0, stateCount: 5 })
  })
})

describe('routes', () => {
  it('say what to do, street by street', () => {
    const network = drawnNetwork([{ line: [[0, 0], [100, 0]], name: '莲前西路' }, { line: [[100, 0], [200, 0]], name: '莲前西路' }, { line: [[200, 0], [200, 100]], name: '金尚路' }])
    const found = route(network, on(network, 20, 5), on(network, 200, 60), car)
    expect(found).toMatchObject({
      ok: true, seconds: expect.closeTo(24, 2), metres: expect.closeTo(240, 0),
      steps: [{ name: '莲前西路', turn: 'depart', metres: expect.closeTo(180, 0) }, { name: '金尚路', turn: 'left', seconds: expect.closeTo(6, 1) }, { name: '金尚路', turn: 'arrive', metres: 0 }],
    })
    expect(found.ok && found.line).toHaveLength(4)
  })
})

describe('reach', () => {
  it('gives each cell the first arrival of any source', () => {
    const network = drawnNetwork([{ line: [[0, 0], [5000, 0]] }])
    const cells = (from: number[], limit: number) => reachedCells(network, from.map(x => ({ snap: on(network, x, 0), kind: 'car' as const, siren: false })), limit, 9, 2)
    const both = cells([0, 5000], 1000), left = cells([0], 1000), right = cells([5000], 1000)
    expect(both.size).toBe(left.size)
    for (const [cell, seconds] of both) expect(seconds).toBeCloseTo(Math.min(left.get(cell)!, right.get(cell)!), 6)
    expect(Math.max(...left.values())).toBeGreaterThan(450)
    expect(cells([2500], 50).size).toBeLessThan(both.size / 2)
    expect(() => reachedCells(network, [], 60, 8, 2)).toThrow('resolution 8')
  })

  it('reaches nothing against a one-way', () => {
    const network = drawnNetwork([{ line: [[0, 0], [5000, 0]], oneway: 1 }])
    const reached = reachedCells(network, [{ snap: on(network, 4000, 0), kind: 'car', siren: false }], 1000, 10, 2)
    expect(Math.max(...reached.values())).toBeLessThan(101)
    expect(reached.size).toBeLessThan(14)
  })
})

describe('speeds', () => {
  it('that make no sense are refused by field', () => {
    expect(checkSpeeds(structuredClone(tenMetresASecond))).toEqual(tenMetresASecond)
    const wrong = { ...structuredClone(tenMetresASecond), siren: { car: 'fast', motorcycle: 1 } }
    wrong.classes.car.primary = -4
    expect(() => checkSpeeds(wrong)).toThrow('/body/classes/car/primary: must be km/h (or null where it may not go) from 1 to 200; /body/siren/car: must be a factor from 1 to 3')
    expect(() => checkSpeeds({ classes: [] })).toThrow('/body/classes: must be an object with car, motorcycle, foot')
  })
})
