import { DictionaryReader, fold } from './dictionary.ts'
import { columnsOf, type Mapping, type PropertyMapping } from './mapping.ts'
import type { SourceRecord } from './readers/source.ts'
import { BadValue, ImportRefused } from './refusal.ts'
import type { Target, TargetColumn } from './target.ts'
import { timeFormat } from './time-format.ts'
import { cellText, narrow, valueReader } from './values.ts'
import { zone } from './zones.ts'

/** One staged column and how a record becomes its value. */
export interface Field {
  column: TargetColumn
  read(record: SourceRecord): string | null | BadValue
}

/** Positions of columns by name; GeoJSON may learn of a column late, so they are looked up while reading. */
export type Positions = (name: string) => number

const remembered = 5_000

/**
 * @param zoneName  for local times whose property names no zone of its own
 * @throws {ImportRefused} where the mapping asks for what can't be done
 */
export function compileField(name: string, property: PropertyMapping, target: Target, mapping: Mapping, zoneName: string | undefined,
  dictionary: DictionaryReader | undefined, positions: Positions): Field {
  const column = target.columns.get(name)
  if (!column) throw new ImportRefused(`the mapping sets "${name}", which ${target.layer.id} doesn't have; it has ${[...target.columns.keys(), 'longitude', 'latitude', 'geometry'].join(', ')}`)
  const sources = columnsOf(property)
  if ((property.constant === undefined) === (sources.length === 0))
    throw new ImportRefused(`the mapping of "${name}" needs either "column" (or "columns") or "constant"`)
  const convert = dictionary ? dictionaryConverter(property, dictionary)
    : column.type.startsWith('timestamp') || column.type === 'date' ? timeConverter(name, property, column, target, mapping, zoneName)
    : plainConverter(property, column)
  const shown = sources.join(' + ') || name
  const bad = (text: string | null, fault: { kind: string, fault: string }) => new BadValue(shown, text, fault.kind, fault.fault)
  const known = new Map<string, string | null | BadValue>()
  const value = (parts: string[], text: string): string | null | BadValue => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = convert(parts)
    const read = typeof result === 'object' && result !== null ? bad(text, result) : result
    // Free text hardly ever repeats; times and codes do.
    if (known.size < remembered) known.set(text, read)
    return read
  }
  const absent = column.required ? new BadValue(shown, null, `no ${name}`, 'is empty; this property is required') : null
  if (property.constant !== undefined) {
    const text = String(property.constant)
    const read = value([text], text)
    if (read instanceof BadValue) throw new ImportRefused(`the mapping's constant for "${name}" is "${text}": it ${read.reason}`)
    return { column, read: () => read }
  }
  const join = property.join ?? ' '
  return {
    column,
    read(record) {
      const parts: string[] = []
      for (const source of sources) {
        const text = cellText(record.values[positions(source)])
        if (text === null) return parts.length === 0 || dictionary || column.type.startsWith('timestamp') ? absent : parts.join(join)
        parts.push(text)
      }
      return value(parts, parts.length === 1 ? parts[0]! : parts.join(join))
    },
  }
}

type Converted = string | null | { kind: string, fault: string }

function translator(property: PropertyMapping): (text: string) => string | undefined {
  const table = new Map(Object.entries(property.translate ?? {}).map(([from, to]) => [fold(from), to]))
  return text => table.get(fold(text)) ?? property.otherwise
}

function plainConverter(property: PropertyMapping, column: TargetColumn): (parts: string[]) => Converted {
  const read = valueReader(column)
  const translate = translator(property)
  return parts => {
    const text = parts.join(property.join ?? ' ')
    const result = read(translate(text) ?? text)
    return result.fault === undefined ? result.value : result
  }
}

/** With `create_under`, the first column may be translated to a parent; each further one is a level below. */
function dictionaryConverter(property: PropertyMapping, dictionary: DictionaryReader): (parts: string[]) => Converted {
  const translate = translator(property)
  const unknown = (text: string) => ({ kind: 'unknown code', fault: `"${text}" isn't in ${dictionary.table}; use one of its codes or names, or let a mapping translate or create it` })
  return parts => {
    if (property.create_under === undefined) {
      const text = parts.join(property.join ?? ' ')
      return dictionary.find(translate(text) ?? text) ?? unknown(text)
    }
    const translated = translate(parts[0]!)
    let code = translated ?? property.create_under
    for (const part of translated === undefined ? parts : parts.slice(1)) {
      const child = code.length < 6 ? dictionary.child(code, part) : undefined
      if (child === undefined) return { kind: 'dictionary full', fault: `"${part}" finds no free code below ${code}: codes have three levels of 99` }
      code = child
    }
    return dictionary.has(code) ? code : unknown(code)
  }
}

function timeConverter(name: string, property: PropertyMapping, column: TargetColumn, target: Target, mapping: Mapping, zoneName: string | undefined): (parts: string[]) => Converted {
  const isDay = column.type === 'date'
  const local = isDay ? 'UTC' : property.time_zone ?? mapping.time_zone ?? zoneName
  const format = timeFormat(property.format ?? 'iso', local === undefined ? undefined : zone(local), name)
  const limit = target.rules.timeLimits?.[name]
  const now = Date.now()
  const earliest = limit ? now - limit.yearsBack * 365.25 * 86_400_000 : Date.UTC(1800, 0)
  const latest = limit ? now + limit.daysAhead * 86_400_000 : Date.UTC(2200, 0)
  return parts => {
    const instant = format.read(narrow(parts.join(property.join ?? ' ')))
    if (typeof instant === 'string') return { kind: 'impossible date', fault: instant }
    if (instant < earliest) return { kind: 'impossible date', fault: `is before ${new Date(earliest).toISOString().slice(0, 10)}` }
    if (instant > latest) return { kind: 'impossible date', fault: `is after ${new Date(latest).toISOString().slice(0, 10)}` }
    const text = new Date(instant).toISOString()
    return isDay ? text.slice(0, 10) : text
  }
}

/** How exact the times of a property are: as the mapping says, otherwise as its format has it. */
export const precisionOf = (property: PropertyMapping): string =>
  property.precision ?? timeFormat(property.format ?? 'iso', zone('UTC'), '').precision
