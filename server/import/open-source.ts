import { csvSource, type CsvOptions } from './readers/csv.ts'
import { geojsonSource } from './readers/geojson.ts'
import type { InputFile } from './readers/input-file.ts'
import { buildingSource } from './readers/osm-buildings.ts'
import { pbfPass } from './readers/osm-pbf.ts'
import { roadSource } from './readers/osm-roads.ts'
import { xmlPass } from './readers/osm-xml.ts'
import type { Source, SourceRecord } from './readers/source.ts'
import { ImportRefused } from './refusal.ts'
import type { Target } from './target.ts'

const fromOsm = { roads: roadSource, buildings: buildingSource }

/** @throws {ImportRefused} where the file can't be read, or holds nothing for the layer */
export async function openSource(file: InputFile, { layer, rules }: Target, options: CsvOptions): Promise<Source> {
  if (file.format === 'csv') return csvSource(file, options)
  if (file.format === 'geojson' || file.format === 'geojson-lines') return geojsonSource(file)
  if (!rules.fromOsm) throw new ImportRefused(`${file.name}: OpenStreetMap files are read for ${Object.keys(fromOsm).join(' and ')}, not for ${layer.id}`)
  return fromOsm[rules.fromOsm](file.format === 'osm-pbf' ? pbfPass(file) : xmlPass(file))
}

/** The first rows, for guesses. The source can be read from its beginning again afterwards. */
export async function sampleOf(source: Source, rows: number): Promise<SourceRecord[]> {
  const sample: SourceRecord[] = []
  for await (const batch of source.batches()) {
    sample.push(...batch)
    if (sample.length >= rows) break
  }
  return sample.slice(0, rows)
}
