import type { Layer } from '../../layers/layer.ts'

/**
 * Where the tiles of a layer come from: with its filters, with the window if it has a time, and with a
 * version (its revision, and how often the connection came back), which the server ignores and which makes every change
 * a new address.
 *
 * @param window  ISO instants
 */
export function tileUrl(origin: string, layer: Layer, version: string, filters: Record<string, string>, window: { from: string, to: string }): string {
  const query = new URLSearchParams()
  if (layer.time) {
    query.set('from', window.from)
    query.set('to', window.to)
  }
  for (const [property, value] of Object.entries(filters).sort()) if (value) query.set(property, value)
  query.set('v', version)
  return `${origin}/tiles/${layer.id}/{z}/{x}/{y}.mvt?${query}`
}
