/** A fix as the journal keeps it and as processes share it. */
export interface StoredFix { unitId: number, at: number, longitude: number, latitude: number, heading: number | null, speedKmh: number | null, accuracyMetres: number | null }

/** u32 unit id, f64 epoch milliseconds, f64 longitude, f64 latitude, f32 heading, f32 km/h, f32 metres; little-endian; NaN is none. */
export const recordBytes = 40

export function encodeRecords(fixes: readonly StoredFix[]): Buffer {
  const bytes = Buffer.allocUnsafe(fixes.length * recordBytes)
  fixes.forEach(({ unitId, at, longitude, latitude, heading, speedKmh, accuracyMetres }, i) => {
    const start = i * recordBytes
    bytes.writeUInt32LE(unitId, start)
    bytes.writeDoubleLE(at, start + 4)
    bytes.writeDoubleLE(longitude, start + 12)
    bytes.writeDoubleLE(latitude, start + 20)
    bytes.writeFloatLE(heading ?? NaN, start + 28)
    bytes.writeFloatLE(speedKmh ?? NaN, start + 32)
    bytes.writeFloatLE(accuracyMetres ?? NaN, start + 36)
  })
  return bytes
}

/** @throws {RangeError} when the bytes aren't whole records */
export function decodeRecords(bytes: Buffer): StoredFix[] {
  if (bytes.length % recordBytes) throw new RangeError(`${bytes.length} bytes are not whole records of ${recordBytes}`)
  const number = (value: number): number | null => Number.isNaN(value) ? null : value
  return Array.from({ length: bytes.length / recordBytes }, (_, i) => {
    const start = i * recordBytes
    return {
      unitId: bytes.readUInt32LE(start), at: bytes.readDoubleLE(start + 4), longitude: bytes.readDoubleLE(start + 12), latitude: bytes.readDoubleLE(start + 20),
      heading: number(bytes.readFloatLE(start + 28)), speedKmh: number(bytes.readFloatLE(start + 32)), accuracyMetres: number(bytes.readFloatLE(start + 36)),
    }
  })
}
