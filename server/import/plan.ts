import type { ClientBase } from 'pg'
import { openDictionary, type DictionaryReader } from './dictionary.ts'
import { compileField, precisionOf, type Field } from './fields.ts'
import type { Datum } from './geometry.ts'
import { columnsOf, type Mapping, type PropertyMapping } from './mapping.ts'
import { personalColumn } from './privacy.ts'
import type { Source } from './readers/source.ts'
import { ImportRefused } from './refusal.ts'
import type { Target } from './target.ts'
import { carriesZone } from './time-format.ts'

/** West, south, east, north in degrees. */
export type Area = readonly [number, number, number, number]

/** Everything that is decided before the first row is stored. */
export interface Plan {
  target: Target
  mapping: Mapping
  source: Source
  fields: Field[]
  dictionaries: DictionaryReader[]
  datum: Datum
  area: Area | undefined
  /** How the area is called in messages. */
  areaIs: string
  /** Where a row's point comes from: columns of numbers, a column of text geometry, the record itself, or an address. */
  place: { longitude: string, latitude: string } | { geometry: string } | 'record' | 'address'
  /** Columns that identify a row; empty where its content has to. */
  key: string[]
  drop: ReadonlySet<string>
  /** Position of a column by name, -1 where it isn't (yet). */
  position: (name: string) => number
}

export interface PlanOptions {
  datum: Datum
  area: Area | undefined
  areaIs: string
  /** For local times, from the command line. */
  timeZone: string | undefined
  /** Sampled texts of a column, for the question whether they carry their own zone. */
  sample: (column: string) => string[]
}

const placeNames = new Set(['longitude', 'latitude', 'geometry'])

/** @throws {ImportRefused} where the mapping and the file, the layer or the rules of privacy don't go together */
export async function makePlan(client: ClientBase, target: Target, mapping: Mapping, source: Source, options: PlanOptions): Promise<Plan> {
  const position = positions(source)
  const drop = new Set(mapping.drop ?? [])
  checkColumns(mapping, source)
  refusePersonal(source.columns, drop, target)
  const properties = withPrecision(mapping, target)
  checkZones(properties, target, mapping, options)
  const dictionaries = new Map<string, DictionaryReader>()
  const fields: Field[] = []
  for (const [name, property] of Object.entries(properties)) {
    if (placeNames.has(name)) continue
    const table = target.rules.dictionaries?.[name]?.table
    if (table && !dictionaries.has(table)) dictionaries.set(table, await openDictionary(client, table, declared(mapping, target, table), given(mapping, target, table)))
    fields.push(compileField(name, property, target, mapping, options.timeZone, table ? dictionaries.get(table) : undefined, position))
  }
  const mapped = new Set(fields.map(field => field.column.name))
  const missing = [...target.columns.values()].filter(column => column.required && !mapped.has(column.name))
  if (missing.length) throw new ImportRefused(`${missing.map(column => `"${column.name}" (${column.property!.label.zh})`).join(', ')} must be given for ${target.layer.id}, and no column of the file looks like it.\nColumns: ${source.columns.join(', ')}.\nName one in a mapping file: { "layer": "${target.layer.id}", "properties": { "${missing[0]!.name}": "COLUMN" } }`)
  return {
    target, mapping: { ...mapping, properties }, source, fields, dictionaries: [...dictionaries.values()], drop, position,
    datum: options.datum, area: options.area, areaIs: options.areaIs,
    place: placeOf(properties, source, target, mapped), key: mapping.key ?? [],
  }
}

function positions(source: Source): Plan['position'] {
  const known = new Map<string, number>()
  return name => {
    let at = known.get(name)
    if (at === undefined) { at = source.columns.indexOf(name); if (at >= 0) known.set(name, at) }
    return at
  }
}

function checkColumns(mapping: Mapping, source: Source): void {
  const asked = [...Object.values(mapping.properties).flatMap(columnsOf), ...(mapping.key ?? []), ...(mapping.checks ?? []).map(check => check.column)]
  const missing = asked.find(column => !source.columns.includes(column))
  if (missing !== undefined) throw new ImportRefused(`the mapping names the column "${missing}", which the file doesn't have; it has ${source.columns.join(', ')}`)
}

/** @throws {ImportRefused} naming the column; the mapping's `drop` is the way to load the rest */
export function refusePersonal(columns: readonly string[], drop: ReadonlySet<string>, target: Target): void {
  for (const column of columns) {
    if (drop.has(column)) continue
    const what = personalColumn(column, 'name' in target.layer.properties, 'contact_phone' in target.layer.properties)
    if (what) throw new ImportRefused(`column "${column}" looks like ${what}, which this system doesn't hold; nothing was loaded. Take it out of the file, or leave it out by a mapping: "drop": [${JSON.stringify(column)}]`)
  }
}

function withPrecision(mapping: Mapping, target: Target): Record<string, PropertyMapping> {
  const column = target.rules.precisionColumn
  const time = target.layer.time === undefined ? undefined : mapping.properties[target.layer.time]
  if (!column || !time || mapping.properties[column]) return mapping.properties
  return { ...mapping.properties, [column]: { constant: precisionOf(time) } }
}

function checkZones(properties: Record<string, PropertyMapping>, target: Target, mapping: Mapping, options: PlanOptions): void {
  for (const [name, property] of Object.entries(properties)) {
    if (!target.columns.get(name)?.type.startsWith('timestamp') || property.format?.startsWith('epoch')) continue
    if (property.time_zone ?? mapping.time_zone ?? options.timeZone) continue
    const own = (property.format ?? 'iso') === 'iso' && columnsOf(property).length === 1 && carriesZone(options.sample(columnsOf(property)[0]!))
    if (own || (property.constant !== undefined && carriesZone([String(property.constant)]))) continue
    throw new ImportRefused(`column "${columnsOf(property).join('" + "')}" holds local times (${name}), and their time zone isn't known. Say it: --time-zone Asia/Shanghai, or in a mapping "${name}": { "column": "${columnsOf(property)[0]}", "time_zone": "Asia/Shanghai" }`)
  }
}

const declared = (mapping: Mapping, target: Target, table: string) =>
  Object.assign({}, ...ofTable(target, table).map(name => mapping.dictionary?.[name] ?? {})) as NonNullable<Mapping['dictionary']>[string]

const given = (mapping: Mapping, target: Target, table: string): string[] => ofTable(target, table).flatMap(name => {
  const property = mapping.properties[name]
  return property ? [...new Set([...Object.values(property.translate ?? {}), ...(property.otherwise === undefined ? [] : [property.otherwise]), ...(property.create_under === undefined ? [] : [property.create_under])])] : []
})

const ofTable = (target: Target, table: string): string[] =>
  Object.entries(target.rules.dictionaries ?? {}).filter(([, dictionary]) => dictionary.table === table).map(([name]) => name)

function placeOf(properties: Record<string, PropertyMapping>, source: Source, target: Target, mapped: Set<string>): Plan['place'] {
  const column = (name: string): string | undefined => properties[name]?.column
  const longitude = column('longitude'), latitude = column('latitude'), geometry = column('geometry')
  if (longitude !== undefined && latitude !== undefined) {
    if (target.geometry !== 'POINT') throw new ImportRefused(`${target.layer.id} stores ${target.geometry.toLowerCase()}s; map "geometry" to a column of well-known text, or import GeoJSON`)
    return { longitude, latitude }
  }
  if (geometry !== undefined) return { geometry }
  if (source.hasGeometry) return 'record'
  if (target.rules.lookups?.some(lookup => lookup.givesPoint && mapped.has(lookup.from))) return 'address'
  throw new ImportRefused(`no columns of coordinates were found among ${source.columns.join(', ')}. Name them in a mapping: "properties": { "longitude": "COLUMN", "latitude": "COLUMN" }, or "geometry" for well-known text`)
}
