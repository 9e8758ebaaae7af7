import { sql, type RawBuilder } from 'kysely'
import { BadInput, type Fault } from '../errors.ts'
import { parseInstant } from '../../layers/time.ts'
import type { Source } from '../layers/source.ts'
import { readBox, readInteger } from '../query.ts'

export const largestLimit = 10_000
const reserved = ['bbox', 'datetime', 'limit', 'after', 'f', 'crs', 'bbox-crs']

export interface FeatureQuery { conditions: RawBuilder<unknown>[], limit: number, after: number }

/**
 * Read an OGC API – Features query: bbox, datetime, limit, the cursor of `next` links, and equality on open properties.
 *
 * @throws {BadInput} naming the parameter
 */
export function readFeatureQuery(source: Source, query: Record<string, string | undefined>, timeZone: string): FeatureQuery {
  const conditions: RawBuilder<unknown>[] = []
  if (query.bbox !== undefined) {
    const [west, south, east, north] = readBox(query.bbox)
    conditions.push(sql`ST_Intersects(t.geom, ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326))`,
      // The index is on Web Mercator, which ends short of the poles.
      sql`t.geom3857 && ST_Transform(ST_MakeEnvelope(${west}, ${Math.max(-85.06, south)}, ${east}, ${Math.min(85.06, north)}, 4326), 3857)`)
  }
  if (query.datetime !== undefined) conditions.push(...readDatetime(source, query.datetime, timeZone))
  const faults: Fault[] = []
  for (const [name, value] of Object.entries(query)) {
    if (reserved.includes(name) || value === undefined) continue
    if (!source.disclosure.properties.includes(name)) faults.push({ pointer: `/query/${name}`, value, detail: `${source.layer.id} can be asked by ${source.disclosure.properties.join(', ')}` })
    else conditions.push(equals(source, name, value))
  }
  if (faults.length) throw new BadInput(...faults)
  return {
    conditions,
    limit: query.limit === undefined ? 100 : readInteger(query.limit, '/query/limit', 1, largestLimit),
    after: query.after === undefined ? 0 : readInteger(query.after, '/query/after', 0, Number.MAX_SAFE_INTEGER),
  }
}

/** Compared as text, so that any value is a legal question; `2` doesn't equal `02`. */
const equals = (source: Source, name: string, value: string): RawBuilder<unknown> => {
  const { choices } = source.layer.properties[name]!
  if (choices && !Object.hasOwn(choices, value)) throw new BadInput({ pointer: `/query/${name}`, value, detail: `must be one of ${Object.keys(choices).join(', ')}` })
  return sql`${source.column(name)}::text = ${value}`
}

/** An instant, or an interval `from/to` with `..` or nothing for an open end, both ends included as OGC has it. */
function readDatetime(source: Source, text: string, timeZone: string): RawBuilder<unknown>[] {
  const fail = (detail: string): never => { throw new BadInput({ pointer: '/query/datetime', value: text, detail }) }
  if (!source.layer.time) return []
  const column = source.column(source.layer.time)
  const ends = text.split('/')
  if (ends.length > 2) fail('must be an instant, or two with / between')
  const [from, to] = ends.map(end => end === '' || end === '..' ? undefined : parseInstant(end, timeZone) ?? fail('must be RFC 3339 instants or dates that exist'))
  if (ends.length === 1) return from ? [sql`${column} = ${from}`] : fail('must be an instant or an interval')
  if (from && to && from > to) fail('must not end before it begins')
  return [...(from ? [sql`${column} >= ${from}`] : []), ...(to ? [sql`${column} <= ${to}`] : [])]
}
