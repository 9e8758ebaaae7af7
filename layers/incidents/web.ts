import type { ExpressionSpecification } from 'maplibre-gl'
import type { DrawContext, Drawing } from '../../web/map/drawing.ts'
import { incidentSign } from './signs.ts'

/** The dictionary's top level; a code below begins with one of these. */
const topLevels = ({ dictionaries }: DrawContext) => dictionaries.incident_type.filter(type => type.code.length === 2)

const open: ExpressionSpecification = ['in', ['get', 'status'], ['literal', ['received', 'dispatched', 'enroute', 'on_scene']]]

/** Signs thin out by size, not by accident: small where streets are, full where houses are. */
const size = (scale: number): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], 14, 0.55 * scale, 15.5, 0.8 * scale, 17, scale]

export const drawing: Drawing = {
  rank: 10,
  initially: true,
  cells: { ramp: 'viridis' },
  pulse: 'received_at',
  signs: context => Object.fromEntries([
    ...topLevels(context).map((type, i) => [type.code, incidentSign(i, context.colours.halo)] as const),
    ['other', incidentSign(5, context.colours.halo)],
  ]),
  style: ({ colours, scale }) => [
    {
      name: 'open', slot: 'data', type: 'circle', filter: open,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 14, 8.5 * scale, 17, 14 * scale],
        'circle-color': colours.accent, 'circle-opacity': 0.22,
        'circle-stroke-color': colours.accent, 'circle-stroke-width': 2 * scale, 'circle-stroke-opacity': 1,
      },
    },
    {
      name: 'sign', slot: 'data', type: 'symbol',
      layout: {
        'icon-image': ['coalesce', ['image', ['concat', 'incidents/', ['slice', ['get', 'code'], 0, 2]]], ['image', 'incidents/other']],
        'icon-size': size(scale), 'icon-allow-overlap': true,
        // Open ones stand before the closed, newer before older.
        'symbol-sort-key': ['+', ['to-number', ['get', 'received_at']], ['case', open, 1e10, 0]],
      },
      paint: { 'icon-opacity': ['case', open, 1, 0.82] },
    },
  ],
  legend: context => [
    ...topLevels(context).map(type => ({ label: { zh: type.name, en: type.name_en }, sign: type.code })),
    { label: { zh: '未办结', en: 'Still open' }, ring: context.colours.accent },
  ],
}
