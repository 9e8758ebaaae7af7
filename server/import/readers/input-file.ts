import { createReadStream, openSync, readSync, closeSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ImportRefused } from '../refusal.ts'

/** A file that can be read from its beginning any number of times, unpacked on the way. */
export interface InputFile {
  path: string
  name: string
  /** Its name without folder, .gz and format: what an import calls the data set unless told otherwise. */
  stem: string
  format: Format
  /** Size on disk in bytes. */
  bytes: number
  /** Bytes taken from disk by the latest read. */
  taken: number
  read(): Readable
}

export type Format = 'csv' | 'geojson' | 'geojson-lines' | 'osm-xml' | 'osm-pbf'

const formats: readonly (readonly [RegExp, Format])[] = [
  [/\.(csv|tsv|txt)$/i, 'csv'],
  [/\.(geojsonl|geojsons|ndjson|jsonl)$/i, 'geojson-lines'],
  [/\.(geojson|json)$/i, 'geojson'],
  [/\.(osm\.pbf|pbf)$/i, 'osm-pbf'],
  [/\.(osm|osm\.xml)$/i, 'osm-xml'],
]

/** @throws {ImportRefused} when the file can't be read or its format isn't one of ours */
export function inputFile(path: string, signal?: AbortSignal): InputFile {
  let bytes: number
  let magic: Buffer
  try {
    bytes = statSync(path).size
    magic = firstBytes(path, 3)
  } catch (error) {
    throw new ImportRefused(`${path}: can't be read (${(error as NodeJS.ErrnoException).code}); give the path of a readable file`)
  }
  const plain = path.replace(/\.gz$/i, '')
  const format = formats.find(([ending]) => ending.test(plain))
  if (!format) throw new ImportRefused(`${path}: unknown format; it must end in .csv, .tsv, .geojson, .geojsonl, .osm or .osm.pbf, each also with .gz`)
  const gzipped = magic[0] === 0x1f && magic[1] === 0x8b
  const file: InputFile = {
    path, name: basename(path), stem: basename(plain).replace(format[0], ''), format: format[1], bytes, taken: 0,
    read() {
      file.taken = 0
      const disk = createReadStream(path, { highWaterMark: 256 * 1024, ...(signal && { signal }) })
      const counted = disk.pipe(new Transform({ transform(chunk, _, done) { file.taken += chunk.length; done(null, chunk) } }))
      disk.on('error', error => counted.destroy(error))
      if (!gzipped) return counted
      const unpacked = createGunzip({ chunkSize: 256 * 1024 })
      counted.on('error', error => unpacked.destroy(error))
      return counted.pipe(unpacked)
    },
  }
  return file
}

/** The first bytes of the content, unpacked. */
export async function headOf(file: InputFile, length: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of file.read() as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= length) break
  }
  return Buffer.concat(chunks).subarray(0, length)
}

function firstBytes(path: string, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  const descriptor = openSync(path, 'r')
  try { readSync(descriptor, buffer, 0, length, 0) } finally { closeSync(descriptor) }
  return buffer
}
