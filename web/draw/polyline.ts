/** Google's encoded polyline format, for areas small enough to live in a link. */

/** Decimal places kept: a hundred-thousandth of a degree is about a metre. */
const scale = 1e5

/** Longest text that goes into a link; a freehand outline beyond it is kept in the page only. */
export const longestInLink = 1200

/**
 * A ring of [longitude, latitude] as text; its closing point is left out.
 *
 * @throws {RangeError} when a coordinate is off the globe
 */
export function encodeRing(ring: readonly (readonly number[])[]): string {
  let text = ''
  let lastLatitude = 0
  let lastLongitude = 0
  for (const [longitude, latitude] of open(ring)) {
    if (!(Math.abs(longitude!) <= 180 && Math.abs(latitude!) <= 90)) throw new RangeError(`[${longitude}, ${latitude}] is no longitude and latitude`)
    const roundLatitude = Math.round(latitude! * scale)
    const roundLongitude = Math.round(longitude! * scale)
    text += encodeNumber(roundLatitude - lastLatitude) + encodeNumber(roundLongitude - lastLongitude)
    lastLatitude = roundLatitude
    lastLongitude = roundLongitude
  }
  return text
}

/**
 * The closed ring of [longitude, latitude] that a text stands for.
 *
 * @returns null when the text is broken, off the globe, or has fewer than three corners
 */
export function decodeRing(text: string): [number, number][] | null {
  const ring: [number, number][] = []
  const reader = { text, at: 0 }
  let latitude = 0
  let longitude = 0
  while (reader.at < text.length) {
    const north = decodeNumber(reader)
    const east = decodeNumber(reader)
    if (north === null || east === null) return null
    latitude += north
    longitude += east
    if (Math.abs(latitude) > 90 * scale || Math.abs(longitude) > 180 * scale) return null
    ring.push([longitude / scale, latitude / scale])
  }
  if (ring.length < 3) return null
  return [...ring, [...ring[0]!]]
}

const open = (ring: readonly (readonly number[])[]) => {
  const first = ring[0]
  const last = ring.at(-1)
  return ring.length > 1 && first![0] === last![0] && first![1] === last![1] ? ring.slice(0, -1) : ring
}

function encodeNumber(value: number): string {
  let rest = value < 0 ? ~(value << 1) : value << 1
  let text = ''
  for (; rest >= 0x20; rest >>>= 5) text += String.fromCharCode((0x20 | (rest & 0x1f)) + 63)
  return text + String.fromCharCode(rest + 63)
}

function decodeNumber(reader: { text: string, at: number }): number | null {
  let value = 0
  for (let shift = 0; shift < 35; shift += 5) {
    if (reader.at >= reader.text.length) return null
    const bits = reader.text.charCodeAt(reader.at++) - 63
    if (bits < 0 || bits > 63) return null
    value |= (bits & 0x1f) << shift
    if (bits < 0x20) return value & 1 ? ~(value >> 1) : value >> 1
  }
  return null
}
