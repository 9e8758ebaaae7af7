import type pg from 'pg'
import { sql } from 'kysely'
import type { Layer } from '../../layers/layer.ts'
import type { Changes } from '../changes.ts'
import type { Database } from '../database.ts'
import type { Source } from '../layers/source.ts'
import { SingleFlight } from '../single-flight.ts'
import { readColumns, type ColumnPlan } from './read-columns.ts'

/** Every incident that a caller may read, in columns, oldest first. The memory is shared with worker threads. */
export interface IncidentColumns {
  rows: number
  revision: number
  /** When it was read, epoch milliseconds. */
  asOf: number
  id: Float64Array
  /** Degrees times 10⁷, WGS 84; 0 for those without coordinates, whose `cell` is 0. */
  longitude: Int32Array
  latitude: Int32Array
  /** Epoch seconds. */
  received: Int32Array
  /** Epoch seconds; both `received` where the interval isn't known. */
  from: Int32Array
  to: Int32Array
  /** As found where that is known, else as taken. Six digits as a number: 10302 is 010302; an upper level has zeros behind it. */
  code: Int32Array
  /** As it was taken. */
  taken: Int32Array
  /** H3 cell of resolution 12, upper and lower half; 0 for those without coordinates. */
  cell: Int32Array
  cellLow: Int32Array
  /** 0 where it isn't known. */
  station: Int32Array
  /** 0 where there is none. */
  address: Int32Array
  place: Int32Array
  /** Places, from 1, in the layer's own lists of choices. */
  channel: Int16Array
  status: Int16Array
  pointLevel: Int16Array
  precision: Int16Array
  /** 1 for a call that was merged into another incident. */
  merged: Int16Array
}

const choice = (layer: Layer, property: string): ColumnPlan => {
  const values = Object.keys(layer.properties[property]!.choices!).map(value => `'${value}'`)
  return { sql: `coalesce(array_position(ARRAY[${values.join(', ')}], t.${property}), 0)::int2`, type: 'int16' }
}

const planOf = (layer: Layer): Readonly<Record<string, ColumnPlan>> => ({
  received: { sql: 'extract(epoch FROM t.received_at)::int4', type: 'int32' },
  id: { sql: 't.id::float8', type: 'float64' },
  longitude: { sql: 'coalesce(round(ST_X(t.geom) * 1e7), 0)::int4', type: 'int32' },
  latitude: { sql: 'coalesce(round(ST_Y(t.geom) * 1e7), 0)::int4', type: 'int32' },
  from: { sql: 'extract(epoch FROM coalesce(t.occurred_from, t.occurred_to, t.received_at))::int4', type: 'int32' },
  to: { sql: 'extract(epoch FROM coalesce(t.occurred_to, t.occurred_from, t.received_at))::int4', type: 'int32' },
  code: { sql: 'rpad(t.code, 6, \'0\')::int4', type: 'int32' },
  taken: { sql: 'rpad(t.taken_code, 6, \'0\')::int4', type: 'int32' },
  cell: { sql: 'coalesce(t.cell, 0)', type: 'cell' },
  station: { sql: 'coalesce(t.station_id, 0)', type: 'int32' },
  address: { sql: 'coalesce(t.address_id, 0)::int4', type: 'int32' },
  place: { sql: 'coalesce(t.place_id, 0)::int4', type: 'int32' },
  merged: { sql: '(t.merged_into_id IS NOT NULL)::int::int2', type: 'int16' },
  channel: choice(layer, 'channel'), status: choice(layer, 'status'), pointLevel: choice(layer, 'point_level'), precision: choice(layer, 'time_precision'),
})

/**
 * The incidents in memory, read anew when their revision moved on. One reading serves all who see the same.
 *
 * Memory: 70 bytes a row.
 */
export class ColumnStore {
  readonly #pool: pg.Pool
  readonly #db: Database
  readonly #changes: Changes
  readonly #held = new Map<string, IncidentColumns>()
  readonly #flights = new SingleFlight<IncidentColumns>()

  constructor(pool: pg.Pool, db: Database, changes: Changes) {
    this.#pool = pool
    this.#db = db
    this.#changes = changes
  }

  /** @throws {Unavailable} while the database can't be reached */
  async get(source: Source): Promise<IncidentColumns> {
    const { revision } = this.#changes.revision(source.layer.id), { key } = source.disclosure
    const held = this.#held.get(key)
    if (held?.revision === revision) return held
    return this.#flights.do(`${key} ${revision}`, async () => {
      const asOf = Date.now()
      const { rows, columns } = await readColumns(this.#pool, planOf(source.layer), sql`${source.from()} ORDER BY t.received_at`.compile(this.#db))
      const read = { rows, revision, asOf, ...columns } as unknown as IncidentColumns
      this.#held.set(key, read)
      if (this.#held.size > 4) this.#held.delete(this.#held.keys().next().value!)
      return read
    })
  }
}
