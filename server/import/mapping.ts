import { readFileSync } from 'node:fs'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { ImportRefused } from './refusal.ts'

const Box = Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()])
const Precision = Type.Union([Type.Literal('minute'), Type.Literal('hour'), Type.Literal('day'), Type.Literal('month')])
const Text = Type.String({ minLength: 1 })

const PropertyMapping = Type.Object({
  /** The column its value comes from, or several that are joined by `join` (a space unless said). */
  column: Type.Optional(Text),
  columns: Type.Optional(Type.Array(Text, { minItems: 1 })),
  join: Type.Optional(Type.String()),
  /** A value for every row instead. */
  constant: Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  /** Values of the file and what they become. Compared without case and without space around. */
  translate: Type.Optional(Type.Record(Type.String(), Type.String())),
  /** For a value that `translate` doesn't have. Without it, such a value is taken as it is. */
  otherwise: Type.Optional(Type.String()),
  /** Times: `iso`, `epoch_s`, `epoch_ms`, or a pattern of YYYY MM M DD D HH H hh h mm ss A. */
  format: Type.Optional(Text),
  /** IANA name of the zone that local times are in. */
  time_zone: Type.Optional(Text),
  precision: Type.Optional(Precision),
  /** Codes of a hierarchical dictionary: make entries for unknown values below this code, one level a column. */
  create_under: Type.Optional(Type.String({ pattern: '^([0-9]{2}){1,2}$' })),
}, { additionalProperties: false })
export type PropertyMapping = Static<typeof PropertyMapping>

const MappingSchema = Type.Object({
  title: Type.Optional(Type.String()),
  layer: Text,
  /** Name of the data set: rows are known by it and their key, whatever the file is called. */
  origin: Type.Optional(Type.String({ pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}$' })),
  /** Columns whose values together identify a row. */
  key: Type.Optional(Type.Array(Text, { minItems: 1 })),
  time_zone: Type.Optional(Text),
  /** West, south, east, north in degrees: rows outside are refused. */
  area: Type.Optional(Box),
  datum: Type.Optional(Type.Union([Type.Literal('wgs84'), Type.Literal('gcj02'), Type.Literal('bd09')])),
  encoding: Type.Optional(Text),
  delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
  /** What the city is called, for --new-city. */
  city: Type.Optional(Type.Object({ name: Text, name_en: Text }, { additionalProperties: false })),
  properties: Type.Record(Type.String(), PropertyMapping),
  /** Columns that are not even looked at: the only way past the refusal of personal columns. */
  drop: Type.Optional(Type.Array(Text)),
  /** Columns that must agree with a time of the row: `part` of `of` in `time_zone`. */
  checks: Type.Optional(Type.Array(Type.Object({
    column: Text, of: Text, part: Type.Union([Type.Literal('hour'), Type.Literal('day'), Type.Literal('month'), Type.Literal('year')]),
    time_zone: Text, refuse: Type.Optional(Type.Boolean()),
  }, { additionalProperties: false }))),
  /** Entries that the import makes where the dictionary lacks them, by property and code. */
  dictionary: Type.Optional(Type.Record(Type.String(), Type.Record(Type.String(), Type.Object({
    name: Text, name_en: Text, police: Type.Optional(Type.Boolean()), key_category: Type.Optional(Type.Boolean()),
  }, { additionalProperties: false })))),
}, { additionalProperties: false })
export type Mapping = Static<typeof MappingSchema>

/**
 * A mapping file. `"latitude": "lat"` is short for `"latitude": { "column": "lat" }`.
 *
 * @throws {ImportRefused} with JSON pointer, value and what would be right
 */
export function readMapping(path: string): Mapping {
  let json: unknown
  try { json = JSON.parse(readFileSync(path, 'utf8')) }
  catch (error) { throw new ImportRefused(`${path}: can't be read as JSON (${(error as Error).message})`) }
  const { properties } = json as { properties?: Record<string, unknown> }
  if (properties && typeof properties === 'object')
    for (const [name, value] of Object.entries(properties)) if (typeof value === 'string') properties[name] = { column: value }
  const faults = Value.Errors(MappingSchema, json)
  if (faults.length) {
    const fault = faults.find(one => one.message !== 'must not have additional properties') ?? faults[0]!
    const parts = fault.instancePath.split('/').slice(1)
    const value = parts.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], json)
    // An entry that the schema doesn't know is held against the schema "false".
    const wrong = fault.message === 'schema is false' ? `has the unknown entry "${parts.pop()}"` : `is ${JSON.stringify(value)}: ${fault.message}`
    throw new ImportRefused(`${path}: /${parts.join('/')} ${wrong}; docs/import.md has the format`)
  }
  return json as Mapping
}

/** The columns of the file that a property is made of. */
export const columnsOf = (property: PropertyMapping): string[] => property.columns ?? (property.column === undefined ? [] : [property.column])
