import type { ExpressionSpecification } from 'maplibre-gl'
import type { Language } from '../../web/i18n.ts'
import type { Drawing, Sign } from '../../web/map/drawing.ts'
import { badge, disc, polygon, square, strokes, type Outline } from '../../web/map/shapes.ts'
import { textFont } from '../../web/map/text.ts'
import type { Token, Tokens } from '../../web/theme/tokens.ts'
import { unitKinds } from '../unit-kinds.ts'
import { states } from './layer.ts'

type Force = keyof typeof unitKinds
type State = keyof typeof states

/** As units of that kind are drawn. */
const shapes: Record<Force, Outline> = { officer: disc, patrol_car: square, motorcycle: polygon(3), drone: polygon(4), post: polygon(5), reserve: polygon(6) }
const paints: Record<State, Token> = { manned: 'fine', partly: 'accent', on_call: 'accent', empty: 'caution', unnamed: 'second' }
/** Told apart without colours: full, full with a hole, hollow with a dot (out, and yet accounted for), hollow, and small where nobody is named. */
const fills: Record<State, { radius: number, filled: boolean, core?: true }> = {
  manned: { radius: 6.5, filled: true }, partly: { radius: 6.5, filled: true, core: true }, on_call: { radius: 6, filled: false, core: true }, empty: { radius: 6, filled: false }, unnamed: { radius: 3.5, filled: false },
}
/** What calls for an eye stands before what is as it should be. */
const order: Record<State, number> = { empty: 5, partly: 4, on_call: 3, unnamed: 2, manned: 1 }

/** Four corners of a frame that a unit should stand in. */
const [arm, edge] = [5.5, 13]
const corners = [[1, 1], [1, -1], [-1, 1], [-1, -1]].map(([x, y]) => [x! * edge, y! * (edge - arm), x! * edge, y! * edge, x! * (edge - arm), y! * edge])

const postSign = (outline: Outline, colour: string, { radius, filled, core }: (typeof fills)[State], { halo, panel }: Tokens): Sign => ({
  size: 34,
  draw: canvas => {
    strokes(canvas, halo, 5.5, ...corners)
    strokes(canvas, colour, 2.6, ...corners)
    badge(canvas, outline, radius + 1, halo, halo, 2.5)
    badge(canvas, outline, radius, filled ? colour : panel, colour, filled ? 1 : 2.2)
    if (core) badge(canvas, disc, 2.2, filled ? panel : colour, filled ? panel : colour, 0.5)
  },
})

const words: Record<Language, { unnamed: string, more: string }> = { zh: { unnamed: '未指定', more: '未指定' }, en: { unnamed: 'unnamed', more: 'unnamed' } }
/** Callsigns; whoever isn't named yet is counted. */
const crew = (language: Language): ExpressionSpecification => {
  const lacking: ExpressionSpecification = ['-', ['get', 'units'], ['get', 'named']], times: ExpressionSpecification = ['case', ['>', lacking, 1], ['concat', ' ×', ['to-string', lacking]], '']
  return ['case', ['==', ['get', 'named'], 0], ['concat', words[language].unnamed, times], ['>', lacking, 0], ['concat', ['get', 'callsigns'], ' + ', words[language].more, times], ['get', 'callsigns']]
}

export const drawing: Drawing = {
  rank: 9.5,
  initially: true,
  signs: ({ colours }) => Object.fromEntries(Object.entries(shapes).flatMap(([force, outline]) => Object.entries(paints).map(([state, token]) =>
    [`${force}-${state}`, postSign(outline, colours[token], fills[state as State], colours)]))),
  style: ({ colours, scale, language, nowSeconds }) => [{
    name: 'sign', slot: 'data', type: 'symbol',
    // The server takes a post off the map when its time ends; a map that it can't reach does by its own clock.
    filter: ['>', ['to-number', ['get', 'to_at']], nowSeconds],
    layout: {
      'icon-image': ['concat', 'duty_posts/', ['get', 'force'], '-', ['get', 'state']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.5 * scale, 12, 0.8 * scale, 15, scale],
      'icon-allow-overlap': true, 'icon-ignore-placement': false,
      'symbol-sort-key': ['match', ['get', 'state'], ...Object.entries(order).flat(), 0] as never,
      'text-field': ['step', ['zoom'], '', 10.5, ['format', crew(language), {}], 12.5, ['format', crew(language), {}, '\n', {}, ['get', 'name'], { 'font-scale': 0.86, 'text-color': colours.second }]] as never,
      'text-font': textFont, 'text-size': 13.5 * scale, 'text-line-height': 1.25, 'text-optional': true, 'text-max-width': 11, 'text-padding': 1,
      'text-variable-anchor-offset': ['top', [0, 1.25], 'left', [1.5, 0], 'right', [-1.5, 0], 'bottom', [0, -1.25]],
    },
    paint: { 'text-color': colours.text, 'text-halo-color': colours.halo, 'text-halo-width': 1.8 * scale },
  }],
  legend: () => [
    ...Object.entries(states).map(([state, label]) => ({ label, sign: `patrol_car-${state}` })),
    { label: { zh: '在岗：半小时内定位在岗位 300 米内', en: 'On post: a fix of the last half hour within 300 m of it' } },
  ],
}
