import { LRUCache } from 'lru-cache'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** One tile. Each encoding is made when first asked for, then kept. */
export class CachedTile {
  readonly raw: Buffer
  readonly #encoded = new Map<Encoding, Buffer>()

  constructor(raw: Buffer) { this.raw = raw }

  /** The body in an encoding, at levels where a tile takes a few milliseconds. */
  async body(encoding: Encoding): Promise<Buffer> {
    if (encoding === 'identity') return this.raw
    const known = this.#encoded.get(encoding)
    if (known) return known
    const made = encoding === 'gzip' ? await gzipped(this.raw, { level: 5 }) : await brotlied(this.raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } })
    this.#encoded.set(encoding, made)
    return made
  }

  /** The body where it is at hand, without waiting. */
  ready(encoding: Encoding): Buffer | undefined {
    return encoding === 'identity' ? this.raw : this.#encoded.get(encoding)
  }
}

/** Tiles by key, the least recently used dropped beyond so many bytes. */
export class TileCache {
  readonly #tiles: LRUCache<string, CachedTile>
  hits = 0
  misses = 0

  constructor(bytes: number) {
    // Counted with room for both encodings, each of which is well under the raw size.
    this.#tiles = new LRUCache({ maxSize: bytes, sizeCalculation: ({ raw }) => 500 + 2 * raw.length })
  }

  get(key: string): CachedTile | undefined {
    const tile = this.#tiles.get(key)
    if (tile) this.hits++; else this.misses++
    return tile
  }

  set(key: string, tile: CachedTile): void { this.#tiles.set(key, tile) }

  clear(): void { this.#tiles.clear() }

  get bytes(): number { return this.#tiles.calculatedSize }
}

const chosen = new Map<string, Encoding>()

/** The best encoding that an Accept-Encoding header allows. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity'
  // Browsers send one of a handful of headers: read each once.
  let encoding = chosen.get(accepted)
  if (!encoding) {
    encoding = readEncoding(accepted)
    if (chosen.size < 1000) chosen.set(accepted, encoding)
  }
  return encoding
}

function readEncoding(accepted: string): Encoding {
  const allowed = new Map(accepted.split(',').map(part => {
    const [name, ...parameters] = part.trim().toLowerCase().split(';')
    const q = parameters.map(parameter => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(value => value !== undefined)
    return [name!, q === undefined ? 1 : Number(q)]
  }))
  const quality = (name: string) => allowed.get(name) ?? allowed.get('*') ?? 0
  return quality('br') > 0 ? 'br' : quality('gzip') > 0 ? 'gzip' : 'identity'
}
