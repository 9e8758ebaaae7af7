import type { DataDrivenPropertyValueSpecification, ExpressionSpecification } from 'maplibre-gl'
import type { Drawing } from '../../web/map/drawing.ts'
import { textFont } from '../../web/map/text.ts'

/** The three weights. */
const weights = {
  major: ['motorway', 'trunk', 'primary'],
  middle: ['secondary', 'tertiary'],
  minor: ['residential', 'service', 'path'],
} as const

const among = (classes: readonly string[]): ExpressionSpecification => ['in', ['get', 'class'], ['literal', [...classes]]]

/** Pixels across by zoom; each weight keeps its distance to the next. */
const widths = {
  major: [6, 0.6, 10, 1.6, 13, 3.4, 16, 10, 20, 40],
  middle: [10, 0.5, 13, 1.8, 16, 6.5, 20, 28],
  minor: [13, 0.5, 15, 1.6, 16, 3.4, 20, 18],
} as const

const width = (weight: keyof typeof widths, more = 0): DataDrivenPropertyValueSpecification<number> =>
  ['interpolate', ['exponential', 1.4], ['zoom'], ...widths[weight].map((value, i) => i % 2 ? value + more : value)] as never

const from = { major: 5, middle: 10, minor: 12.5 } as const
const order = ['minor', 'middle', 'major'] as const

export const drawing: Drawing = {
  rank: 2,
  initially: true,
  style: ({ colours, scale }) => [
    ...order.map(weight => ({
      name: `${weight}-casing`, slot: 'ground' as const, type: 'line' as const, minzoom: Math.max(from[weight], 11),
      filter: among(weights[weight]),
      layout: { 'line-cap': 'butt' as const, 'line-join': 'round' as const },
      paint: { 'line-color': colours['road-casing'], 'line-width': width(weight, 1.6) },
    })),
    ...order.map(weight => ({
      name: weight, slot: 'ground' as const, type: 'line' as const, minzoom: from[weight],
      filter: among(weights[weight]),
      layout: { 'line-cap': 'round' as const, 'line-join': 'round' as const },
      paint: {
        'line-color': weight === 'major' ? colours['road-major'] : colours.road, 'line-width': width(weight),
        'line-opacity': ['case', ['to-boolean', ['get', 'tunnel']], 0.45, 1] as ExpressionSpecification,
      },
    })),
    ...order.map(weight => ({
      name: `${weight}-name`, slot: 'label' as const, type: 'symbol' as const,
      minzoom: { major: 12.5, middle: 14, minor: 15.5 }[weight],
      filter: ['all', among(weights[weight]), ['has', 'name']] as ExpressionSpecification,
      layout: {
        'symbol-placement': 'line' as const, 'symbol-spacing': 320 * scale,
        'text-field': ['get', 'name'] as ExpressionSpecification, 'text-font': textFont,
        'text-size': (weight === 'major' ? 12.5 : 11.5) * scale, 'text-letter-spacing': 0.08, 'text-max-angle': 35, 'text-padding': 6,
      },
      paint: { 'text-color': colours.second, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 * scale },
    })),
  ],
  legend: ({ colours }) => [
    { label: { zh: '高速、快速、主干', en: 'Motorway, trunk, primary' }, line: { colour: colours['road-major'], width: 5 } },
    { label: { zh: '次干、支路', en: 'Secondary, tertiary' }, line: { colour: colours.road, width: 3 } },
    { label: { zh: '居住区、内部、步行', en: 'Residential, service, path' }, line: { colour: colours.road, width: 1.5 } },
  ],
}
