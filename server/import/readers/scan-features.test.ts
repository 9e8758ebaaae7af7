import { describe, expect, it } from 'vitest'
import { FeatureScanner } from './scan-features.ts'

const feature = (id: number, name: string) => JSON.stringify({ type: 'Feature', id, properties: { name }, geometry: { type: 'Point', coordinates: [1, 2] } })
const names = ['一号 } ] "', '\\', '{"features":[', '']

function scan(text: string, size: number, depth: 0 | 2 = 2) {
  const scanner = new FeatureScanner(depth)
  const bytes = Buffer.from(text)
  const found: string[] = []
  for (let at = 0; at < bytes.length; at += size) found.push(...scanner.feed(bytes.subarray(at, at + size)))
  return { found, frame: scanner.end() }
}

describe('features', () => {
  const text = `\uFEFF{"name":"x [{","features" : [\n${names.map((name, i) => feature(i, name)).join(',\n')}\n],"type":"FeatureCollection"}`
  it.each([1, 2, 3, 7, 64, 10_000])('are cut out of chunks of %i bytes, whatever is in their strings', size => {
    const { found, frame } = scan(text, size)
    expect(found).toEqual(names.map((name, i) => feature(i, name)))
    expect(JSON.parse(frame!)).toEqual({ name: 'x [{', features: [], type: 'FeatureCollection' })
  })
  it('stand alone in files of lines', () => {
    expect(scan(`${feature(1, 'a')}\n\x1e${feature(2, 'b')}\n`, 5, 0).found).toEqual([feature(1, 'a'), feature(2, 'b')])
  })
  it('that do not end are noticed', () => { expect(scan(text.slice(0, -40), 16).frame).toBeUndefined() })
})
