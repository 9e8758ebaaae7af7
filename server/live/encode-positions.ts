/**
 * Positions as live maps get them: what changed since the last message, a few bytes a unit.
 *
 * A message is `{ at, n, p, full?, gone? }`: `p` is base64 of `n` records, sorted by unit id, one after the other:
 *
 * | bytes | what |
 * |---|---|
 * | varint | unit id, less that of the record before it (the first: less 0) |
 * | varint, zigzag | longitude in 1e-5 degrees (1.1 m), less that of this unit's last record |
 * | varint, zigzag | latitude, likewise |
 * | varint | age of the fix at `at`, in tenths of a second |
 * | u8 | heading as 0–254 of a full turn; 255: none |
 * | u8 | speed in km/h; 254: that or more; 255: none |
 *
 * Varints are little-endian base 128, as in Protocol Buffers. A unit's first record is less (0, 0). `full: true`: every
 * unit that has a fix is in it, all as first records; whoever reads forgets what it knew. `gone`: ids that left the map;
 * should one come back, it comes with a first record. The reader's mirror is web/live/decode-positions.ts.
 */
export interface PositionMessage { at: string, n: number, p: string, full?: true, gone?: number[] }

/** What listeners hold of a unit: whole 1e-5 degrees, epoch milliseconds, heading and speed as the bytes that were sent. */
interface Sent { longitude: number, latitude: number, at: number, heading: number, speed: number }

export interface Locatable { id: number, fix: { longitude: number, latitude: number, at: number, heading: number | null, speedKmh: number | null } | null }

/** What a group of listeners has been told, and with it what the next message must hold. */
export class PositionEncoder {
  readonly #sent = new Map<number, Sent>()

  /** Message of the units that changed; undefined when none of it is news. */
  changes(units: Iterable<Locatable>, at: number): PositionMessage | undefined {
    const gone: number[] = [], moved: { id: number, from: Sent | undefined, to: Sent }[] = []
    for (const { id, fix } of units) {
      const from = this.#sent.get(id)
      if (!fix) {
        if (from && this.#sent.delete(id)) gone.push(id)
        continue
      }
      if (from?.at === fix.at) continue
      const to = asSent(fix)
      this.#sent.set(id, to)
      moved.push({ id, from, to })
    }
    if (moved.length === 0 && gone.length === 0) return undefined
    return { ...encode(moved, at), ...(gone.length > 0 && { gone }) }
  }

  /** Message of everything that was told so far: what brings a new listener level with the others. */
  everything(at: number): PositionMessage {
    return { ...encode([...this.#sent].map(([id, to]) => ({ id, from: undefined, to })), at), full: true }
  }
}

const asSent = ({ longitude, latitude, at, heading, speedKmh }: NonNullable<Locatable['fix']>): Sent => ({
  longitude: Math.round(longitude * 1e5), latitude: Math.round(latitude * 1e5), at,
  heading: heading === null ? 255 : Math.round(heading / 360 * 254),
  speed: speedKmh === null ? 255 : Math.min(254, Math.round(speedKmh)),
})

const mostBytes = 5 * 4 + 2

function encode(records: { id: number, from: Sent | undefined, to: Sent }[], at: number): PositionMessage {
  const bytes = Buffer.allocUnsafe(records.length * mostBytes)
  let end = 0, last = 0
  const varint = (value: number) => {
    while (value > 0x7F) { bytes[end++] = value & 0x7F | 0x80; value >>>= 7 }
    bytes[end++] = value
  }
  const zigzag = (value: number) => varint((value << 1 ^ value >> 31) >>> 0)
  for (const { id, from, to } of records.sort((a, b) => a.id - b.id)) {
    varint(id - last)
    zigzag(to.longitude - (from?.longitude ?? 0))
    zigzag(to.latitude - (from?.latitude ?? 0))
    // A clock that runs ahead of ours makes no negative ages; beyond the number's range (13 years) ages stand still.
    varint(Math.min(0xFFFF_FFFF, Math.max(0, Math.round((at - to.at) / 100))))
    bytes[end++] = to.heading
    bytes[end++] = to.speed
    last = id
  }
  return { at: new Date(at).toISOString(), n: records.length, p: bytes.toString('base64', 0, end) }
}
