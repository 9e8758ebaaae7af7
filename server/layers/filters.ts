import { sql, type RawBuilder } from 'kysely'
import type { Property } from '../../layers/layer.ts'
import { parseInstant, type Window } from '../../layers/time.ts'
import { BadInput, type Fault } from '../errors.ts'
import type { Dictionaries } from './dictionaries.ts'
import type { Source } from './source.ts'

/** What a caller narrowed a layer down to. */
export interface Selection {
  window: Window
  /** By property; values checked, sorted. */
  filters: ReadonlyMap<string, readonly string[]>
  conditions: RawBuilder<unknown>[]
  /** Equal selections have equal keys: part of every cache key. */
  key: string
}

export interface Vocabulary { dictionaries: Dictionaries, timeZone: string }

/**
 * Read `from`, `to` and the layer's declared filters out of a query. Names in `others` belong to the endpoint.
 *
 * @throws {BadInput} for a parameter that the layer doesn't have, a value that isn't in its dictionary, a date that
 *   doesn't exist, or a window that ends before it begins
 */
export function readSelection(source: Source, query: Record<string, unknown>, { dictionaries, timeZone }: Vocabulary, others: readonly string[] = []): Selection {
  const { layer } = source
  const faults: Fault[] = []
  const window = readWindow(query, timeZone, faults)
  if ((window.from || window.to) && !layer.time)
    faults.push({ pointer: window.from ? '/query/from' : '/query/to', value: query.from ?? query.to, detail: `${layer.id} has no time to filter by` })
  const filters = new Map<string, readonly string[]>()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || ['from', 'to', 'v', ...others].includes(name)) continue
    if (!layer.filters?.[name]) {
      const known = Object.keys(layer.filters ?? {})
      faults.push({ pointer: `/query/${name}`, value, detail: known.length ? `${layer.id} can be filtered by ${known.join(', ')}` : `${layer.id} has no filters` })
      continue
    }
    const values = [...new Set(String(value).split(','))].sort()
    const wrong = values.filter(each => !isKnown(layer.properties[name]!, layer.filters![name]!, each, dictionaries))
    if (wrong.length) faults.push({ pointer: `/query/${name}`, value: wrong.join(','), detail: `must be among ${allowedValues(layer.properties[name]!, layer.filters[name]!, dictionaries)}` })
    else filters.set(name, values)
  }
  if (faults.length) throw new BadInput(...faults)
  return {
    window, filters,
    conditions: [...windowConditions(source, window), ...[...filters].map(([name, values]) => filterCondition(source, name, values))],
    key: [window.from?.toISOString() ?? '', window.to?.toISOString() ?? '', ...[...filters].sort().map(([name, values]) => `${name}=${values}`)].join('&'),
  }
}

function readWindow(query: Record<string, unknown>, timeZone: string, faults: Fault[]): Window {
  const read = (name: 'from' | 'to') => {
    const text = query[name]
    if (text === undefined || text === '') return undefined
    const instant = parseInstant(String(text), timeZone)
    if (!instant) faults.push({ pointer: `/query/${name}`, value: text, detail: 'must be an existing date (2026-11-22) or an instant with its offset (2026-11-22T04:00:00Z)' })
    return instant
  }
  const from = read('from')
  const to = read('to')
  if (from && to && from >= to) faults.push({ pointer: '/query/to', value: query.to, detail: `must be later than from (${from.toISOString()})` })
  return { ...(from && { from }), ...(to && { to }) }
}

function isKnown(property: Property, filter: string, value: string, dictionaries: Dictionaries): boolean {
  if (filter === 'flag') return value === 'true' || value === 'false'
  if (property.choices) return Object.hasOwn(property.choices, value)
  return dictionaries[property.dictionary!].some(({ code }) => code === value)
}

function allowedValues(property: Property, filter: string, dictionaries: Dictionaries): string {
  const values = filter === 'flag' ? ['true', 'false'] : property.choices ? Object.keys(property.choices) : dictionaries[property.dictionary!].map(({ code }) => code)
  return values.length > 20 ? `${values.slice(0, 20).join(', ')} … (${values.length} in all, see /api/dictionaries)` : values.join(', ')
}

function windowConditions(source: Source, { from, to }: Window): RawBuilder<unknown>[] {
  const column = source.layer.time && source.column(source.layer.time)
  return [...(from ? [sql`${column} >= ${from}`] : []), ...(to ? [sql`${column} < ${to}`] : [])]
}

function filterCondition(source: Source, name: string, values: readonly string[]): RawBuilder<unknown> {
  const column = source.column(name)
  switch (source.layer.filters![name]!) {
    case 'choice': return sql`${column} = ANY(${[...values]}::text[])`
    case 'prefix': return sql`(${sql.join(values.map(value => sql`${column} LIKE ${`${value}%`}`), sql` OR `)})`
    case 'flag': return values.length === 2 ? sql`true` : sql`${column} = ${values[0] === 'true'}`
  }
}
