import pg from 'pg'
import { createCity } from './city.ts'
import { copyRows, type Row } from './copy.ts'
import { findLayerSeeds, type SeedContext } from './layer-seed.ts'
import { createRandom } from './random.ts'
import { sizes, type SizeId } from './sizes.ts'
import { toDegrees } from './plane.ts'

export interface SeedOptions {
  size: SizeId
  /** Same seed, same `now`: same rows. */
  seed?: number
  /** The instant that the city's last 24 months end at. */
  now?: Date
  /** Empty the map's tables first; without it, a database that has rows is refused. */
  reset?: boolean
  onProgress?: (done: number, total: number, what: string) => void
}

export interface SeedReport { size: SizeId, seed: number, rows: Record<string, number>, seconds: number }

/** Tables that the seed owns, children before parents. */
const tables = ['zone_hand_over', 'zone_version', 'zone', 'dispute_incident', 'dispute_party', 'dispute', 'unit_track', 'unit_position', 'unit', 'incident', 'incident_type', 'place', 'place_category',
  'facility', 'population', 'building', 'road', 'ground', 'address', 'division']

/** What happened in the city before belongs to it and goes with it. */
const operations = ['task_read', 'answered_request', 'unit_crew', 'unit_status_change', 'roll_call', 'roll_call_answer', 'incident_event', 'recommendation', 'assignment', 'handover', 'outbox', 'inbox',
  'incident_counter', 'void_period', 'alert', 'turn_ban', 'report', 'daily_report']

/** Sequences follow the ids that were written. */
const identities = ['dispute', 'dispute_party', 'unit', 'incident', 'place', 'facility', 'population', 'building', 'road', 'ground', 'address', 'division']

/**
 * Fill an empty, migrated database with the demonstration city, in one transaction; what its layers make of it afterwards
 * (zones) is written after it.
 *
 * @throws {SeedRefused} when there are rows already and `reset` wasn't asked for
 */
export async function seedCity(databaseUrl: string, options: SeedOptions): Promise<SeedReport> {
  const started = Date.now()
  const { seed = 350_200, now = new Date(), onProgress = () => {} } = options
  const size = sizes[options.size]
  if (!size) throw new RangeError(`size "${options.size}" is none of ${Object.keys(sizes).join(', ')}`)
  const layers = await findLayerSeeds()
  const total = layers.reduce((sum, layer) => sum + layer.seed.expected(size), 0)
  const rows: Record<string, number> = {}
  let done = 0
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'yizhangtu seed' })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL statement_timeout = 0')
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0')
    await makeRoom(client, options.reset ?? false)
    onProgress(0, total, 'geography')
    const city = await createCity(client, seed, size)
    let what = ''
    const dated = new Set((await client.query<{ name: string }>(`SELECT table_name AS name FROM information_schema.columns WHERE column_name = 'updated_at'`)).rows.map(row => row.name))
    const context: SeedContext = {
      seed, size, now, city, venues: [], calls: [],
      random: label => createRandom(seed, label),
      copy: async (table, columns, source) => {
        // Rows that say nothing else were last touched at the reference instant, so that two runs agree.
        const stamp = dated.has(table) && !columns.includes('updated_at')
        const all = stamp ? stamped(source, now) : source
        const count = await copyRows(client, table, stamp ? [...columns, 'updated_at'] : columns, all, written => onProgress(Math.min(total, done += written), total, what))
        if (!table.startsWith('seed_')) rows[table] = (rows[table] ?? 0) + count
        return count
      },
      query: async (statement, values) => { await client.query(statement, values) },
    }
    for (const layer of layers) {
      what = layer.id
      onProgress(Math.min(total, done), total, what)
      await layer.seed.fill(context)
    }
    await writeSettings(client, context)
    for (const table of identities) await client.query(`SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM ${table}), false)`)
    await client.query('COMMIT')
    onProgress(total, total, 'statistics')
    await client.query(`ANALYZE ${[...tables, 'incident_day', 'incident_month'].join(', ')}`)
    for (const { id, seed: { finish } } of layers) {
      onProgress(total, total, id)
      await finish?.({ url: databaseUrl, now })
    }
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
  return { size: size.id, seed, rows, seconds: (Date.now() - started) / 1000 }
}

function* stamped(rows: Iterable<Row>, now: Date): Generator<Row> {
  for (const row of rows) yield [...row, now]
}

/** There is something already: the seed never mixes with a city's own data. */
export class SeedRefused extends Error {}

async function makeRoom(client: pg.Client, reset: boolean): Promise<void> {
  if (reset) {
    // Accounts keep their names; a scope in the old tree means nothing in the new one.
    await client.query('UPDATE account SET scope_id = NULL, disabled = true WHERE scope_id IS NOT NULL')
    await client.query('ALTER TABLE account DROP CONSTRAINT account_scope_id_fkey')
    await client.query(`TRUNCATE ${[...tables, ...operations].join(', ')}, search_entry`)
    await client.query('ALTER TABLE account ADD CONSTRAINT account_scope_id_fkey FOREIGN KEY (scope_id) REFERENCES division')
    return
  }
  for (const table of tables) {
    const { rowCount } = await client.query(`SELECT FROM ${table} LIMIT 1`)
    if (rowCount) throw new SeedRefused(`table ${table} has rows already; --reset empties the map's tables first`)
  }
}

async function writeSettings(client: pg.Client, { seed, size, city }: SeedContext): Promise<void> {
  const points = city.addresses.list.map(({ longitude, latitude }) => [longitude, latitude] as const)
  const roads = city.roads.flatMap(road => [toDegrees(road.points[0]!), toDegrees(road.points.at(-1)!)])
  const bounds = [...points, ...roads].reduce((box, [x, y]) => [Math.min(box[0]!, x), Math.min(box[1]!, y), Math.max(box[2]!, x), Math.max(box[3]!, y)], [180, 90, -180, -90])
  const { rows: [land] } = await client.query<{ extent: number[] }>(`
    SELECT ARRAY[ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e)] AS extent FROM (SELECT ST_Extent(geom) AS e FROM division) x`)
  const extent = [0, 1].map(i => Math.min(bounds[i]!, land!.extent[i]!)).concat([2, 3].map(i => Math.max(bounds[i]!, land!.extent[i]!)))
  const value = {
    name: '厦门', name_en: 'Xiamen', time_zone: timeZone, view: { longitude: 118.115, latitude: 24.482, zoom: 12.3 },
    extent: extent.map(degrees => Math.round(degrees * 1e5) / 1e5), seed, size: size.id,
  }
  await client.query(`INSERT INTO setting (key, value) VALUES ('city', $1)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`, [JSON.stringify(value)])
}

const timeZone = 'Asia/Shanghai'
