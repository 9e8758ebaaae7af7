/**
 * Just enough of the protocol buffer wire format to read OpenStreetMap: a cursor over one message.
 * Numbers come as doubles, exact below 2^53; ids and coordinates of OpenStreetMap are far below.
 */
export class Message {
  readonly #bytes: Uint8Array
  #at: number
  readonly #end: number
  #wire = 0

  constructor(bytes: Uint8Array, from = 0, end = bytes.length) {
    this.#bytes = bytes
    this.#at = from
    this.#end = end
  }

  /** The number of the next field; 0 at the end. */
  field(): number {
    if (this.#at >= this.#end) return 0
    const tag = this.unsigned()
    this.#wire = tag & 7
    return tag >>> 3
  }

  get done(): boolean { return this.#at >= this.#end }

  unsigned(): number {
    let value = 0
    let scale = 1
    for (let i = 0; i < 10; i++) {
      if (this.#at >= this.#end) throw new RangeError('a number ends beyond its message')
      const byte = this.#bytes[this.#at++]!
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      scale *= 128
    }
    throw new RangeError('a number is longer than ten bytes')
  }

  /** A zigzag-coded signed number. */
  signed(): number {
    const value = this.unsigned()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  /** A plain varint of type int64: negative ones come as 2^64 minus their size. */
  integer(): number {
    const value = this.unsigned()
    return value >= 2 ** 63 ? value - 2 ** 64 : value
  }

  bytes(): Uint8Array {
    const length = this.unsigned()
    const from = this.#at
    if (from + length > this.#end) throw new RangeError('a field ends beyond its message')
    this.#at += length
    return this.#bytes.subarray(from, from + length)
  }

  message(): Message { return new Message(this.bytes()) }

  text(): string { return Buffer.from(this.bytes()).toString() }

  skip(): void {
    if (this.#wire === 0) this.unsigned()
    else if (this.#wire === 1) this.#at += 8
    else if (this.#wire === 2) this.bytes()
    else if (this.#wire === 5) this.#at += 4
    else throw new RangeError(`unknown wire type ${this.#wire}`)
  }
}
