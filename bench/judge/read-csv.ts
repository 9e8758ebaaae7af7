import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'

/** The real data sets lie beside the checkout; they are never part of it. */
export const dataFile = (name: string): string => fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url))

/** Rows of a gzipped CSV file with a header, one after the other. */
export async function* readCsv(name: string): AsyncGenerator<Record<string, string>> {
  yield* createReadStream(dataFile(name)).pipe(createGunzip()).pipe(parse({ columns: true })) as AsyncIterable<Record<string, string>>
}

/** A coordinate within a box, or null where it is missing, no number, or far outside. */
export function pointIn(box: readonly [west: number, south: number, east: number, north: number], longitude: string, latitude: string): [number, number] | null {
  const [x, y] = [Number.parseFloat(longitude), Number.parseFloat(latitude)]
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] ? [x, y] : null
}
