import { PathLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers'
import type { Layer as DeckLayer } from '@deck.gl/core'
import { cellToBoundary } from 'h3-js'
import { areaAnchor } from '../../map/reconcile.ts'
import { rgbOf } from '../../theme/contrast.ts'
import { fontStack, type Tokens } from '../../theme/tokens.ts'
import type { Site } from './gathered.ts'

/** How a site stands in the question; `wrong` is one that a refusal names. */
export type Mark = 'free' | 'fixed' | 'forbidden' | 'wrong'

export interface SiteLook {
  sites: readonly (Site & { mark: Mark, named: string })[]
  /** Id of the one that is pointed at in a list. */
  chosen: string | null
  colours: Tokens
  scale: number
}

const place = { beforeId: areaAnchor, pickable: false, parameters: { depthCompare: 'always' as const, depthWriteEnabled: false } }
type Marked = SiteLook['sites'][number]

/** Candidate sites: rings; a fixed one is filled, a forbidden one crossed out, one that a refusal names ringed in the colour of what to act on. */
export function siteLayers({ sites, chosen, colours, scale }: SiteLook): DeckLayer[] {
  const colour = ({ mark }: Marked) => rgbOf(colours[mark === 'wrong' ? 'act-now' : mark === 'forbidden' ? 'second' : 'accent'])
  const radius = ({ mark, id }: Marked) => (id === chosen ? 9 : mark === 'free' ? 4.5 : 7) * scale
  const told = sites.filter(({ mark, id }) => mark !== 'free' || id === chosen)
  const look = [sites, chosen, colours, scale]
  return [
    new ScatterplotLayer<Marked>({
      ...place, id: 'planning/sites', data: [...sites], getPosition: ({ longitude, latitude }) => [longitude, latitude], radiusUnits: 'pixels', getRadius: radius, stroked: true, lineWidthUnits: 'pixels',
      getLineWidth: ({ mark, id }) => (id === chosen || mark === 'wrong' ? 3 : 2) * scale, getLineColor: site => [...colour(site), 255],
      getFillColor: site => site.mark === 'fixed' ? [...colour(site), 255] : [...rgbOf(colours.panel), 225], updateTriggers: { getRadius: look, getLineWidth: look, getLineColor: look, getFillColor: look },
    }),
    new TextLayer<Marked>({
      ...place, id: 'planning/sites/crosses', data: sites.filter(({ mark }) => mark === 'forbidden'), getPosition: ({ longitude, latitude }) => [longitude, latitude], getText: () => '×', getSize: 16 * scale,
      getColor: [...rgbOf(colours.text), 255], fontFamily: fontStack.join(','), fontWeight: 700, characterSet: '×', updateTriggers: { getSize: scale, getColor: [colours] },
    }),
    new TextLayer<Marked>({
      ...place, id: 'planning/sites/names', data: told, getPosition: ({ longitude, latitude }) => [longitude, latitude], getText: ({ named }) => named, getSize: 12 * scale, getPixelOffset: [0, -16 * scale],
      getColor: [...rgbOf(colours.text), 255], fontFamily: fontStack.join(','), fontWeight: 600, characterSet: 'auto', fontSettings: { sdf: true, fontSize: 36, buffer: 8, radius: 12 }, outlineWidth: 3, outlineColor: [...rgbOf(colours.halo), 235],
      updateTriggers: { getSize: scale, getPixelOffset: scale, getColor: [colours] },
    }),
  ]
}

/** Outlines of cells: those that a refusal names, and the one under the pointer. */
export function cellOutlines(id: string, cells: readonly string[], colour: string, width: number): DeckLayer {
  return new PathLayer<string>({
    ...place, id: `planning/${id}`, data: [...cells], getPath: cell => cellToBoundary(cell, true) as [number, number][], widthUnits: 'pixels', jointRounded: true, getColor: [...rgbOf(colour), 255], getWidth: width,
    updateTriggers: { getColor: colour, getWidth: width },
  })
}
