/** One unit's fix as it came over the stream. */
export interface StreamedFix {
  unit: number
  longitude: number
  latitude: number
  /** Age of the fix in seconds when the message was made; Infinity when more than 6553.4. */
  ageSeconds: number
  /** Degrees clockwise from north; null where unknown. */
  heading: number | null
  /** 254 stands for that or more; null where unknown. */
  speedKmh: number | null
}

const recordBytes = 16

/**
 * The records of a `positions` event: little-endian, 16 bytes each: u32 unit, i32 longitude and i32 latitude in
 * millionths of a degree, u16 age in tenths of a second (65535: more), u8 heading in 254ths of a turn (255: none),
 * u8 speed in km/h (255: none, 254: that or more).
 *
 * @throws {RangeError} when the text isn't whole records
 */
export function decodePositions(base64: string): StreamedFix[] {
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
  if (bytes.length % recordBytes !== 0) throw new RangeError(`positions of ${bytes.length} bytes; a record has ${recordBytes}`)
  const view = new DataView(bytes.buffer)
  return Array.from({ length: bytes.length / recordBytes }, (_, i) => {
    const at = i * recordBytes
    const [age, heading, speed] = [view.getUint16(at + 12, true), view.getUint8(at + 14), view.getUint8(at + 15)]
    return {
      unit: view.getUint32(at, true),
      longitude: view.getInt32(at + 4, true) / 1e6,
      latitude: view.getInt32(at + 8, true) / 1e6,
      ageSeconds: age === 65535 ? Infinity : age / 10,
      heading: heading === 255 ? null : heading / 254 * 360,
      speedKmh: speed === 255 ? null : speed,
    }
  })
}
