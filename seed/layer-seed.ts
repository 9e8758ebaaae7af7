import { readdirSync, existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { City } from './city.ts'
import type { Row } from './copy.ts'
import type { Random } from './random.ts'
import type { Size } from './sizes.ts'
import type { Venue } from './venues.ts'
import type { Call } from './calls.ts'

/** What a layer's seed is given. */
export interface SeedContext {
  seed: number
  size: Size
  /** The reference instant: nothing happens after it. */
  now: Date
  city: City
  /** Places that were filled in, for layers after them. */
  venues: Venue[]
  /** Incidents that others refer to, for layers after them. */
  calls: Call[]
  /** A generator of its own for this label. */
  random(label: string): Random
  /** Stream rows into a table; returns how many. */
  copy(table: string, columns: readonly string[], rows: Iterable<Row>): Promise<number>
  query(statement: string, values?: unknown[]): Promise<void>
}

/** How the demonstration city fills a layer: the export `seed` of `layers/<id>/seed.ts`. */
export interface LayerSeed {
  /** Layers whose rows must be there before. */
  after?: readonly string[]
  /** Rows that it will write, about: for the progress bar. */
  expected(size: Size): number
  fill(context: SeedContext): Promise<void>
  /** After everything is committed: what the server's own functions make of it, on connections of their own. */
  finish?(context: { url: string, now: Date }): Promise<void>
}

/**
 * The seeds of all layers, each after those it names.
 *
 * @throws {Error} naming the layers that wait for each other, or for one that isn't there
 */
export async function findLayerSeeds(): Promise<{ id: string, seed: LayerSeed }[]> {
  const folder = fileURLToPath(new URL('../layers/', import.meta.url))
  const waiting = new Map<string, LayerSeed>()
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1)) {
    const file = `${folder}${entry.name}/seed.ts`
    if (entry.isDirectory() && existsSync(file)) waiting.set(entry.name, ((await import(file)) as { seed: LayerSeed }).seed)
  }
  const ordered: { id: string, seed: LayerSeed }[] = []
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, seed]) => (seed.after ?? []).every(id => ordered.some(done => done.id === id)))
    if (ready.length === 0) throw new Error(`layer seeds wait for each other or for a missing layer: ${[...waiting.keys()].join(', ')}`)
    for (const [id, seed] of ready) {
      ordered.push({ id, seed })
      waiting.delete(id)
    }
  }
  return ordered
}
