// Geometries in the hexadecimal form that PostGIS reads without parsing text: little endian, SRID 4326,
// coordinates as longitude, latitude in degrees.

type Position = readonly [longitude: number, latitude: number]

const hasSrid = 0x20000000

function header(buffer: Buffer, type: number): number {
  buffer.writeUInt8(1, 0)
  buffer.writeUInt32LE((type | hasSrid) >>> 0, 1)
  buffer.writeUInt32LE(4326, 5)
  return 9
}

function positions(buffer: Buffer, at: number, list: readonly Position[]): number {
  let offset = buffer.writeUInt32LE(list.length, at)
  for (const [longitude, latitude] of list) offset = buffer.writeDoubleLE(latitude, buffer.writeDoubleLE(longitude, offset))
  return offset
}

export function pointHex([longitude, latitude]: Position): string {
  const buffer = Buffer.allocUnsafe(25)
  buffer.writeDoubleLE(latitude, buffer.writeDoubleLE(longitude, header(buffer, 1)))
  return buffer.toString('hex')
}

export function lineHex(line: readonly Position[]): string {
  const buffer = Buffer.allocUnsafe(13 + 16 * line.length)
  positions(buffer, header(buffer, 2), line)
  return buffer.toString('hex')
}

/** @param rings  outer first; each closed, its last position equal to its first */
export function polygonHex(rings: readonly (readonly Position[])[]): string {
  const buffer = Buffer.allocUnsafe(13 + rings.reduce((sum, ring) => sum + 4 + 16 * ring.length, 0))
  let offset = buffer.writeUInt32LE(rings.length, header(buffer, 3))
  for (const ring of rings) offset = positions(buffer, offset, ring)
  return buffer.toString('hex')
}
