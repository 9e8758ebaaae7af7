import type { Layer } from '../layers/layer.ts'

const found = import.meta.glob<{ layer: Layer }>('../layers/*/layer.ts', { eager: true })

/** Every declared layer by id. Read from the folders; there is no list. */
export const layers: Readonly<Record<string, Layer>> =
  Object.fromEntries(Object.values(found).map(({ layer }) => [layer.id, layer]))

/** @throws {RangeError} naming the id that no folder declares */
export function layerOf(id: string): Layer {
  const layer = layers[id]
  if (!layer) throw new RangeError(`layer "${id}" is not declared`)
  return layer
}
