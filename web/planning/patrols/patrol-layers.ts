import type { Layer as DeckLayer } from '@deck.gl/core'
import { PathLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers'
import { readable } from '../../analyst/result/colours.ts'
import { areaAnchor } from '../../map/reconcile.ts'
import { rgbOf } from '../../theme/contrast.ts'
import { fontStack, tokens, type Theme } from '../../theme/tokens.ts'
import { lineOf, tourColour, toursOfStops } from './tours.ts'
import type { Patrol } from './types.ts'

const place = { beforeId: areaAnchor, pickable: false, parameters: { depthCompare: 'always' as const, depthWriteEnabled: false } }

/** A numbered disc. `colour`: null for one that no tour serves, or that isn't planned yet. */
export interface Disc { at: [number, number], colour: string | null, dim: boolean, lit: boolean }
interface Look { theme: Theme, scale: number }

/** Stops of a patrol with the colour of their tour; what isn't pointed at steps back. */
export function discsOf(patrol: Patrol, tour: number | null, stop: number | null): Disc[] {
  const on = toursOfStops(patrol)
  return patrol.stops.map(({ longitude, latitude }, i) => ({ at: [longitude, latitude], colour: on[i] === null ? null : tourColour(on[i]!), dim: tour !== null && on[i] !== tour, lit: i === stop }))
}

/** Tours as lines from stop to stop, the one that is pointed at strong and the others faint. */
export function tourLayers({ tours, stops }: Patrol, pointed: number | null, { theme, scale }: Look): DeckLayer[] {
  const lines = tours.map((tour, n) => ({ n, path: lineOf(tour, stops) })), alpha = (n: number) => pointed === null ? 170 : n === pointed ? 255 : 40
  return [
    new PathLayer<{ n: number, path: [number, number][] }>({
      ...place, id: 'patrols/tours', data: lines, getPath: ({ path }) => path, widthUnits: 'pixels', jointRounded: true, capRounded: true, getWidth: ({ n }) => (n === pointed ? 3.5 : 2) * scale,
      getColor: ({ n }) => [...rgbOf(tourColour(n)), alpha(n)], updateTriggers: { getColor: pointed, getWidth: [pointed, scale] },
    }),
    new ScatterplotLayer<Patrol['tours'][number]>({
      ...place, id: 'patrols/homes', data: tours, getPosition: ({ start }) => [start.longitude, start.latitude], radiusUnits: 'pixels', getRadius: 5 * scale, stroked: true, lineWidthUnits: 'pixels', getLineWidth: 2 * scale,
      getFillColor: [...rgbOf(tokens[theme].panel), 255], getLineColor: [...rgbOf(tokens[theme].text), 255], updateTriggers: { getFillColor: theme, getLineColor: theme, getRadius: scale, getLineWidth: scale },
    }),
  ]
}

/** Discs with their numbers from 1. */
export function discLayers(discs: readonly Disc[], { theme, scale }: Look): DeckLayer[] {
  const ink = tokens[theme], numbered = discs.map((disc, i) => ({ disc, i })), alpha = ({ dim }: Disc) => dim ? 70 : 255
  type Numbered = (typeof numbered)[number]
  return [
    new ScatterplotLayer<Numbered>({
      ...place, id: 'patrols/stops', data: numbered, getPosition: ({ disc }) => disc.at, radiusUnits: 'pixels', getRadius: ({ disc }) => (disc.lit ? 14 : 11) * scale, stroked: true, lineWidthUnits: 'pixels', getLineWidth: ({ disc }) => (disc.colour === null || disc.lit ? 2.5 : 1.5) * scale,
      getFillColor: ({ disc }) => disc.colour === null ? [...rgbOf(ink.panel), alpha(disc)] : [...rgbOf(disc.colour), alpha(disc)],
      getLineColor: ({ disc }) => disc.lit ? [...rgbOf(ink.text), 255] : disc.colour === null ? [...rgbOf(ink.caution), alpha(disc)] : [...rgbOf(ink.halo), alpha(disc)],
      updateTriggers: { getFillColor: [discs, theme], getLineColor: [discs, theme], getRadius: [discs, scale], getLineWidth: [discs, scale] },
    }),
    new TextLayer<Numbered>({
      ...place, id: 'patrols/numbers', data: numbered, getPosition: ({ disc }) => disc.at, getText: ({ i }) => String(i + 1), getSize: 12 * scale, fontFamily: fontStack.join(','), fontWeight: 700,
      getColor: ({ disc }) => [...rgbOf(disc.colour === null ? ink.text : readable(disc.colour, { text: tokens.light.text, halo: '#ffffff' })), alpha(disc)], updateTriggers: { getColor: [discs, theme], getSize: scale },
    }),
  ]
}
