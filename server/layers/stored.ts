import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Layer } from '../../layers/layer.ts'

/** How a layer lies in the database: what its folder's server.ts says. Fragments are SQL of ours, never of a caller. */
export interface Storage {
  /** Table or view that holds its rows, with the columns that the declaration names. */
  table: string
  /** Rows that the map shows, where records may also be others (rooms are records, but share their building's dot). */
  onMap?: string
  /** Which rows a tile below some zoom leaves out, so that a city fits: `[below zoom, SQL]`, finest first. */
  thin?: readonly (readonly [zoom: number, sql: string])[]
  /** Below this zoom, lines that agree in all tile properties are joined: smaller tiles, longer labels. */
  joinBelow?: number
  /** Tiles also carry one point a shape, named `{layer}_labels`: a shape that spans tiles has its name once. */
  labels?: true
  /** Exact counts by day and by month beside the table: whole-day windows answer from them. */
  rollup?: Rollup
  /** Its rows move without a revision: search reads where they are now. */
  moving?: true
  /** What search finds of it: a SELECT of ref, label, detail, weight, fine, station_id, longitude, latitude. */
  search?: string
}

/** Two tables of `resolution, {column}, day | month, cell, station_id, n`, in which an empty `column` counts all and cell 0 those that lie nowhere. */
export interface Rollup {
  days: string
  months: string
  resolutions: readonly number[]
  /** The filter it can answer, its column, the dictionary of its codes, and how long a prefix of them it knows. */
  filter: string
  column: string
  dictionary: string
  prefixLength: number
}

export interface StoredLayer { layer: Layer, storage: Storage }

/** Every layer there is: the folders under layers/ that have a declaration. */
export async function loadLayers(): Promise<Map<string, StoredLayer>> {
  const folder = fileURLToPath(new URL('../../layers/', import.meta.url))
  const names = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name).sort()
  const loaded = await Promise.all(names.map(async (name): Promise<[string, StoredLayer]> => {
    const { layer } = await import(`${folder}${name}/layer.ts`) as { layer: Layer }
    const { storage } = await import(`${folder}${name}/server.ts`) as { storage: Storage }
    if (layer.id !== name) throw new RangeError(`layers/${name} declares the id "${layer.id}"; it must be the folder's name`)
    return [name, { layer, storage }]
  }))
  return new Map(loaded)
}
