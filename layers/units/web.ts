import type { ExpressionSpecification } from 'maplibre-gl'
import type { Drawing, Sign } from '../../web/map/drawing.ts'
import { badge, disc, polygon, square, type Outline } from '../../web/map/shapes.ts'
import { textFont } from '../../web/map/text.ts'
import type { Token, Tokens } from '../../web/theme/tokens.ts'
import { meanings, unitKinds } from './layer.ts'

type Kind = keyof typeof unitKinds
type Meaning = keyof typeof meanings

const shapes: Record<Kind, Outline> = {
  officer: disc, patrol_car: square, motorcycle: polygon(3), drone: polygon(4), post: polygon(5), reserve: polygon(6),
}
const paints: Record<Meaning, Token> = {
  available: 'fine', enroute: 'accent', on_scene: 'caution', unavailable: 'second', off_duty: 'disabled',
}

/** A fix that is older, in seconds, says where a unit was, not where it is. */
const staleAfter = 30 * 60

const shapeSign = (outline: Outline, colour: string, { halo, panel }: Tokens, hollow: boolean): Sign => ({
  size: 22,
  draw: canvas => {
    badge(canvas, outline, 8.5, halo, halo, 2.5)
    badge(canvas, outline, hollow ? 7 : 7.5, hollow ? panel : colour, colour, hollow ? 2.4 : 1)
  },
})

export const drawing: Drawing = {
  rank: 11,
  initially: true,
  cells: { ramp: 'viridis' },
  signs: ({ colours }) => Object.fromEntries(Object.entries(shapes).flatMap(([kind, outline]) =>
    Object.entries(paints).flatMap(([meaning, token]) => [
      [`${kind}-${meaning}`, shapeSign(outline, colours[token], colours, false)],
      [`${kind}-${meaning}-stale`, shapeSign(outline, colours[token], colours, true)],
    ]))),
  style: ({ colours, scale, nowSeconds }) => {
    const stale: ExpressionSpecification = ['<', ['to-number', ['get', 'fix_at']], nowSeconds - staleAfter]
    return [{
      name: 'sign', slot: 'data', type: 'symbol',
      layout: {
        'icon-image': ['concat', 'units/', ['get', 'kind'], '-', ['get', 'meaning'], ['case', stale, '-stale', '']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.3 * scale, 11, 0.42 * scale, 13, 0.7 * scale, 15, scale],
        'icon-allow-overlap': true,
        'symbol-sort-key': ['match', ['get', 'meaning'], 'available', 4, 'enroute', 3, 'on_scene', 2, 1],
        'text-field': ['step', ['zoom'], '', 14.5, ['get', 'callsign']], 'text-font': textFont, 'text-size': 11 * scale,
        'text-offset': [0, 1.1], 'text-anchor': 'top', 'text-optional': true,
      },
      paint: { 'text-color': colours.text, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 * scale },
    }]
  },
  legend: () => [
    ...Object.entries(meanings).filter(([meaning]) => meaning !== 'off_duty').map(([meaning, label]) => ({ label, sign: `officer-${meaning}` })),
    ...Object.entries(unitKinds).map(([kind, label]) => ({ label, sign: `${kind}-available` })),
    { label: { zh: '空心：定位超过 30 分钟', en: 'Hollow: fix older than 30 min' }, sign: 'officer-available-stale' },
  ],
}
