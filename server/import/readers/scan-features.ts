const quote = 0x22, backslash = 0x5c, open = 0x7b, close = 0x7d, openList = 0x5b, closeList = 0x5d
const largest = 256 * 2 ** 20

/**
 * Cuts the features out of a stream of JSON bytes without parsing it: only braces, brackets and strings are followed,
 * so that one feature is in memory at a time. Works on bytes, because no byte of a character beyond ASCII looks like one of those.
 */
export class FeatureScanner {
  #depth = 0
  #inString = false
  #escaped = false
  #inFeature = false
  #inFeatures = false
  #parts: Buffer[] = []
  #size = 0
  #frame: Buffer[] = []
  #frameSize = 0
  #key: number[] = []
  #lastKey = ''
  readonly #featureDepth: number

  /** @param featureDepth  braces and brackets around a feature: 2 in a FeatureCollection, 0 where each stands alone */
  constructor(featureDepth: 0 | 2) {
    this.#featureDepth = featureDepth
    this.#inFeatures = featureDepth === 0
  }

  /** The features that end in this chunk, as JSON texts. */
  *feed(chunk: Buffer): Generator<string> {
    let from = 0
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false
        else if (byte === backslash) this.#escaped = true
        else if (byte === quote) {
          this.#inString = false
          if (this.#depth === 1 && !this.#inFeature) this.#lastKey = Buffer.from(this.#key).toString()
        } else if (this.#depth === 1 && !this.#inFeature && this.#key.length < 64) this.#key.push(byte)
        continue
      }
      if (byte === quote) { this.#inString = true; this.#key = [] }
      else if (byte === open || byte === openList) {
        if (byte === open && this.#inFeatures && !this.#inFeature && this.#depth === this.#featureDepth) {
          this.#keepFrame(chunk.subarray(from, i))
          this.#inFeature = true
          from = i
        }
        this.#depth++
        if (byte === openList && this.#depth === 2 && !this.#inFeature && this.#lastKey === 'features') this.#inFeatures = true
      } else if (byte === close || byte === closeList) {
        this.#depth--
        if (this.#inFeature && this.#depth === this.#featureDepth) {
          this.#parts.push(chunk.subarray(from, i + 1))
          yield Buffer.concat(this.#parts).toString()
          this.#parts = []
          this.#size = 0
          this.#inFeature = false
          from = i + 1
        } else if (byte === closeList && this.#depth === 1 && this.#featureDepth === 2 && this.#inFeatures && !this.#inFeature) {
          this.#inFeatures = false
          this.#lastKey = ''
        }
      }
    }
    if (this.#inFeature) this.#keepPart(chunk.subarray(from))
    else this.#keepFrame(chunk.subarray(from))
  }

  /** The JSON around the features, its list of them empty; undefined where a value hasn't ended. */
  end(): string | undefined {
    if (this.#depth !== 0 || this.#inString) return undefined
    return Buffer.concat(this.#frame).toString().replace(/^\uFEFF/, '')
  }

  #keepPart(part: Buffer): void {
    this.#size += part.length
    if (this.#size > largest) throw new RangeError(`a feature is larger than ${largest} bytes`)
    this.#parts.push(Buffer.from(part))
  }

  /** Commas and space between features are left out; a bound keeps a file that isn't GeoJSON out of memory. */
  #keepFrame(part: Buffer): void {
    if (this.#inFeatures && /^[\s,]*$/.test(part.toString('latin1', 0, 256)) && part.length < 256) return
    this.#frameSize += part.length
    if (this.#frameSize > 2 ** 20) throw new RangeError('a megabyte of JSON without a feature: this is no GeoJSON')
    this.#frame.push(Buffer.from(part))
  }
}
