/** A unit's position as heard. Degrees, WGS 84; `at` is the fix's time in epoch milliseconds by the server's clock, to a tenth of a second. */
export interface Position { longitude: number, latitude: number, at: number, heading: number | null, speedKmh: number | null }

/** The data of a `positions` event; its layout is described in server/live/encode-positions.ts. */
export interface PositionMessage { at: string, n: number, p: string, full?: true, gone?: number[] }

/** Positions by unit id, as far as heard: what the next message is relative to. Start with an empty one; change it by `decodePositions` only. */
export type HeardPositions = Map<number, Position>

/**
 * Take over a `positions` message.
 *
 * @param heard  changed in place; the message must be the next one after those it was made from
 * @returns the ids that moved, and those that left the map (all that a full message doesn't hold)
 * @throws {RangeError} when the records don't end where they should: a message was missed or broken; listen anew
 */
export function decodePositions(message: PositionMessage, heard: HeardPositions): { moved: number[], gone: number[] } {
  const bytes = Uint8Array.from(atob(message.p), character => character.charCodeAt(0))
  const serverNow = Date.parse(message.at)
  const before = message.full ? new Set(heard.keys()) : undefined
  if (message.full) heard.clear()
  let at = 0, id = 0
  const varint = (): number => {
    let value = 0, scale = 1
    for (;;) {
      const byte = bytes[at++]
      if (byte === undefined) throw new RangeError(`a positions message of ${bytes.length} bytes ends within a record`)
      value += (byte & 0x7F) * scale
      if (byte < 0x80) return value
      scale *= 128
    }
  }
  const zigzag = (): number => { const value = varint(); return value % 2 ? -(value + 1) / 2 : value / 2 }
  const moved: number[] = []
  for (let record = 0; record < message.n; record++) {
    id += varint()
    const from = heard.get(id)
    // Whole 1e-5 degrees again, so that errors don't add up.
    const longitude = Math.round((from?.longitude ?? 0) * 1e5) + zigzag(), latitude = Math.round((from?.latitude ?? 0) * 1e5) + zigzag()
    const age = varint(), heading = bytes[at++], speed = bytes[at++]
    if (heading === undefined || speed === undefined) throw new RangeError(`a positions message of ${bytes.length} bytes ends within a record`)
    heard.set(id, {
      longitude: longitude / 1e5, latitude: latitude / 1e5, at: serverNow - age * 100,
      heading: heading === 255 ? null : heading / 254 * 360, speedKmh: speed === 255 ? null : speed,
    })
    moved.push(id)
  }
  if (at !== bytes.length) throw new RangeError(`a positions message of ${bytes.length} bytes ends after ${at}`)
  const gone = message.gone ?? []
  for (const each of gone) heard.delete(each)
  return { moved, gone: before ? [...before].filter(each => !heard.has(each)) : gone }
}
