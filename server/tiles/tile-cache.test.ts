import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { CachedTile, chooseEncoding } from './tile-cache.ts'

describe('the encoding of a tile', () => {
  it('is brotli where allowed, else gzip, else none', () => {
    expect(chooseEncoding('gzip, deflate, br')).toBe('br')
    expect(chooseEncoding('gzip')).toBe('gzip')
    expect(chooseEncoding('br;q=0, gzip;q=0.5')).toBe('gzip')
    expect(chooseEncoding('*')).toBe('br')
    expect(chooseEncoding('deflate')).toBe('identity')
    expect(chooseEncoding(undefined)).toBe('identity')
  })
  it('changes the bytes sent, not the tile', async () => {
    const raw = Buffer.from('tile '.repeat(1000))
    const tile = new CachedTile(raw)
    expect(gunzipSync(await tile.body('gzip'))).toEqual(raw)
    expect(brotliDecompressSync(await tile.body('br'))).toEqual(raw)
    expect(await tile.body('identity')).toBe(raw)
    expect(await tile.body('br')).toBe(tile.ready('br'))
  })
})
