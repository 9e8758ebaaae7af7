import gcoord from 'gcoord'

/** Pixels of a tile at its zoom, counted over the whole world: x to the east, y to the south. */
export interface WorldPixel { x: number, y: number }

export const tilePixels = 256

/** Where a point lies on the world at a zoom. Longitude and latitude in degrees. */
export function worldPixel(longitude: number, latitude: number, zoom: number): WorldPixel {
  const size = tilePixels * 2 ** zoom
  const sine = Math.sin(latitude * Math.PI / 180)
  return { x: (longitude + 180) / 360 * size, y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size }
}

/** The opposite. */
export function degreesAt({ x, y }: WorldPixel, zoom: number): [longitude: number, latitude: number] {
  const size = tilePixels * 2 ** zoom
  return [x / size * 360 - 180, Math.atan(Math.sinh(Math.PI * (1 - 2 * y / size))) * 180 / Math.PI]
}

/**
 * How a picture in GCJ-02 is laid under a tile in WGS 84: the affine map from pixels of the tile to pixels of the
 * GCJ-02 world at the same zoom, taken from three corners of the tile.
 *
 * The shift of GCJ-02 (some 100 to 700 m) changes by less than a metre over a kilometre, so inside a tile it is as good
 * as affine: against the exact conversion the error stays under half a pixel, at zoom 18 under 0.3 m. See the test.
 *
 * @returns a, b, c, d, e, f of x' = a x + c y + e, y' = b x + d y + f
 */
export function gcj02Affine(zoom: number, column: number, row: number): [number, number, number, number, number, number] {
  const corner = (x: number, y: number): WorldPixel => {
    const degrees = degreesAt({ x: (column + x) * tilePixels, y: (row + y) * tilePixels }, zoom)
    const [longitude, latitude] = gcoord.transform(degrees, gcoord.WGS84, gcoord.GCJ02) as [number, number]
    return worldPixel(longitude, latitude, zoom)
  }
  const [origin, right, below] = [corner(0, 0), corner(1, 0), corner(0, 1)]
  return [
    (right.x - origin.x) / tilePixels, (right.y - origin.y) / tilePixels,
    (below.x - origin.x) / tilePixels, (below.y - origin.y) / tilePixels,
    origin.x, origin.y,
  ]
}

/** Which tiles of the GCJ-02 picture a tile in WGS 84 needs: one to four of them. */
export function neededTiles(zoom: number, column: number, row: number): { column: number, row: number }[] {
  const [a, b, c, d, e, f] = gcj02Affine(zoom, column, row)
  const corners = [[0, 0], [tilePixels, 0], [0, tilePixels], [tilePixels, tilePixels]].map(([x, y]) => ({ x: a * x! + c * y! + e, y: b * x! + d * y! + f }))
  const tilesOf = (values: number[]) => {
    const first = Math.floor(Math.min(...values) / tilePixels)
    const last = Math.floor((Math.max(...values) - 1e-6) / tilePixels)
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  }
  const [columns, rows] = [tilesOf(corners.map(({ x }) => x)), tilesOf(corners.map(({ y }) => y))]
  return rows.flatMap(each => columns.map(col => ({ column: col, row: each })))
}
