import { sql, type RawBuilder } from 'kysely'
import { disclose, type Caller, type Disclosure, type Stations } from '../../layers/access.ts'
import type { Layer, Property } from '../../layers/layer.ts'
import { BadInput } from '../errors.ts'
import type { Storage, StoredLayer } from './stored.ts'

/**
 * A layer as one caller may see it: the only way to a layer's table. Tiles, cells, features, search, records and area
 * counts all build their statements from these fragments, so a row or property that isn't theirs can't be asked for.
 */
export interface Source {
  layer: Layer
  disclosure: Disclosure
  storage: Pick<Storage, 'thin' | 'joinBelow' | 'labels' | 'rollup' | 'moving'>
  /** `FROM table AS t WHERE <the rows this caller may read> AND …conditions`. */
  from(...conditions: RawBuilder<unknown>[]): RawBuilder<unknown>
  /** The same over the rows that the map draws. */
  fromMap(...conditions: RawBuilder<unknown>[]): RawBuilder<unknown>
  /** All rows, whoever owns them: for counts only, which the disclosure's `exactCounts` then limits. */
  fromCounts(...conditions: RawBuilder<unknown>[]): RawBuilder<unknown>
  /** A property's column. @throws {BadInput} where the caller may not read it or there is none such. */
  column(name: string): RawBuilder<unknown>
  /** A restricted property: its value on rows of the caller's stations, null elsewhere. */
  restrictedColumn(name: string): RawBuilder<unknown>
}

/** Open a layer for a caller. */
export function openSource({ layer, storage }: StoredLayer, caller: Caller): Source {
  const disclosure = disclose(caller, layer)
  const owned = layer.properties.station_id !== undefined
  const inStations = (stations: Stations): RawBuilder<unknown> =>
    stations === 'all' || !owned ? sql`true` : stations.length === 0 ? sql`false` : sql`t.station_id = ANY(${[...stations]}::integer[])`
  const from = (rows: Stations, onMap: boolean, conditions: RawBuilder<unknown>[]) => sql`FROM ${sql.table(storage.table)} AS t WHERE ${
    sql.join([inStations(rows), ...(onMap && storage.onMap ? [sql.raw(storage.onMap)] : []), ...conditions], sql` AND `)}`
  return {
    layer, disclosure, storage,
    from: (...conditions) => from(disclosure.rows, false, conditions),
    fromMap: (...conditions) => from(disclosure.rows, true, conditions),
    fromCounts: (...conditions) => from('all', true, conditions),
    column(name) {
      if (name !== 'id' && !disclosure.properties.includes(name))
        throw new BadInput({ pointer: '/properties', value: name, detail: `${layer.id} has no property "${name}" that you may read; it has ${disclosure.properties.join(', ')}` })
      return sql.ref(`t.${name}`)
    },
    restrictedColumn(name) {
      const { properties, stations } = disclosure.restricted
      if (!properties.includes(name)) throw new BadInput({ pointer: '/properties', value: name, detail: `you may not read ${layer.id}.${name}` })
      return stations === 'all' ? sql.ref(`t.${name}`) : sql`CASE WHEN ${inStations(stations)} THEN ${sql.ref(`t.${name}`)} END`
    },
  }
}

/** Whether a property holds instants; tiles carry those as seconds since 1970. */
export const isInstant = (property: Property): boolean => JSON.stringify(property.type).includes('"date-time"')
