import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFix, readLines } from './fix.ts'
import { decodeRecords, encodeRecords } from './record.ts'
import { follow, judge, newCourse, type Course, type Place } from './rules.ts'
import { rememberedMs, SeenInstants } from './seen-instants.ts'

const now = Date.parse('2026-11-22T08:00:00Z')
const limits = { futureSeconds: 60, kmh: 250 }
/** A place so many metres east of where everything starts. */
const fix = (seconds: number, metres = 0): Place => ({ at: now + seconds * 1000, longitude: 118 + metres / 101_600, latitude: 24 })
const hear = (course: Course, each: Place) => { const verdict = judge(course, each, now, limits); follow(course, each, verdict); return verdict }

describe('a fix', () => {
  it('that is newer is taken, one that is older but new goes to the track only', () => {
    const course = newCourse(null)
    expect([fix(-10), fix(-5), fix(-8), fix(-1)].map(each => hear(course, each))).toEqual(['accepted', 'accepted', 'out_of_order', 'accepted'])
    expect(course.last).toEqual(fix(-1))
  })

  it('that was heard before is a duplicate, in whatever order it is repeated', () => {
    const course = newCourse(fix(-60))
    const hour = [fix(-50), fix(-20), fix(-40), fix(-10)]
    for (const each of hour) hear(course, each)
    expect([...hour, fix(-60)].map(each => hear(course, each))).toEqual(Array(5).fill('duplicate'))
    expect(course.last).toEqual(fix(-10))
  })

  it('from a clock more than a minute ahead is refused, one from a clock behind is as old as it says', () => {
    const course = newCourse(null)
    expect([fix(600), fix(61), fix(-600), fix(60)].map(each => hear(course, each))).toEqual(['future', 'future', 'accepted', 'accepted'])
  })

  it('that nobody could have driven to is held out; two that agree are believed', () => {
    const course = newCourse(fix(-100))
    expect(hear(course, fix(-99, 9_000))).toBe('impossible_speed')
    expect(hear(course, fix(-98, 20))).toBe('accepted')
    expect(hear(course, fix(-97, 9_000))).toBe('impossible_speed')
    expect(hear(course, fix(-97, 9_000))).toBe('impossible_speed')
    expect(hear(course, fix(-96, 30_000))).toBe('impossible_speed')
    expect(hear(course, fix(-95, 30_020))).toBe('accepted')
    expect(hear(course, fix(-94, 30_040))).toBe('accepted')
  })

  it('that wavers within a hundred metres is not a speed', () => {
    expect(hear(newCourse(fix(-1)), fix(-0.9, 99))).toBe('accepted')
    expect(hear(newCourse(fix(-1)), fix(-0.9, 120))).toBe('impossible_speed')
    expect(hear(newCourse(fix(-3_600)), fix(0, 249_000))).toBe('accepted')
  })
})

describe('instants that were seen', () => {
  it('are known exactly for an hour, however they came', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 3_600_000 }), { maxLength: 300 }), fc.array(fc.integer({ min: 0, max: 3_600_000 }), { maxLength: 50 }), (heard, others) => {
      const seen = new SeenInstants(), reference = new Set(heard)
      for (const at of heard) seen.add(now + at)
      expect(seen.count).toBe(reference.size)
      for (const at of [...heard, ...others]) expect(seen.has(now + at)).toBe(reference.has(at))
      for (const at of others) { seen.delete(now + at); reference.delete(at) }
      for (const at of heard) expect(seen.has(now + at)).toBe(reference.has(at))
    }))
  })

  it('are forgotten afterwards, so that they never grow, and still right after months', () => {
    const seen = new SeenInstants()
    for (let second = 0; second < 20_000; second++) seen.add(now + second * 1000)
    expect(seen.count).toBeLessThanOrEqual(8_192)
    for (let second = 20_000 - rememberedMs / 1000; second < 20_000; second++) expect(seen.has(now + second * 1000)).toBe(true)
    const months = now + 200 * 86_400_000
    seen.add(months)
    seen.add(months - 1000)
    seen.add(now)
    expect([seen.has(months), seen.has(months - 1000), seen.has(months - 2000), seen.has(now)]).toEqual([true, true, false, false])
  })
})

describe('what a gateway sends', () => {
  it('is read with times in both forms', () => {
    expect(readFix({ unit: 'PDT-1', at: '2026-11-22T16:00:00.250+08:00', longitude: 118, latitude: 24.5, heading: 359, speed_kmh: 30, accuracy_metres: 5 }, 0))
      .toEqual({ ok: true, fix: { unit: 'PDT-1', at: now + 250, longitude: 118, latitude: 24.5, heading: 359, speedKmh: 30, accuracyMetres: 5 } })
    expect(readFix({ unit: 7, at: now, longitude: 118, latitude: 24.5 }, 0)).toMatchObject({ ok: true, fix: { at: now, heading: null, speedKmh: null } })
  })

  it.each([
    [{ at: now, longitude: 1, latitude: 1 }, '/fixes/4/unit'],
    [{ unit: 1.5, at: now, longitude: 1, latitude: 1 }, '/fixes/4/unit'],
    [{ unit: 1, at: '2026-11-22 08:00', longitude: 1, latitude: 1 }, '/fixes/4/at'],
    [{ unit: 1, at: '2026-13-22T08:00:00Z', longitude: 1, latitude: 1 }, '/fixes/4/at'],
    [{ unit: 1, at: now, longitude: '118', latitude: 1 }, '/fixes/4/longitude'],
    [{ unit: 1, at: now, longitude: 24, latitude: 118 }, '/fixes/4/latitude'],
    [{ unit: 1, at: now, longitude: 1, latitude: 1, heading: -1 }, '/fixes/4/heading'],
    [{ unit: 1, at: now, longitude: 1, latitude: 1, speed_kmh: NaN }, '/fixes/4/speed_kmh'],
    ['not json', '/fixes/4'],
    [null, '/fixes/4'],
  ])('is refused by name where it is wrong: %j', (raw, pointer) => {
    expect(readFix(raw, 4)).toMatchObject({ ok: false, fault: { pointer } })
  })

  it('as lines keeps the place of a broken one', () => {
    expect(readLines('{"unit":1}\n\n{broken\r\n{"unit":2}')).toEqual([{ unit: 1 }, '{broken\r', { unit: 2 }])
  })
})

it('a record comes back as it was stored', () => {
  const fixes = [
    { unitId: 4_294_967_295, at: now + 0.5, longitude: -179.123456789, latitude: 89.5, heading: 12.5, speedKmh: 0, accuracyMetres: 3.5 },
    { unitId: 1, at: 0, longitude: 0, latitude: 0, heading: null, speedKmh: null, accuracyMetres: null },
  ]
  expect(decodeRecords(encodeRecords(fixes))).toEqual(fixes)
  expect(() => decodeRecords(Buffer.alloc(41))).toThrow(/not whole records/)
})
