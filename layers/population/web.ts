import type { Drawing } from '../../web/map/drawing.ts'
import { rampColours } from '../../web/map/cells/ramps.ts'
import { textFont } from '../../web/map/text.ts'

/** Residents of one address at which the colour changes: a house, a stairwell, a tower, a block. */
const steps = [10, 50, 200, 500]

export const drawing: Drawing = {
  rank: 5,
  initially: false,
  cells: { ramp: 'cividis' },
  style: ({ theme, colours, scale }) => {
    const [first, ...others] = rampColours('cividis', steps.length + 1, theme)
    return [
      {
        name: 'dot', slot: 'data', type: 'circle',
        layout: { 'circle-sort-key': ['-', ['get', 'residents']] },
        paint: {
          // The area of a dot grows with the people it stands for.
          'circle-radius': ['interpolate', ['exponential', 2], ['zoom'],
            16, ['*', 0.55 * scale, ['sqrt', ['max', 2, ['get', 'residents']]]], 19, ['*', 1.5 * scale, ['sqrt', ['max', 2, ['get', 'residents']]]]],
          'circle-color': ['step', ['get', 'residents'], first!, ...steps.flatMap((step, i) => [step, others[i]!])] as never,
          'circle-opacity': 0.78, 'circle-stroke-color': colours.halo, 'circle-stroke-width': 1,
        },
      },
      {
        name: 'number', slot: 'data', type: 'symbol', minzoom: 17,
        layout: {
          'text-field': ['to-string', ['get', 'residents']], 'text-font': textFont, 'text-size': 11 * scale,
          'symbol-sort-key': ['-', ['get', 'residents']],
        },
        paint: { 'text-color': colours.text, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 },
      },
    ]
  },
  legend: ({ theme }) => {
    const fills = rampColours('cividis', steps.length + 1, theme)
    const people = (text: string) => ({ zh: `${text} 人`, en: `${text} people` })
    return fills.map((patch, i) => ({
      patch,
      label: people(i === 0 ? `<${steps[0]}` : i === steps.length ? `≥${steps.at(-1)}` : `${steps[i - 1]}–${steps[i]! - 1}`),
    }))
  },
}
