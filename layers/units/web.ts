import type { Drawing, Sign } from '../../web/map/drawing.ts'
import { badge, disc, polygon, square, strokes, type Outline } from '../../web/map/shapes.ts'
import type { Token, Tokens } from '../../web/theme/tokens.ts'
import { unitKinds } from '../unit-kinds.ts'
import { meanings } from './layer.ts'

type Kind = keyof typeof unitKinds
type Meaning = keyof typeof meanings

const shapes: Record<Kind, Outline> = {
  officer: disc, patrol_car: square, motorcycle: polygon(3), drone: polygon(4), post: polygon(5), reserve: polygon(6),
}
const paints: Record<Meaning, Token> = {
  available: 'fine', enroute: 'accent', on_scene: 'caution', unavailable: 'second', off_duty: 'disabled',
}

const shapeSign = (outline: Outline, colour: string, { halo, panel }: Tokens, hollow: boolean): Sign => ({
  size: 22,
  draw: canvas => {
    badge(canvas, outline, 8.5, halo, halo, 2.5)
    badge(canvas, outline, hollow ? 7 : 7.5, hollow ? panel : colour, colour, hollow ? 2.4 : 1)
  },
})

/** An arrowhead before the sign, pointing up. */
const headingSign = (colour: string, { halo }: Tokens): Sign => ({
  size: 40,
  draw: canvas => {
    for (const [width, paint] of [[5.5, halo], [3, colour]] as const) strokes(canvas, paint, width, [-6.5, -12, 0, -17.5, 6.5, -12])
  },
})

/** Who is free is looked for first, who is busy next. */
const meaningOrder: Record<Meaning, number> = { available: 4, enroute: 3, on_scene: 2, unavailable: 1, off_duty: 0 }

/** Size of signs by zoom: small over a city, full in a street. */
const sizes = [[9, 0.3], [11, 0.46], [13, 0.74], [15, 1]] as const
function sizeAt(zoom: number): number {
  const above = sizes.findIndex(([at]) => zoom < at)
  if (above === 0) return sizes[0][1]
  if (above < 0) return sizes.at(-1)![1]
  const [[from, small], [to, large]] = [sizes[above - 1]!, sizes[above]!]
  return small + (large - small) * (zoom - from) / (to - from)
}

export const drawing: Drawing = {
  rank: 11,
  initially: true,
  cells: { ramp: 'viridis' },
  signs: ({ colours }) => Object.fromEntries(Object.entries(shapes).flatMap(([kind, outline]) =>
    Object.entries(paints).flatMap(([meaning, token]) => [
      [`${kind}-${meaning}`, shapeSign(outline, colours[token], colours, false)],
      [`${kind}-${meaning}-stale`, shapeSign(outline, colours[token], colours, true)],
    ])).concat(Object.entries(paints).map(([meaning, token]) => [`heading-${meaning}`, headingSign(colours[token], colours)] as [string, Sign]))),
  live: {
    sign: ({ kind, meaning }, stale) => `${kind}-${meaning}${stale ? '-stale' : ''}`,
    heading: { zoom: 12.5, sign: ({ meaning }) => `heading-${meaning}` },
    order: ({ meaning }) => meaningOrder[meaning as Meaning] ?? 0,
    size: sizeAt,
    labels: { zoom: 14, property: 'callsign' },
  },
  style: () => [],
  legend: () => [
    ...Object.entries(meanings).filter(([meaning]) => meaning !== 'off_duty').map(([meaning, label]) => ({ label, sign: `officer-${meaning}` })),
    ...Object.entries(unitKinds).map(([kind, label]) => ({ label, sign: `${kind}-available` })),
    { label: { zh: '空心：定位超过 30 分钟', en: 'Hollow: fix older than 30 min' }, sign: 'officer-available-stale' },
  ],
}
