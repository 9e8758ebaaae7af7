import type { Drawing } from '../../web/map/drawing.ts'

export const drawing: Drawing = {
  rank: 0,
  initially: true,
  style: ({ colours }) => [{
    name: 'area', slot: 'ground', type: 'fill',
    layout: { 'fill-sort-key': ['match', ['get', 'kind'], 'land', 0, 'green', 1, 2] },
    paint: {
      'fill-color': ['match', ['get', 'kind'], 'water', colours.water, 'green', colours.green, colours.land],
      'fill-antialias': true,
    },
  }],
  legend: ({ colours }) => [
    { label: { zh: '陆地', en: 'Land' }, patch: colours.land },
    { label: { zh: '水域', en: 'Water' }, patch: colours.water },
    { label: { zh: '绿地', en: 'Green' }, patch: colours.green },
  ],
}
