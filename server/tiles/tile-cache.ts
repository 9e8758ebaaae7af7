import { LRUCache } from 'lru-cache'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'
/** One tile, ready to send in each encoding. */
export type TileBodies = Record<Encoding, Buffer>

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** Tiles by key, the least recently used dropped beyond so many bytes. */
export class TileCache {
  readonly #tiles: LRUCache<string, TileBodies>
  hits = 0
  misses = 0

  constructor(bytes: number) {
    this.#tiles = new LRUCache({ maxSize: bytes, sizeCalculation: tile => 500 + tile.identity.length + tile.gzip.length + tile.br.length })
  }

  get(key: string): TileBodies | undefined {
    const tile = this.#tiles.get(key)
    if (tile) this.hits++; else this.misses++
    return tile
  }

  set(key: string, tile: TileBodies): void { this.#tiles.set(key, tile) }

  get bytes(): number { return this.#tiles.calculatedSize }
}

/** Compress once, at levels where a tile takes a few milliseconds. */
export async function encodeBodies(raw: Buffer): Promise<TileBodies> {
  const [gzip, br] = await Promise.all([gzipped(raw, { level: 5 }), brotlied(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })])
  return { identity: raw, gzip, br }
}

/** The best encoding that an Accept-Encoding header allows. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity'
  const allowed = new Map(accepted.split(',').map(part => {
    const [name, ...parameters] = part.trim().toLowerCase().split(';')
    const q = parameters.map(parameter => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(value => value !== undefined)
    return [name!, q === undefined ? 1 : Number(q)]
  }))
  const quality = (name: string) => allowed.get(name) ?? allowed.get('*') ?? 0
  return quality('br') > 0 ? 'br' : quality('gzip') > 0 ? 'gzip' : 'identity'
}
