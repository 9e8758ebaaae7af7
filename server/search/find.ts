import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database.ts'
import type { Source } from '../layers/source.ts'
import { fold } from '../../layers/text.ts'
import { readSearch, type SearchQuestion } from './read-query.ts'

export interface Found {
  layer: string
  id: number
  label: string
  detail: string
  /** Null for an incident without coordinates. */
  longitude: number | null
  latitude: number | null
  /** 0 is the whole label, 9 the loosest. */
  score: number
  matched: 'text' | 'pinyin' | 'initials' | 'number' | 'typo'
}

export interface SearchOptions { limit: number, near?: { longitude: number, latitude: number } }

/**
 * Find by name: addresses, places, divisions, roads, facilities, units; and incidents by number.
 *
 * @param sources  the layers as the caller may see them
 * @returns best first; empty where nothing fits
 */
export async function find(db: Database, sources: readonly Source[], text: string, options: SearchOptions): Promise<Found[]> {
  const numbered = await findIncident(db, sources, text, options.limit)
  const found: Found[] = [...numbered]
  for (const question of readSearch(text)) {
    for (const fine of [false, true]) {
      if (found.length >= options.limit || (fine && !/\d/.test(question.folded))) continue
      found.push(...await ask(db, sources, question, fine, { ...options, limit: options.limit - found.length }))
    }
    if (found.length > 0) break
  }
  return refresh(db, sources, found)
}

async function ask(db: Database, sources: readonly Source[], { folded, tsquery, loose }: SearchQuestion, fine: boolean, { limit, near }: SearchOptions): Promise<Found[]> {
  const distance = near ? sql`(e.longitude - ${near.longitude}) ^ 2 + (e.latitude - ${near.latitude}) ^ 2` : sql`0`
  const like = (column: string, pattern: string) => sql`${sql.ref(`e.${column}`)} LIKE ${pattern}`
  const { rows } = await sql<Found>`
    SELECT * FROM (
      SELECT e.layer, e.ref AS id, e.label, e.detail, e.longitude, e.latitude, e.weight, length(e.folded) AS length, ${distance} AS distance,
        CASE WHEN e.folded = ${folded} THEN 0 WHEN ${like('folded', `${folded}%`)} THEN 1 WHEN ${like('folded', `%${folded}%`)} THEN 2
             WHEN e.initials = ${folded} OR e.pinyin = ${folded} THEN 2 WHEN ${like('initials', `${folded}%`)} OR ${like('pinyin', `${folded}%`)} THEN 3
             WHEN ${like('initials', `%${folded}%`)} OR ${like('pinyin', `%${folded}%`)} THEN 4 ELSE ${loose ? 9 : 6} END AS score,
        CASE WHEN ${like('folded', `%${folded}%`)} THEN 'text' WHEN ${like('initials', `%${folded}%`)} THEN 'initials'
             WHEN ${like('pinyin', `%${folded}%`)} THEN 'pinyin' WHEN ${loose} THEN 'typo' ELSE 'text' END AS matched
      FROM search_entry e
      WHERE ${sql.raw(fine ? 'e.fine' : 'NOT e.fine')} AND e.tokens @@ ${tsquery}::tsquery AND ${visible(sources)}) hits
    WHERE ${loose} OR score < 6
    ORDER BY score + weight * 0.4, distance, length, label LIMIT ${limit}`.execute(db)
  return rows.map(({ layer, id, label, detail, longitude, latitude, score, matched }) => ({ layer, id, label, detail, longitude, latitude, score, matched }))
}

/** Entries of the layers, and where those are restricted the stations, that the caller may read. */
function visible(sources: readonly Source[]): RawBuilder<unknown> {
  const open = sources.filter(({ disclosure }) => disclosure.rows === 'all').map(({ layer }) => layer.id)
  const limited = sources.filter(({ disclosure }) => disclosure.rows !== 'all' && disclosure.rows.length > 0)
  return sql`(${sql.join([sql`e.layer = ANY(${open}::text[])`,
    ...limited.map(({ layer, disclosure }) => sql`(e.layer = ${layer.id} AND e.station_id = ANY(${[...disclosure.rows]}::integer[]))`)], sql` OR `)})`
}

/** Incidents are found by the beginning of their number, straight from the table: they are many and come all the time. */
async function findIncident(db: Database, sources: readonly Source[], text: string, limit: number): Promise<Found[]> {
  const number = fold(text).toUpperCase()
  const source = sources.find(({ layer }) => layer.id === 'incidents')
  if (!source || !/^[A-Z]?\d{6,}$/.test(number)) return []
  const { rows } = await sql<{ id: number, label: string, detail: Date, longitude: number | null, latitude: number | null }>`
    SELECT t.id, ${source.column('number')} AS label, ${source.column('received_at')} AS detail, ST_X(t.geom) AS longitude, ST_Y(t.geom) AS latitude
    ${source.from(sql`${source.column('number')} LIKE ${`${number}%`}`)} ORDER BY t.received_at DESC LIMIT ${limit}`.execute(db)
  return rows.map(row => ({ ...row, layer: 'incidents', detail: row.detail.toISOString(), score: row.label === number ? 0 : 1, matched: 'number' }))
}

/** Things that move are where they are now; those that left the map (off duty) leave the answer. */
async function refresh(db: Database, sources: readonly Source[], found: Found[]): Promise<Found[]> {
  const moving = sources.filter(({ storage }) => storage.moving)
  const now = new Map<string, { longitude: number, latitude: number }>()
  for (const source of moving) {
    const ids = found.filter(({ layer }) => layer === source.layer.id).map(({ id }) => id)
    if (!ids.length) continue
    const { rows } = await sql<{ id: number, longitude: number, latitude: number }>`
      SELECT t.id, ST_X(t.geom) AS longitude, ST_Y(t.geom) AS latitude ${source.fromMap(sql`t.id = ANY(${ids}::bigint[])`)}`.execute(db)
    for (const { id, longitude, latitude } of rows) now.set(`${source.layer.id} ${id}`, { longitude, latitude })
  }
  return found.flatMap(each => moving.some(({ layer }) => layer.id === each.layer)
    ? now.has(`${each.layer} ${each.id}`) ? [{ ...each, ...now.get(`${each.layer} ${each.id}`)! }] : []
    : [each])
}
