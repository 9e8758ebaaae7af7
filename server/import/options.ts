import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Datum } from './geometry.ts'
import type { Area } from './plan.ts'
import { ImportRefused } from './refusal.ts'
import { importableLayers } from './target.ts'

export interface ImportOptions {
  layer: string
  file: string
  mapping?: string | undefined
  datum?: Datum | undefined
  dryRun: boolean
  timeZone?: string | undefined
  /** Per cent of the rows that may be refused before nothing is loaded. */
  maxBad: number
  area?: Area | undefined
  /** Chinese (or only) name, and English one after a bar. */
  newCity?: string | undefined
  origin?: string | undefined
  encoding?: string | undefined
  delimiter?: string | undefined
  report?: string | undefined
}

export const usage = (): string => `npm run import -- LAYER FILE [options]

  LAYER  ${importableLayers().join(', ')}
  FILE   .csv, .geojson, .geojsonl, .osm or .osm.pbf, each also with .gz

  --dry-run             show the mapping, the first rows as they would be stored and what would be refused; change nothing
  --mapping FILE        JSON that says which column is which (docs/import.md; server/import/mappings/ has examples)
  --time-zone ZONE      IANA zone of local times, and of a new city
  --datum DATUM         wgs84 (default), gcj02 or bd09: what the file's coordinates are in
  --area W,S,E,N        rows outside are refused
  --new-city NAME       the map's city becomes the one in this file; "中文名|English name"
  --origin NAME         the data set's name; rows are known by it and their key (default: the file's name)
  --max-bad PERCENT     refused rows up to this share are left out; beyond it nothing is loaded (default 5)
  --report FILE         where refused rows are listed
  --encoding NAME       of a CSV file, where it isn't UTF-8 or GB 18030
  --delimiter CHARACTER of a CSV file, where the header doesn't tell`

/** @throws {ImportRefused} naming the option, its value and what would be right */
export function readOptions(argv: string[]): ImportOptions | 'help' {
  let parsed
  try {
    parsed = parseArgs({
      args: joinNegative(argv), allowPositionals: true,
      options: {
        mapping: { type: 'string' }, datum: { type: 'string' }, 'dry-run': { type: 'boolean' }, 'time-zone': { type: 'string' }, 'max-bad': { type: 'string' },
        area: { type: 'string' }, 'new-city': { type: 'string' }, origin: { type: 'string' }, encoding: { type: 'string' }, delimiter: { type: 'string' },
        report: { type: 'string' }, help: { type: 'boolean' },
      },
    })
  } catch (error) { throw new ImportRefused(`${(error as Error).message}\n\n${usage()}`) }
  const { values, positionals } = parsed
  if (values.help) return 'help'
  const [layer, file, ...rest] = positionals
  if (!layer || !file || rest.length) throw new ImportRefused(`give one layer and one file${rest.length ? `; "${rest.join(' ')}" is too much` : ''}\n\n${usage()}`)
  if (values.origin !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u.test(values.origin))
    throw new ImportRefused(`--origin is "${values.origin}"; it must be up to 100 letters, digits, dots, dashes and underscores`)
  return {
    layer, file: pathOf(file), mapping: values.mapping && pathOf(values.mapping), dryRun: values['dry-run'] ?? false, timeZone: values['time-zone'], newCity: values['new-city'],
    origin: values.origin, encoding: values.encoding, report: values.report && pathOf(values.report),
    delimiter: values.delimiter === '\\t' ? '\t' : values.delimiter,
    datum: values.datum === undefined ? undefined : readDatum(values.datum),
    maxBad: values['max-bad'] === undefined ? 5 : readPercent(values['max-bad']),
    area: values.area === undefined ? undefined : readArea(values.area),
  }
}

/** npm runs programs in the checkout; paths are meant from where the command was typed. */
const pathOf = (path: string): string => resolve(process.env.INIT_CWD ?? '.', path)

/** `--area -95,29,…`: a value that begins with a minus would be taken for an option. */
const joinNegative = (argv: string[]): string[] => argv.reduce<string[]>((all, one) => {
  if (/^-[\d.]/.test(one) && all.at(-1)?.startsWith('--')) all.push(`${all.pop()}=${one}`)
  else all.push(one)
  return all
}, [])

function readDatum(text: string): Datum {
  if (text === 'wgs84' || text === 'gcj02' || text === 'bd09') return text
  throw new ImportRefused(`--datum is "${text}"; it must be wgs84, gcj02 or bd09`)
}

function readPercent(text: string): number {
  const percent = Number(text.replace(/%$/, ''))
  if (text === '' || !(percent >= 0 && percent <= 100)) throw new ImportRefused(`--max-bad is "${text}"; it must be a percentage from 0 to 100`)
  return percent
}

function readArea(text: string): Area {
  const [west, south, east, north, ...rest] = text.split(',').map(Number)
  if (rest.length || !(west! >= -180 && east! <= 180 && west! < east! && south! >= -90 && north! <= 90 && south! < north!))
    throw new ImportRefused(`--area is "${text}"; it must be west,south,east,north in degrees, for example 117.8,24.4,118.5,24.9`)
  return [west!, south!, east!, north!]
}
