import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { inputFile } from './input-file.ts'
import { pbfPass } from './osm-pbf.ts'
import type { OsmHandlers } from './osm.ts'

const folder = mkdtempSync(join(tmpdir(), 'pbf-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

// The writing side of the wire format, as small as the reading one.
const varint = (value: number): number[] => value < 128 ? [value] : [value % 128 + 128, ...varint(Math.floor(value / 128))]
const zigzag = (value: number): number[] => varint(value < 0 ? -2 * value - 1 : 2 * value)
const number = (field: number, value: number): number[] => [...varint(field * 8), ...varint(value)]
const bytes = (field: number, value: number[] | string): number[] => {
  const list = typeof value === 'string' ? [...Buffer.from(value)] : value
  return [...varint(field * 8 + 2), ...varint(list.length), ...list]
}
const deltas = (values: number[]): number[] => values.flatMap((value, i) => zigzag(value - (values[i - 1] ?? 0)))

function blob(kind: string, data: number[], packed = true): Buffer {
  const content = Buffer.from(packed ? [...number(2, data.length), ...bytes(3, [...deflateSync(Buffer.from(data))])] : bytes(1, data))
  const header = Buffer.from([...bytes(1, kind), ...number(3, content.length)])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  return Buffer.concat([length, header, content])
}

const strings = bytes(1, ['', 'highway', 'primary', 'outer', 'name', '环岛路', 'via'].flatMap(text => bytes(1, text)))
const dense = bytes(2, bytes(2, [...bytes(1, deltas([5_000_000_001, 5_000_000_000])), ...bytes(8, deltas([244_800_000, -244_800_000])), ...bytes(9, deltas([1_180_800_000, -954_000_000]))]))
const plain = bytes(2, bytes(1, [...varint(8), ...zigzag(7), ...varint(64), ...zigzag(10_000_000), ...varint(72), ...zigzag(-20_000_000)]))
const way = bytes(2, bytes(3, [...number(1, 42), ...bytes(2, [1, 4]), ...bytes(3, [2, 5]), ...bytes(8, deltas([5_000_000_001, 7, 5_000_000_000]))]))
const relation = bytes(2, bytes(4, [...number(1, 9), ...bytes(8, [3, 6]), ...bytes(9, deltas([42, 7])), ...bytes(10, [1, 0])]))
const header = blob('OSMHeader', [...bytes(4, 'OsmSchema-V0.6'), ...bytes(4, 'DenseNodes')], false)
const whole = Buffer.concat([header, blob('OSMData', [...strings, ...dense, ...plain]), blob('OSMData', [...strings, ...way, ...relation])])

async function read(content: Buffer, handlers: OsmHandlers): Promise<void> {
  const path = join(folder, 'a.osm.pbf')
  writeFileSync(path, content)
  for await (const _ of pbfPass(inputFile(path))(handlers));
}

describe('OpenStreetMap PBF', () => {
  it('gives nodes, dense and plain, west and south included, ways and relations', async () => {
    const seen: unknown[] = []
    await read(whole, {
      node: (id, longitude, latitude) => seen.push([id, longitude, latitude]),
      way: one => seen.push(one), relation: one => seen.push(one),
    })
    expect(seen).toEqual([
      [5_000_000_001, 118.08, 24.48], [5_000_000_000, -95.4, -24.48], [7, -2, 1],
      { id: 42, tags: { highway: 'primary', name: '环岛路' }, refs: [5_000_000_001, 7, 5_000_000_000] },
      { id: 9, tags: {}, members: { ways: [42], roles: ['outer'], vias: [7] } },
    ])
  })
  it('says so where the file is cut short, is something else, or needs what we lack', async () => {
    await expect(read(whole.subarray(0, -10), {})).rejects.toThrow(/a\.osm\.pbf: isn't valid OpenStreetMap PBF \(the file is cut short\)/)
    await expect(read(Buffer.from('<osm version="0.6"></osm>'), {})).rejects.toThrow(/isn't valid OpenStreetMap PBF/)
    await expect(read(blob('OSMHeader', bytes(4, 'HistoricalInformation')), {})).rejects.toThrow(/needs the feature "HistoricalInformation"/)
  })
})
