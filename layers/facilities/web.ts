import type { Drawing } from '../../web/map/drawing.ts'
import { badge, character, disc, shield, square, strokes } from '../../web/map/shapes.ts'
import { textFont } from '../../web/map/text.ts'
import { fontStack } from '../../web/theme/tokens.ts'
import { facilityKinds } from './layer.ts'

type Kind = keyof typeof facilityKinds

const white = '#ffffff'
const police = '#2563c9'

/** What stands in each sign; police ones are blue shields, others discs. */
const pictures: Record<Kind, (canvas: CanvasRenderingContext2D, edge: string) => void> = {
  station: (canvas, edge) => {
    badge(canvas, shield, 10.5, police, edge)
    character(canvas, '警', 10.5, white, fontStack)
  },
  police_post: (canvas, edge) => {
    badge(canvas, shield, 9, police, edge)
    strokes(canvas, white, 1.8, [0, -4, 0, 4], [-3.6, -1, 3.6, -1])
  },
  community_room: (canvas, edge) => {
    badge(canvas, square, 8.2, police, edge)
    strokes(canvas, white, 1.6, [-4.6, 0, 0, -4.4, 4.6, 0], [-3, -1, -3, 4, 3, 4, 3, -1])
  },
  camera: (canvas, edge) => {
    badge(canvas, disc, 7.5, '#64748b', edge)
    strokes(canvas, white, 1.5, [-4, -2, 1.5, -2, 1.5, 2, -4, 2, -4, -2], [1.5, -0.5, 4.2, -2, 4.2, 2, 1.5, 0.5])
  },
  hydrant: (canvas, edge) => {
    badge(canvas, disc, 7.5, '#b45309', edge)
    strokes(canvas, white, 1.7, [-2.4, -3.6, -2.4, 3.6], [2.4, -3.6, 2.4, 3.6], [-2.4, 0, 2.4, 0])
  },
  shelter: (canvas, edge) => {
    badge(canvas, square, 8.2, '#047857', edge)
    strokes(canvas, white, 1.7, [-5, 3.6, 0, -4, 5, 3.6], [0, -4, 0, 3.6])
  },
  aed: (canvas, edge) => {
    badge(canvas, square, 8.2, '#047857', edge)
    strokes(canvas, white, 1.8, [1.2, -5, -2.4, 0.6, 2.4, -0.6, -1.2, 5])
  },
}

export const drawing: Drawing = {
  rank: 8,
  initially: false,
  cells: { ramp: 'cividis' },
  signs: ({ colours }) => Object.fromEntries(Object.entries(pictures).map(([kind, draw]) =>
    [kind, { size: 26, draw: canvas => draw(canvas, colours.halo) }])),
  style: ({ colours, scale }) => [{
    name: 'sign', slot: 'data', type: 'symbol',
    layout: {
      'icon-image': ['concat', 'facilities/', ['get', 'kind']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 13, 0.55 * scale, 16, scale],
      'icon-allow-overlap': ['step', ['zoom'], false, 15, true] as never, 'icon-padding': 0,
      'symbol-sort-key': ['match', ['get', 'kind'], 'station', 0, 'police_post', 1, 'community_room', 2, 3],
      'text-field': ['step', ['zoom'], '', 15.5, ['match', ['get', 'kind'], ['station', 'police_post', 'shelter'], ['get', 'name'], '']],
      'text-font': textFont, 'text-size': 11 * scale, 'text-offset': [0, 1.2], 'text-anchor': 'top', 'text-optional': true, 'text-max-width': 8,
    },
    paint: {
      'icon-opacity': ['match', ['get', 'state'], 'normal', 1, 0.4],
      'text-color': colours.text, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 * scale,
    },
  }],
  legend: () => [
    ...Object.entries(facilityKinds).map(([kind, label]) => ({ label, sign: kind })),
    { label: { zh: '淡色：故障或离线', en: 'Faint: faulty or offline' } },
  ],
}
