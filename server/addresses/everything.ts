import type { Point } from 'geojson'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { NotFound } from '../errors.ts'
import { selectFeatures } from '../features/select.ts'
import type { Source } from '../layers/source.ts'

export interface AddressLine { id: number, level: string, name: string }
type Row = Record<string, unknown> & { id: number }
/** Records of one layer at an address: how many there are, and the newest of them. */
export interface AtAddress { layer: string, total: number, items: Row[], sums?: Record<string, number>, others_hidden: boolean }

export interface Everything {
  address: Row & { longitude: number, latitude: number }
  /** From the top down to the address itself. */
  chain: AddressLine[]
  children: { total: number, items: AddressLine[] }
  layers: AtAddress[]
}

const mostItems = 50
/** An address with more below it (a whole road) is asked about in parts. */
const mostBelow = 20_000

/**
 * Everything that hangs on an address and on what is below it (building, units, rooms), as far as the caller may read.
 *
 * @param address  the addresses layer
 * @param others   the layers whose rows carry `address_id`
 * @throws {NotFound}
 */
export async function everythingAt(db: Database, address: Source, others: readonly Source[], id: number): Promise<Everything> {
  const [feature] = await selectFeatures(db, address, [sql`t.id = ${id}`], { after: 0, limit: 1 })
  if (!feature) throw new NotFound('address', id)
  const [longitude, latitude] = (feature.geometry as Point).coordinates as [number, number]
  const [chain, below, children] = await Promise.all([chainOf(db, address, id), idsBelow(db, address, id), childrenOf(db, address, id)])
  return {
    address: { id, ...feature.properties, longitude, latitude }, chain, children,
    layers: await Promise.all(others.map(source => recordsAt(db, source, below, feature.properties.station_id as number | null))),
  }
}

async function chainOf(db: Database, address: Source, id: number): Promise<AddressLine[]> {
  const lines: AddressLine[] = []
  for (let next: number | null = id; next !== null && lines.length < 15;) {
    const row: (AddressLine & { parent_id: number | null }) | undefined = (await sql<AddressLine & { parent_id: number | null }>`
      SELECT t.id, t.level, t.name, t.parent_id ${address.from(sql`t.id = ${next}`)}`.execute(db)).rows[0]
    if (!row) break
    lines.unshift({ id: row.id, level: row.level, name: row.name })
    next = row.parent_id
  }
  return lines
}

async function idsBelow(db: Database, address: Source, id: number): Promise<number[]> {
  const ids = [id]
  for (let level = [id]; level.length && ids.length < mostBelow;) {
    const { rows } = await sql<{ id: number }>`SELECT t.id ${address.from(sql`t.parent_id = ANY(${level}::bigint[])`)} LIMIT ${mostBelow}`.execute(db)
    level = rows.map(row => row.id)
    ids.push(...level)
  }
  return ids
}

async function childrenOf(db: Database, address: Source, id: number): Promise<{ total: number, items: AddressLine[] }> {
  const { rows } = await sql<AddressLine & { total: number }>`
    SELECT t.id, t.level, t.name, (count(*) OVER ())::integer AS total ${address.from(sql`t.parent_id = ${id}`, sql`t.status = 'active'`)}
    ORDER BY length(t.name), t.name LIMIT 200`.execute(db)
  return { total: rows[0]?.total ?? 0, items: rows.map(({ id, level, name }) => ({ id, level, name })) }
}

async function recordsAt(db: Database, source: Source, ids: number[], stationId: number | null): Promise<AtAddress> {
  const here = sql`t.address_id = ANY(${ids}::bigint[])`
  const names = source.disclosure.properties
  const order = source.column(source.layer.time ?? 'updated_at')
  const measures = Object.keys(source.layer.measures ?? {})
  const [{ rows }, { rows: [sums] }] = await Promise.all([
    sql<Row>`SELECT t.id, ${sql.join(names.map(name => source.column(name)))} ${source.from(here)} ORDER BY ${order} DESC, t.id DESC LIMIT ${mostItems}`.execute(db),
    sql<Record<string, number>>`SELECT count(*)::integer AS total ${sql.join([sql``, ...measures.map(name => sql`coalesce(sum(${source.column(name)}), 0)::integer AS ${sql.ref(name)}`)], sql`, `)}
      ${source.from(here)}`.execute(db),
  ])
  const { total, ...measured } = sums as { total: number } & Record<string, number>
  const mine = source.disclosure.rows === 'all' || (stationId !== null && source.disclosure.rows.includes(stationId))
  return { layer: source.layer.id, total, items: rows, ...(measures.length && { sums: measured }), others_hidden: !mine }
}
