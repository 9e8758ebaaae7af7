import type { Drawing } from '../../web/map/drawing.ts'

export const drawing: Drawing = {
  rank: 0,
  initially: true,
  style: ({ colours, scale }) => [
    {
      name: 'area', slot: 'ground', type: 'fill',
      layout: { 'fill-sort-key': ['match', ['get', 'kind'], 'land', 0, 'green', 1, 2] },
      paint: { 'fill-color': ['match', ['get', 'kind'], 'water', colours.water, 'green', colours.green, colours.land] },
    },
    {
      name: 'shore', slot: 'ground', type: 'line', filter: ['!=', ['get', 'kind'], 'green'],
      paint: { 'line-color': colours.shore, 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.6 * scale, 15, 1.4 * scale] },
    },
  ],
  legend: ({ colours }) => [
    { label: { zh: '陆地', en: 'Land' }, patch: colours.land },
    { label: { zh: '水域', en: 'Water' }, patch: colours.water },
    { label: { zh: '绿地', en: 'Green' }, patch: colours.green },
  ],
}
