import type { ExpressionSpecification } from 'maplibre-gl'
import type { Drawing } from '../../web/map/drawing.ts'
import { textFont } from '../../web/map/text.ts'

/** Three metres a storey; a building whose storeys nobody counted gets one. */
const height: ExpressionSpecification = ['*', 3, ['max', 1, ['to-number', ['get', 'storeys'], 1]]]

export const drawing: Drawing = {
  rank: 1,
  initially: true,
  // On a map that isn't tilted one looks straight onto the roofs, so the raised form serves both.
  style: ({ colours, scale }) => [
    {
      name: 'edge', slot: 'ground', type: 'line', minzoom: 15,
      paint: { 'line-color': colours['building-edge'], 'line-width': ['interpolate', ['linear'], ['zoom'], 15, 0.4, 18, 1.2] },
    },
    {
      name: 'body', slot: 'ground', type: 'fill-extrusion',
      paint: {
        'fill-extrusion-color': colours.building, 'fill-extrusion-height': height,
        'fill-extrusion-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0.55, 15.5, 0.92],
        'fill-extrusion-vertical-gradient': true,
      },
    },
    {
      name: 'name', slot: 'label', type: 'symbol', minzoom: 16.8,
      filter: ['has', 'name'],
      layout: {
        'text-field': ['get', 'name'], 'text-font': textFont, 'text-size': 10.5 * scale, 'text-max-width': 8, 'text-padding': 8,
      },
      paint: { 'text-color': colours.second, 'text-halo-color': colours.halo, 'text-halo-width': 1.2 * scale },
    },
  ],
  legend: ({ colours }) => [{ label: { zh: '建筑轮廓', en: 'Outline of a building' }, patch: colours.building }],
}
