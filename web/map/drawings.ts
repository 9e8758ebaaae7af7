import type { StackEntry } from '../state/view-state.ts'
import { layers } from '../layers.ts'
import type { Drawing } from './drawing.ts'

const found = import.meta.glob<{ drawing: Drawing }>('../../layers/*/web.ts', { eager: true })

/** How every layer looks, by id. Read from the folders; there is no list. */
export const drawings: Readonly<Record<string, Drawing>> =
  Object.fromEntries(Object.entries(found).map(([path, { drawing }]) => [path.split('/').at(-2)!, drawing]))

/** Ids from the bottom up, as drawings rank themselves. */
export const ranked: readonly string[] = Object.keys(drawings).sort((a, b) => drawings[a]!.rank - drawings[b]!.rank)

/** The stack that a first visit sees, topmost first. The base of the map is not in it. */
export const startingStack = (): StackEntry[] =>
  ranked.filter(id => layers[id] && !layers[id].base).reverse()
    .map(id => ({ id, visible: drawings[id]!.initially, opacity: 1, filters: {} }))
