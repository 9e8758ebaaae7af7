import type { DrawContext, Drawing } from '../../web/map/drawing.ts'
import { badge, character, square } from '../../web/map/shapes.ts'
import { textFont } from '../../web/map/text.ts'
import { fontStack } from '../../web/theme/tokens.ts'

const fillOf = ({ theme }: DrawContext, key: boolean): string =>
  theme === 'dark' ? (key ? '#7c5cc4' : '#3f5270') : (key ? '#6d4bb8' : '#52607a')

export const drawing: Drawing = {
  rank: 7,
  initially: false,
  cells: { ramp: 'cividis' },
  // The first character of a category's Chinese name is its sign in both languages; the legend says what it stands for.
  signs: context => Object.fromEntries([...context.dictionaries.place_category, { code: 'other', name: '·', key_category: false }].map(category => [category.code, {
    size: 24,
    draw: canvas => {
      badge(canvas, square, 8.5, fillOf(context, category.key_category), context.colours.halo)
      character(canvas, category.name.slice(0, 1), 11.5, '#ffffff', fontStack)
    },
  }])),
  style: ({ colours, scale }) => [
    {
      name: 'due', slot: 'data', type: 'circle', filter: ['in', ['get', 'inspection_state'], ['literal', ['overdue', 'failed']]],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 13, 7 * scale, 16.5, 13.5 * scale],
        'circle-color': 'transparent', 'circle-stroke-width': 2 * scale,
        'circle-stroke-color': ['match', ['get', 'inspection_state'], 'overdue', colours['act-now'], colours.caution],
      },
    },
    {
      name: 'sign', slot: 'data', type: 'symbol',
      layout: {
        'icon-image': ['coalesce', ['image', ['concat', 'places/', ['get', 'category']]], ['image', 'places/other']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 13, 0.5 * scale, 16, 0.9 * scale],
        'icon-allow-overlap': ['step', ['zoom'], false, 15, true] as never, 'icon-padding': 0,
        'text-field': ['step', ['zoom'], '', 16.5, ['get', 'name']], 'text-font': textFont, 'text-size': 11 * scale,
        'text-offset': [0, 1.1], 'text-anchor': 'top', 'text-optional': true, 'text-max-width': 8,
      },
      paint: { 'text-color': colours.text, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 * scale },
    },
  ],
  legend: ({ dictionaries, colours }) => [
    ...dictionaries.place_category.map(category => ({ label: { zh: category.name, en: category.name_en }, sign: category.code })),
    { label: { zh: '逾期未查', en: 'Inspection overdue' }, ring: colours['act-now'] },
    { label: { zh: '检查不合格', en: 'Inspection failed' }, ring: colours.caution },
  ],
}
