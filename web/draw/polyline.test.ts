import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeRing, encodeRing } from './polyline.ts'

describe('an area in a link', () => {
  it('is the format that everybody knows', () => {
    expect(encodeRing([[-120.2, 38.5], [-120.95, 40.7], [-126.453, 43.252]])).toBe('_p~iF~ps|U_ulLnnqC_mqNvxq`@')
  })
  it('comes back within half a metre, closed', () => {
    const corner = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))
    fc.assert(fc.property(fc.array(corner, { minLength: 3, maxLength: 40 }), corners => {
      const back = decodeRing(encodeRing([...corners, corners[0]!]))!
      expect(back.at(-1)).toEqual(back[0])
      expect(back).toHaveLength(corners.length + 1)
      back.slice(0, -1).forEach(([longitude, latitude], i) => {
        expect(Math.abs(longitude - corners[i]![0])).toBeLessThan(0.6e-5)
        expect(Math.abs(latitude - corners[i]![1])).toBeLessThan(0.6e-5)
      })
    }))
  })
  it('is nothing when the link was cut or mistyped', () => {
    expect(decodeRing('')).toBeNull()
    expect(decodeRing('_p~iF~ps|U_ulLnn')).toBeNull()
    expect(decodeRing('!!!')).toBeNull()
    expect(decodeRing('_p~iF~ps|U')).toBeNull()
  })
  it('refuses to encode what is off the globe', () => {
    expect(() => encodeRing([[118, 24], [190, 24], [118, 25]])).toThrow('[190, 24] is no longitude and latitude')
  })
})
