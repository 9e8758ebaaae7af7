import { describe, expect, it } from 'vitest'
import { random as seeded } from '../../../tests/seeded.ts'
import { metresPerDegree } from '../../network/metric.ts'
import { checkCompliance, type ComplianceQuestion } from './compliance.ts'
import { dwellsAt, usualDwells, type Fix } from './dwells.ts'
import { matchVisits } from './match-visits.ts'
import { planPatrols } from './plan-patrols.ts'
import { usualPatrol } from './question.ts'

const origin = { longitude: 118.1, latitude: 24.48 }, [perLongitude, perLatitude] = metresPerDegree(origin.latitude)
/** Metres east and north of the origin, at a minute. */
const at = (minute: number, east = 0, north = 0): Fix => ({ at: minute * 60, longitude: origin.longitude + east / perLongitude, latitude: origin.latitude + north / perLatitude })
const far = (minute: number) => at(minute, 900)
const minutes = (from: number, to: number, step = 0.5): number[] => Array.from({ length: Math.round((to - from) / step) + 1 }, (_, n) => from + n * step)
const round1 = (seconds: number) => Math.round(seconds / 6) / 10
const told = (track: readonly Fix[]) => dwellsAt(track, origin, usualDwells).map(({ arrive, leave, staySeconds, unknownSeconds }) => ({ arrive: round1(arrive), leave: round1(leave), stay: round1(staySeconds), unknown: round1(unknownSeconds) }))
const stay = [...minutes(0, 9.5).map(far), ...minutes(10, 22).map(minute => at(minute)), ...minutes(22.5, 30).map(far)]

describe('a stay', () => {
  it('lasts from coming to going', () => {
    expect(told(stay)).toEqual([{ arrive: 9.8, leave: 22.3, stay: 12.5, unknown: 0 }])
  })

  it('isn\'t broken by a fix that jumps away, nor begun by one that jumps here', () => {
    expect(told(stay.map(fix => fix.at === 15 * 60 ? far(15) : fix))).toEqual(told(stay))
    expect(told(minutes(0, 20).map(minute => minute === 7 ? at(7) : far(minute)))).toEqual([])
  })

  it('isn\'t driving past, nor waiting at the light', () => {
    expect(told([...minutes(0, 5).map(far), at(5.5), at(6), at(6.5), ...minutes(7, 12).map(far)])).toEqual([])
  })

  it('survives noise at the rim of the radius', () => {
    const random = seeded(6), gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    for (const east of [0, 40, 70]) for (let round = 0; round < 20; round++) {
      const noisy = [...minutes(0, 9.5).map(far), ...minutes(10, 24).map(minute => at(minute, east + 15 * gauss(), 15 * gauss())), ...minutes(24.5, 30).map(far)], found = told(noisy)
      expect(found).toHaveLength(1)
      expect(Math.abs(found[0]!.stay - 14.5)).toBeLessThan(3)
    }
  })

  it('goes on through a few missing fixes; a longer silence is unknown, neither stayed nor gone', () => {
    const without = (from: number, to: number) => stay.filter(fix => fix.at <= from * 60 || fix.at >= to * 60)
    expect(told(without(14, 16.5))).toEqual(told(stay))
    expect(told(without(12, 20))).toEqual([{ arrive: 9.8, leave: 22.3, stay: 4.5, unknown: 8 }])
    expect(told(without(5, 12))).toEqual([{ arrive: 12, leave: 22.3, stay: 10.3, unknown: 7 }])
  })

  it('is two stays where the unit went away in between, or nobody knows for long', () => {
    expect(told([...minutes(0, 10).map(minute => at(minute)), ...minutes(10.5, 15).map(far), ...minutes(15.5, 30).map(minute => at(minute))])).toHaveLength(2)
    expect(told([...minutes(0, 10).map(minute => at(minute)), ...minutes(40, 52).map(minute => at(minute))])).toHaveLength(2)
  })
})

const question = (track: Fix[], more: Partial<ComplianceQuestion> = {}): ComplianceQuestion => ({
  tour: { from: 0, to: 240 * 60, visits: [{ stop: 0, arrive: 10 * 60, leave: 22 * 60 }, { stop: null, arrive: 60 * 60, leave: 90 * 60 }, { stop: 0, arrive: 120 * 60, leave: 132 * 60 }] },
  stops: [{ id: 'gate', ...origin, leastMinutes: 10, everyMinutes: 120 }], track, settings: { ...usualDwells, nearMinutes: 60, toleranceSeconds: 60 }, ...more,
})
const during = (spans: [from: number, to: number][], gone: (minute: number) => boolean = () => false) =>
  minutes(0, 240).filter(minute => !gone(minute)).map(minute => spans.some(([from, to]) => minute >= from && minute <= to) ? at(minute) : far(minute))
const outcomes = (track: Fix[]) => checkCompliance(question(track)).visits.map(({ outcome }) => outcome)

describe('planned against done', () => {
  it('is done where the unit came and stayed, with how late it came', () => {
    const { visits, stops: [gate], tour } = checkCompliance(question(during([[14, 26], [118, 131]])))
    expect(visits.map(({ outcome, lateSeconds }) => [outcome, round1(lateSeconds!)])).toEqual([['done', 3.8], ['done', -2.2]])
    expect(gate).toMatchObject({ planned: 2, done: 2, missed: 0, unplanned: 0, intervalKept: true })
    expect(round1(gate!.longestGapSeconds)).toBe(108.8)
    expect(tour).toMatchObject({ share: 1, planned: 2, silentShare: 0 })
    expect(round1(tour.offSeconds!)).toBe(3)
  })

  it('is short, missed or unknown, each for what it is', () => {
    expect(outcomes(during([[10, 15]]))).toEqual(['short', 'missed'])
    expect(outcomes(during([[10, 22]], minute => minute > 100 && minute < 150))).toEqual(['done', 'unknown'])
    expect(outcomes(during([[10, 22]], minute => minute > 12 && minute < 20))).toEqual(['unknown', 'missed'])
    expect(outcomes(during([[10, 22]], minute => minute > 12))).toEqual(['unknown', 'unknown'])
    expect(outcomes([])).toEqual(['unknown', 'unknown'])
  })

  it('tells a visit that came at quite another time as missed, and the stay as unplanned', () => {
    const { visits, stops: [gate] } = checkCompliance(question(during([[10, 22], [200, 215]])))
    expect(visits.map(({ outcome }) => outcome)).toEqual(['done', 'missed'])
    expect(gate).toMatchObject({ unplanned: 1, intervalKept: false })
  })

  it('doesn\'t depend on the order of fixes, and takes no notice of double ones, those without a place and those off the shift', () => {
    const track = during([[14, 26], [118, 131]]), random = seeded(3)
    const mixed = [...track, ...track.slice(20, 60), { at: 600, longitude: NaN, latitude: 0 }, ...minutes(300, 400).map(minute => at(minute))].map(fix => ({ fix, key: random() })).sort((a, b) => a.key - b.key).map(({ fix }) => fix)
    expect(checkCompliance(question(mixed))).toEqual(checkCompliance(question(track)))
  })

  it('counts a stay at the nearer of two stops that lie close together', () => {
    const [gate] = question([]).stops, near = { ...gate!, id: 'neighbour', longitude: at(0, 100).longitude }
    const { stops: [first, second] } = checkCompliance(question(minutes(0, 240).map(minute => minute > 10 && minute < 22 ? at(minute, 35) : far(minute)), { stops: [gate!, near] }))
    expect([first!.radiusMetres, second!.radiusMetres].map(Math.round)).toEqual([50, 50])
    expect([first!.staySeconds > 600, second!.staySeconds]).toEqual([true, 0])
  })

  it('refuses a visit at no stop', () => {
    expect(() => checkCompliance(question([], { tour: { from: 0, to: 60, visits: [{ stop: 3, arrive: 0, leave: 60 }] } }))).toThrow('a visit is at stop 3; stops are 0 to 0')
  })

  it('finds a planned tour done in all its visits when a unit drives it with a noisy receiver that misses fixes', () => {
    const random = seeded(8), points = Array.from({ length: 13 }, (_, n) => ({ east: (n * 379) % 2600, north: (n * 811) % 2600 })), noise = () => 20 * (random() + random() + random() - 1.5)
    const settings = usualPatrol, way = (a: typeof points[0], b: typeof points[0]) => a === b ? 0 : 60 + Math.hypot(a.east - b.east, a.north - b.north) / 8
    const { tours, unserved } = planPatrols({
      stops: Array.from({ length: 10 }, (_, place) => ({ id: `${place}`, place, weight: 1 })), placeCount: 13, seed: 4, settings,
      units: [10, 11, 12].map(station => ({ id: `${station}`, station, from: 0, to: 8 * 3600 })), seconds: Float32Array.from(points.flatMap(a => points.map(b => way(a, b)))),
    })
    expect(unserved).toEqual([])
    for (const tour of tours) {
      const track = minutes(0, 480, 1 / 3).filter(() => random() > 0.15).map(minute => {
        const here = tour.visits.find(({ arrive, leave }) => minute * 60 >= arrive && minute * 60 <= leave), point = here ? points[here.place]! : { east: 4000, north: 4000 }
        return at(minute, point.east + noise(), point.north + noise())
      })
      const stops = points.slice(0, 10).map(({ east, north }, id) => ({ id: `${id}`, ...at(0, east, north), leastMinutes: settings.leastMinutes, everyMinutes: settings.everyMinutes }))
      const { tour: checked, stops: each } = checkCompliance({ tour, stops, track, settings: { ...usualDwells, nearMinutes: 60, toleranceSeconds: 60 } })
      expect(checked).toMatchObject({ share: 1, planned: tour.visits.length })
      expect(Math.abs(checked.staySeconds / checked.plannedSeconds - 1)).toBeLessThan(0.05)
      expect(each.filter(({ planned }) => planned > 0).every(({ intervalKept, unplanned }) => intervalKept && unplanned === 0)).toBe(true)
    }
  })
})

describe('stays and planned visits', () => {
  it('are matched in the order of time, as many as possible, then as near as possible', () => {
    expect(matchVisits([10, 100], [12, 95], 60)).toEqual([0, 1])
    expect(matchVisits([10, 100], [60], 60)).toEqual([-1, 0])
    expect(matchVisits([10, 70], [40, 120], 60)).toEqual([0, 1])
    expect(matchVisits([10], [200], 60)).toEqual([-1])
    expect(matchVisits([100], [80, 101, 130], 60)).toEqual([1])
    expect(matchVisits([], [5], 60)).toEqual([])
  })
})
