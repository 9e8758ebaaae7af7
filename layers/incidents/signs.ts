import type { Sign } from '../../web/map/drawing.ts'
import type { Token } from '../../web/theme/tokens.ts'
import type { statuses } from './layer.ts'
import { badge, disc, strokes } from '../../web/map/shapes.ts'
import { hues } from '../../web/theme/categories.ts'

/** How far an incident has come: red while nobody was sent, then who is on the way, then who is there. */
export const statusTokens: Record<keyof typeof statuses, Token> = {
  received: 'act-now', returned: 'act-now', dispatched: 'accent', enroute: 'accent', on_scene: 'caution', handled: 'fine', transferred: 'second', closed: 'second',
}

const ink = '#0b1020'

/** One figure a hue, so that colour is never alone in telling them apart. */
const figures: ((canvas: CanvasRenderingContext2D) => void)[] = [
  canvas => strokes(canvas, ink, 2, [-3, -3, 3, 3], [-3, 3, 3, -3]),
  canvas => strokes(canvas, ink, 2.2, [0, -4, 0, 1], [0, 3.8, 0, 3.9]),
  canvas => {
    strokes(canvas, ink, 1.8, [-4.4, 0.4, 4.4, 0.4], [-2.8, -3, 2.8, -3, 4.4, 0.4, 4.4, 2.4, -4.4, 2.4, -4.4, 0.4, -2.8, -3])
  },
  canvas => strokes(canvas, ink, 1.8, [-4, -1.8, 4, -1.8, 1.8, -4], [4, 1.8, -4, 1.8, -1.8, 4]),
  canvas => strokes(canvas, ink, 2.2, [0, -4, 0, 4], [-4, 0, 4, 0]),
  canvas => strokes(canvas, ink, 2.4, [-3.6, 0, -3.5, 0], [0, 0, 0.1, 0], [3.6, 0, 3.7, 0]),
  canvas => strokes(canvas, ink, 1.8, [0, -3.8, 3.8, 3, -3.8, 3, 0, -3.8]),
  canvas => strokes(canvas, ink, 1.8, [-3, -3, 3, -3, 3, 3, -3, 3, -3, -3]),
]

/** The sign of the nth top level of the dictionary. */
export const incidentSign = (index: number, edge: string): Sign => ({
  size: 24,
  draw: canvas => {
    badge(canvas, disc, 9.5, hues[index % hues.length]!, edge, 1.6)
    figures[index % figures.length]!(canvas)
  },
})
