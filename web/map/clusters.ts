import type { DrawContext, StyleLayer } from './drawing.ts'
import { textFont } from './text.ts'

/**
 * How a tile that holds more than it may show draws its items: one ring a cell with the number in it, `<10` where
 * the number is hidden. They stand in the source layer `<id>_cells`.
 */
export function clusterStyle({ colours, scale }: DrawContext): StyleLayer[] {
  const number = ['to-number', ['get', 'n'], 0]
  return [
    {
      name: 'cluster', slot: 'data', type: 'circle',
      paint: {
        'circle-color': colours.raised, 'circle-opacity': 0.92,
        'circle-stroke-color': ['case', ['to-boolean', ['get', 'hidden']], colours.second, colours.accent] as never,
        'circle-stroke-width': 1.5 * scale,
        'circle-radius': ['interpolate', ['linear'], ['ln', ['max', 1, number]], 0, 9 * scale, 4.6, 15 * scale, 8, 24 * scale] as never,
      },
    },
    {
      name: 'cluster-number', slot: 'data', type: 'symbol',
      layout: {
        'text-field': ['case', ['to-boolean', ['get', 'hidden']], '<10', ['to-string', ['get', 'n']]] as never,
        'text-font': textFont, 'text-size': 12 * scale, 'text-allow-overlap': true, 'text-ignore-placement': true,
      },
      paint: { 'text-color': colours.text },
    },
  ]
}
