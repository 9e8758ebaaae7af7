import type { ExpressionSpecification } from 'maplibre-gl'
import type { Drawing } from '../../web/map/drawing.ts'
import { textFont } from '../../web/map/text.ts'

interface Boundary {
  kinds: string[]
  /** Zooms at which the line and the name are drawn. */
  line: [number, number]
  name: [number, number]
  width: number
  dash: number[]
  size: number
}

/** From the widest to the narrowest; the name of each stands where it can be taken in at once. */
const boundaries: Record<string, Boundary> = {
  district: { kinds: ['district', 'branch'], line: [4, 22], name: [8, 12.3], width: 1.6, dash: [5, 2.5], size: 15 },
  station: { kinds: ['station'], line: [10.5, 22], name: [12.3, 16], width: 1.1, dash: [3, 2.5], size: 13 },
  street: { kinds: ['street'], line: [13, 22], name: [14, 16], width: 0.7, dash: [1.5, 2.5], size: 12 },
  beat: { kinds: ['beat'], line: [14, 22], name: [15, 18], width: 0.7, dash: [1, 3], size: 11 },
  community: { kinds: ['community'], line: [15, 22], name: [16, 19], width: 0.5, dash: [1, 3], size: 11 },
}

const among = (kinds: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', kinds]]

export const drawing: Drawing = {
  rank: 3,
  initially: true,
  style: ({ colours, scale, language }) => Object.entries(boundaries).toReversed().flatMap(([name, { kinds, line, name: named, width, dash, size }]) => [
    {
      name: `${name}-line`, slot: 'ground' as const, type: 'line' as const, minzoom: line[0], maxzoom: line[1],
      filter: among(kinds),
      layout: { 'line-join': 'round' as const },
      paint: { 'line-color': colours.boundary, 'line-width': width * scale, 'line-dasharray': dash, 'line-opacity': name === 'district' ? 0.9 : 0.6 },
    },
    {
      name: `${name}-name`, slot: 'label' as const, over: 'labels' as const, type: 'symbol' as const, minzoom: named[0], maxzoom: named[1],
      filter: among(kinds.slice(0, 1)),
      layout: {
        'text-field': (language === 'en' ? ['coalesce', ['get', 'name_en'], ['get', 'name']] : ['get', 'name']) as ExpressionSpecification,
        'text-font': textFont, 'text-size': size * scale, 'text-letter-spacing': 0.12, 'text-max-width': 7, 'text-padding': 12,
      },
      paint: {
        'text-color': name === 'district' ? colours.text : colours.second, 'text-halo-color': colours.halo, 'text-halo-width': 1.5 * scale,
        'text-opacity': 0.95,
      },
    },
  ]),
  legend: ({ colours }) => [
    { label: { zh: '分局、区界', en: 'Branch and district' }, line: { colour: colours.boundary, width: 2, dashed: true } },
    { label: { zh: '派出所辖区', en: 'Station' }, line: { colour: colours.boundary, width: 1.2, dashed: true } },
    { label: { zh: '街道、警务区、社区', en: 'Street, beat, community' }, line: { colour: colours.boundary, width: 0.7, dashed: true } },
  ],
}
