import gcoord from 'gcoord'
import { describe, expect, it } from 'vitest'
import { degreesAt, gcj02Affine, neededTiles, tilePixels, worldPixel } from './gcj02.ts'

const places: [string, number, number][] = [['Xiamen', 118.089, 24.4798], ['Beijing', 116.397, 39.909], ['Urumqi', 87.617, 43.793]]

describe.each(places)('a GCJ-02 picture under %s', (_, longitude, latitude) => {
  it.each([10, 14, 16, 18])('lies right to half a pixel and, at zoom 18, to a metre: zoom %i', zoom => {
    const middle = worldPixel(longitude, latitude, zoom)
    const [column, row] = [Math.floor(middle.x / tilePixels), Math.floor(middle.y / tilePixels)]
    const [a, b, c, d, e, f] = gcj02Affine(zoom, column, row)
    for (const x of [0, 100, 256]) for (const y of [0, 128, 256]) {
      const degrees = degreesAt({ x: column * tilePixels + x, y: row * tilePixels + y }, zoom)
      const [exactLongitude, exactLatitude] = gcoord.transform(degrees, gcoord.WGS84, gcoord.GCJ02) as [number, number]
      const exact = worldPixel(exactLongitude, exactLatitude, zoom)
      const error = Math.hypot(a * x + c * y + e - exact.x, b * x + d * y + f - exact.y)
      expect(error).toBeLessThan(0.5)
      const metres = error * 40_075_017 * Math.cos(latitude * Math.PI / 180) / (tilePixels * 2 ** zoom)
      if (zoom === 18) expect(metres).toBeLessThan(1)
    }
  })
})

it('needs the tile itself and its neighbours on the side of the shift, four at most', () => {
  const tiles = neededTiles(12, 3391, 1763)
  expect(tiles.length).toBeGreaterThanOrEqual(1)
  expect(tiles.length).toBeLessThanOrEqual(4)
})

it('leaves places outside of China where they are', () => {
  const [a, b, c, d, e, f] = gcj02Affine(14, 3700, 7800)
  expect([a, b, c, d].map(value => Math.round(value * 1e6) / 1e6)).toEqual([1, 0, 0, 1])
  expect(e).toBeCloseTo(3700 * tilePixels)
  expect(f).toBeCloseTo(7800 * tilePixels)
})
