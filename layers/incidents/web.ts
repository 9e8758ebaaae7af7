import type { ExpressionSpecification } from 'maplibre-gl'
import type { DrawContext, Drawing } from '../../web/map/drawing.ts'
import { hues } from '../../web/theme/categories.ts'
import type { Tokens } from '../../web/theme/tokens.ts'
import { statuses } from './layer.ts'
import { incidentSign, statusTokens } from './signs.ts'

/** The dictionary's top level, which takes the hues in order; a code below begins with one of these. */
const topLevels = ({ dictionaries }: DrawContext) => dictionaries.incident_type.filter(type => type.code.length === 2)

type Status = keyof typeof statuses
const openStatuses: readonly Status[] = ['received', 'returned', 'dispatched', 'enroute', 'on_scene']
const open: ExpressionSpecification = ['in', ['get', 'status'], ['literal', openStatuses]]
const colourOf = (status: string, colours: Tokens): string => colours[statusTokens[status as Status] ?? 'accent']
const ringColour = (colours: Tokens): ExpressionSpecification =>
  ['match', ['get', 'status'], ...openStatuses.flatMap(status => [status, colourOf(status, colours)]), colours.accent] as never

/** Signs thin out by size, not by accident: small where streets are, full where houses are. */
const size = (scale: number): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], 14, 0.55 * scale, 15.5, 0.8 * scale, 17, scale]

export const drawing: Drawing = {
  rank: 10,
  initially: true,
  cells: { ramp: 'viridis' },
  happening: {
    sign: ({ code }, context) => topLevels(context).some(type => type.code === code.slice(0, 2)) ? code.slice(0, 2) : 'other',
    hue: ({ code }, context) => hues[topLevels(context).findIndex(type => type.code === code.slice(0, 2))] ?? hues[5],
    open: status => openStatuses.includes(status as Status),
    status: status => statuses[status as Status] ?? { zh: status, en: status },
    colour: ({ status }, colours) => colourOf(status, colours),
  },
  signs: context => Object.fromEntries([
    ...topLevels(context).map((type, i) => [type.code, incidentSign(i, context.colours.halo)] as const),
    ['other', incidentSign(5, context.colours.halo)],
  ]),
  style: ({ colours, scale }) => [
    {
      name: 'open', slot: 'data', type: 'circle', filter: open,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 14, 8.5 * scale, 17, 14 * scale],
        'circle-color': ringColour(colours), 'circle-opacity': 0.22,
        'circle-stroke-color': ringColour(colours), 'circle-stroke-width': 2 * scale, 'circle-stroke-opacity': 1,
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
    { label: { zh: '未派警', en: 'Nobody sent yet' }, ring: colourOf('received', context.colours) },
    { label: { zh: '已派、途中', en: 'Sent, en route' }, ring: colourOf('enroute', context.colours) },
    { label: { zh: '到场处置', en: 'On scene' }, ring: colourOf('on_scene', context.colours) },
  ],
}
