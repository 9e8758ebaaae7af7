import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameMilliseconds, isMoving, placeAt, standing, towards } from './motion.ts'

const here = standing(118, 24)

describe('a sign on its way', () => {
  it('is half-way at half time and at the new fix at the end, never beyond', () => {
    const motion = towards(here, 118.001, 24.002, 1_000, 2_000, 500)
    expect(placeAt(motion, 1_000)).toEqual([118, 24])
    expect(placeAt(motion, 2_000).map(value => Math.round(value * 1e6) / 1e6)).toEqual([118.0005, 24.001])
    expect(placeAt(motion, 3_000)).toEqual([118.001, 24.002])
    expect(placeAt(motion, 90_000)).toEqual([118.001, 24.002])
    expect(isMoving(motion, 3_000)).toBe(false)
  })

  it('reaches its fix within two and a half seconds, however long the unit was silent', () => {
    expect(isMoving(towards(here, 118.001, 24, 0, 60_000, 500), 2_500)).toBe(false)
  })

  it('goes on from where it is drawn when the next fix comes early', () => {
    const first = towards(here, 118.001, 24, 0, 2_000, 500)
    const second = towards(first, 118.002, 24, 1_000, 1_000, 500)
    expect(placeAt(second, 1_000)).toEqual(placeAt(first, 1_000))
    expect(placeAt(second, 2_000)).toEqual([118.002, 24])
  })

  it('is put there where nobody could have driven', () => {
    expect(isMoving(towards(here, 118.2, 24, 0, 2_000, 500), 1)).toBe(false)
  })

  it('always lies between its two ends', () => {
    const degrees = fc.double({ min: -0.02, max: 0.02, noNaN: true })
    fc.assert(fc.property(degrees, degrees, fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 10_000 }), (x, y, interval, passed) => {
      const [longitude, latitude] = placeAt(towards(here, 118 + x, 24 + y, 5_000, interval, 500), 5_000 + passed)
      expect(longitude).toBeGreaterThanOrEqual(118 + Math.min(0, x) - 1e-9)
      expect(longitude).toBeLessThanOrEqual(118 + Math.max(0, x) + 1e-9)
      expect(latitude).toBeGreaterThanOrEqual(24 + Math.min(0, y) - 1e-9)
      expect(latitude).toBeLessThanOrEqual(24 + Math.max(0, y) + 1e-9)
    }))
  })
})

describe('how often moving signs are drawn', () => {
  it('is once a second over a city and thirty times in a street', () => {
    expect(frameMilliseconds(60, 60)).toBe(1_000)
    expect(frameMilliseconds(0.3, 80)).toBe(33)
    expect(frameMilliseconds(5, 60)).toBeCloseTo(240)
    expect(frameMilliseconds(5, 0)).toBe(1_000)
  })
})
