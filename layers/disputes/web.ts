import type { ExpressionSpecification } from 'maplibre-gl'
import type { Drawing } from '../../web/map/drawing.ts'
import { badge, character, square } from '../../web/map/shapes.ts'
import { fontStack } from '../../web/theme/tokens.ts'
import { grades } from './layer.ts'

type Grade = keyof typeof grades

/** From the gravest on. Red is kept for what is overdue. */
const fills: Record<Grade, string> = { A: '#d55e00', B: '#e69f00', C: '#f0e442', D: '#56b4e9' }

const settled: ExpressionSpecification = ['in', ['get', 'stage'], ['literal', ['closed', 'transferred']]]

export const drawing: Drawing = {
  rank: 9,
  initially: false,
  cells: { ramp: 'cividis' },
  signs: ({ colours }) => Object.fromEntries(Object.entries(fills).map(([grade, fill]) => [grade, {
    size: 24,
    draw: canvas => {
      badge(canvas, square, 8.5, fill, colours.halo)
      character(canvas, grade, 12, '#0b1020', fontStack)
    },
  }])),
  style: ({ colours, scale, nowSeconds }) => {
    const overdue: ExpressionSpecification = ['all', ['has', 'due_at'], ['<', ['to-number', ['get', 'due_at']], nowSeconds], ['!', settled]]
    return [
      {
        name: 'overdue', slot: 'data', type: 'circle', filter: overdue,
        paint: {
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 14, 9 * scale, 17, 15 * scale],
          'circle-color': colours['act-now'], 'circle-opacity': 0.18,
          'circle-stroke-color': colours['act-now'], 'circle-stroke-width': 2.5 * scale,
        },
      },
      {
        name: 'sign', slot: 'data', type: 'symbol',
        layout: {
          'icon-image': ['concat', 'disputes/', ['get', 'grade']],
          'icon-size': ['interpolate', ['linear'], ['zoom'], 14, 0.6 * scale, 17, scale],
          'icon-allow-overlap': true,
          'symbol-sort-key': ['case', overdue, 10, ['match', ['get', 'grade'], 'A', 4, 'B', 3, 'C', 2, 1]],
        },
        paint: { 'icon-opacity': ['case', settled, 0.45, 1] },
      },
    ]
  },
  legend: ({ colours }) => [
    ...Object.entries(grades).map(([grade, label]) => ({ label, sign: grade })),
    { label: { zh: '本阶段逾期', en: 'Overdue at its stage' }, ring: colours['act-now'] },
    { label: { zh: '淡色：已结案、已移交', en: 'Faint: closed or transferred' } },
  ],
}
