import { latLngToCell } from 'h3-js'

/** Every stored point's cell has this resolution (edges of about 10 m); coarser ones follow by arithmetic. */
export const storedResolution = 12

/**
 * The H3 cell of a point as a signed 64-bit integer in decimal, the way PostgreSQL's bigint reads it.
 *
 * @param longitude, latitude  degrees, WGS 84
 */
export const cellOf = (longitude: number, latitude: number): string =>
  BigInt(`0x${latLngToCell(latitude, longitude, storedResolution)}`).toString()

/** The same from H3's hexadecimal form. */
export const cellFromHex = (hex: string): string => BigInt(`0x${hex}`).toString()
