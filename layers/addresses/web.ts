import type { Drawing } from '../../web/map/drawing.ts'
import { textFont } from '../../web/map/text.ts'

export const drawing: Drawing = {
  rank: 6,
  initially: false,
  cells: { ramp: 'cividis' },
  style: ({ colours, scale }) => [
    {
      name: 'dot', slot: 'data', type: 'circle',
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 16, 1.6 * scale, 19, 3.5 * scale],
        'circle-color': ['match', ['get', 'level'], 'building', colours.accent, colours.second],
        'circle-stroke-color': colours.halo, 'circle-stroke-width': 1,
      },
    },
    {
      name: 'plate', slot: 'label', type: 'symbol', minzoom: 16.3,
      filter: ['in', ['get', 'level'], ['literal', ['number', 'building']]],
      layout: {
        'text-field': ['get', 'name'], 'text-font': textFont, 'text-size': 10.5 * scale,
        'text-variable-anchor': ['top', 'right', 'left', 'bottom'], 'text-radial-offset': 0.5, 'text-padding': 3,
      },
      paint: { 'text-color': colours.second, 'text-halo-color': colours.halo, 'text-halo-width': 1.2 * scale },
    },
  ],
  legend: ({ colours }) => [
    { label: { zh: '门牌', en: 'Door number' }, dot: colours.second },
    { label: { zh: '楼栋', en: 'Building' }, dot: colours.accent },
  ],
}
