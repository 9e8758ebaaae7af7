import { expect, it } from 'vitest'
import { circleAround } from './circle-around.ts'
import { metresBetween } from './fixes.ts'

it('every corner of a circle lies as far from its middle, and its ring is closed', () => {
  const middle = { longitude: 118.1, latitude: 24.48 }, ring = circleAround(middle, 300)
  for (const [longitude, latitude] of ring) expect(metresBetween(middle, { longitude, latitude })).toBeCloseTo(300, 0)
  expect(ring.at(-1)).toEqual(ring[0])
})
