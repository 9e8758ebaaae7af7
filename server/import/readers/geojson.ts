import type { Feature } from 'geojson'
import { findIdentityNumber } from '../privacy.ts'
import { ImportRefused } from '../refusal.ts'
import type { InputFile } from './input-file.ts'
import { readable } from './readable.ts'
import { FeatureScanner } from './scan-features.ts'
import type { Source, SourceRecord } from './source.ts'

const batchSize = 200
const sampleSize = 200

/**
 * GeoJSON as rows, one feature in memory at a time. Columns are the names of the properties, and `id`
 * where features have one outside of them.
 *
 * @throws {ImportRefused} where the file isn't GeoJSON or in another coordinate system
 */
export async function geojsonSource(file: InputFile): Promise<Source> {
  const columns: string[] = []
  const positions = new Map<string, number>()
  const record = (text: string, ordinal: number): SourceRecord => {
    const identity = findIdentityNumber(text)
    const feature = parseFeature(text, ordinal, file, identity)
    const values: (string | null)[] = []
    const put = (name: string, value: unknown) => {
      let position = positions.get(name)
      if (position === undefined) { position = columns.push(name) - 1; positions.set(name, position) }
      values[position] = value === null || value === undefined ? null : typeof value === 'object' ? JSON.stringify(value) : String(value)
    }
    const putAll = (members: object, prefix: string) => {
      for (const [name, value] of Object.entries(members))
        // One level of nesting: "parent": { "adcode": 350200 } is the column parent.adcode.
        if (prefix === '' && typeof value === 'object' && value !== null && !Array.isArray(value)) putAll(value as object, `${name}.`)
        else put(prefix + name, value)
    }
    if (feature.id !== undefined) put('id', feature.id)
    putAll(feature.properties ?? {}, '')
    return { line: ordinal, values, geometry: feature.geometry, identity }
  }
  let sampled = 0
  for await (const text of features(file)) {
    record(text, ++sampled)
    if (sampled === sampleSize) break
  }
  return {
    columns, lineIs: 'feature', hasGeometry: true,
    async *batches() {
      let batch: SourceRecord[] = []
      let ordinal = 0
      for await (const text of features(file)) {
        batch.push(record(text, ++ordinal))
        if (batch.length === batchSize) { yield batch; batch = [] }
      }
      if (batch.length) yield batch
    },
  }
}

/** @param exact  keep whole numbers beyond 2^53 as texts: an identity number written as a number would lose its last digits */
function parseFeature(text: string, ordinal: number, file: InputFile, exact: boolean): Feature {
  let feature: Feature
  const reviver = (_: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) ? context?.source ?? value : value
  try { feature = JSON.parse(text, exact ? reviver : undefined) as Feature }
  catch (error) { throw new ImportRefused(`${file.name}, feature ${ordinal}: isn't JSON (${(error as Error).message})`) }
  if (feature?.type !== 'Feature') throw new ImportRefused(`${file.name}, feature ${ordinal}: "type" is ${JSON.stringify(feature?.type)}; it must be "Feature"`)
  return feature
}

async function* features(file: InputFile): AsyncIterable<string> {
  const scanner = new FeatureScanner(file.format === 'geojson-lines' ? 0 : 2)
  try {
    for await (const chunk of file.read() as AsyncIterable<Buffer>) yield* scanner.feed(chunk)
  } catch (error) { throw readable(error, file) }
  const frame = scanner.end()
  if (frame === undefined) throw new ImportRefused(`${file.name}: ends in the middle of a JSON value; the file is cut short`)
  if (file.format === 'geojson') checkFrame(frame, file)
}

/** What is left of the file when its features are taken out says whether it is GeoJSON, and in which coordinates. */
function checkFrame(frame: string, file: InputFile): void {
  let collection: { type?: unknown, crs?: { properties?: { name?: unknown } } }
  try { collection = JSON.parse(frame) as typeof collection }
  catch (error) { throw new ImportRefused(`${file.name}: isn't JSON outside of its features (${(error as Error).message})`) }
  if (collection?.type !== 'FeatureCollection')
    throw new ImportRefused(`${file.name}: "type" is ${JSON.stringify(collection?.type)}; it must be a "FeatureCollection", or one feature a line in a .geojsonl file`)
  const crs = collection.crs?.properties?.name
  if (crs !== undefined && !/CRS84|EPSG:+(4326|4490)$|EPSG::(4326|4490)/i.test(String(crs)))
    throw new ImportRefused(`${file.name}: /crs is "${String(crs)}"; coordinates must be longitude, latitude in degrees (ogr2ogr -t_srs EPSG:4326 converts)`)
}
