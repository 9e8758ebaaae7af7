import type { ExpressionSpecification } from 'maplibre-gl'
import type { Drawing } from '../../web/map/drawing.ts'
import { textFont } from '../../web/map/text.ts'
import { states } from './layer.ts'

export const drawing: Drawing = {
  rank: 6,
  initially: false,
  style: ({ colours, scale, nowSeconds }) => {
    // By the clock, as the state itself is: a tile may be older than the end of a zone.
    const planned: ExpressionSpecification = ['>', ['to-number', ['get', 'valid_from']], nowSeconds]
    const expired: ExpressionSpecification = ['<=', ['to-number', ['get', 'valid_to']], nowSeconds]
    const active: ExpressionSpecification = ['!', ['any', planned, expired]]
    const colour: ExpressionSpecification = ['case', active, colours.caution, colours.second]
    return [
      { name: 'area', slot: 'ground', type: 'fill', filter: active, paint: { 'fill-color': colours.caution, 'fill-opacity': 0.07 } },
      ...([['active', active, 2, [3, 2], 0.95], ['planned', planned, 1.4, [1, 2], 0.85], ['expired', expired, 1, [1, 3], 0.5]] as const).map(([name, filter, width, dash, opacity]) => ({
        name, slot: 'ground' as const, type: 'line' as const, filter, ...(name === 'expired' && { minzoom: 12 }),
        layout: { 'line-join': 'round' as const },
        paint: { 'line-color': name === 'active' ? colours.caution : colours.second, 'line-width': width * scale, 'line-dasharray': [...dash], 'line-opacity': opacity },
      })),
      {
        name: 'name', slot: 'label', over: 'labels', type: 'symbol', minzoom: 12,
        layout: { 'text-field': ['get', 'name'], 'text-font': textFont, 'text-size': 12 * scale, 'text-max-width': 9, 'text-padding': 8 },
        paint: { 'text-color': colour, 'text-halo-color': colours.halo, 'text-halo-width': 1.5 * scale, 'text-opacity': ['case', expired, 0.6, 1] },
      },
    ]
  },
  legend: ({ colours }) => [
    { label: states.active, line: { colour: colours.caution, width: 2, dashed: true } },
    { label: states.planned, line: { colour: colours.second, width: 1.4, dashed: true } },
    { label: { zh: '已到期（放大后淡显）', en: 'Expired (faint, close up)' }, line: { colour: colours.second, width: 0.8, dashed: true } },
  ],
}
