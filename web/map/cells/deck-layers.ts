import { H3HexagonLayer } from '@deck.gl/geo-layers'
import { LineLayer, TextLayer } from '@deck.gl/layers'
import type { Layer as DeckLayer } from '@deck.gl/core'
import { cellToBoundary, cellToLatLng } from 'h3-js'
import { rgbOf } from '../../theme/contrast.ts'
import type { Tokens, Theme } from '../../theme/tokens.ts'
import { fontStack } from '../../theme/tokens.ts'
import { anchorOf } from '../reconcile.ts'
import { classOf } from './breaks.ts'
import { shortCount } from './short-count.ts'
import { hatch, type Segment } from './hatch.ts'
import type { CellPicture } from './picture.ts'
import { rampColours, type Ramp } from './ramps.ts'

export interface CellLook {
  id: string
  picture: CellPicture
  ramp: Ramp
  theme: Theme
  colours: Tokens
  visible: boolean
  opacity: number
  scale: number
  /** Whether cells are large enough for a number inside. */
  numbers: boolean
  /** Milliseconds for colours to pass over; 0 for at once. */
  passing: number
}

type Rgba = [number, number, number, number]
interface Columns { length: number, picture: CellPicture }
interface Mark { position: [number, number], text: string, colour: Rgba }

/** What deck.gl draws for a layer's cells: coloured hexagons, hatched ones for hidden counts, and the numbers. */
export function cellLayers(look: CellLook): DeckLayer[] {
  const { id, picture, theme, colours, visible, opacity } = look
  // Few is not only near the ground's colour but also lets it through.
  const classes = Math.max(1, picture.breaks.length)
  const fills = rampColours(look.ramp, classes, theme).map((colour, i) => [...rgbOf(colour), 125 + 85 * (i + 1) / classes] as Rgba)
  // Roofs that were drawn before stand nearer to the eye: order decides, not depth.
  // `beforeId` is read by the overlay and unknown to the layers' own types.
  const place = { beforeId: anchorOf(id), visible, opacity, pickable: false, parameters: { depthCompare: 'always' as const } }
  return [
    new H3HexagonLayer<unknown>({
      ...place,
      id: `cells/${id}`,
      data: { length: picture.cells.length, picture } satisfies Columns as never,
      highPrecision: false, extruded: false, filled: true, stroked: false, coverage: 0.94,
      getHexagon: (_, { index, data }) => columns(data).cells[index]!,
      getFillColor: (_, { index, data }) => fillOf(columns(data), index, fills),
      updateTriggers: { getFillColor: [fills.join()] },
      transitions: look.passing ? { getFillColor: { duration: look.passing, enter: ([r, g, b]: number[]) => [r, g, b, 0] as never } } : {},
    }),
    new LineLayer<Segment>({
      ...place,
      id: `cells/${id}/hidden`,
      data: hiddenStrokes(picture),
      getSourcePosition: segment => segment[0], getTargetPosition: segment => segment[1],
      getColor: [...rgbOf(colours.second), 190], getWidth: look.scale, widthUnits: 'pixels',
    }),
    new TextLayer<Mark>({
      ...place,
      id: `cells/${id}/numbers`,
      visible: visible && look.numbers,
      data: look.numbers ? marks(picture, fills, colours) : [],
      getPosition: mark => mark.position, getText: mark => mark.text, getColor: mark => mark.colour,
      getSize: 12 * look.scale, fontFamily: fontStack.join(','), fontWeight: 600, characterSet: '0123456789<.k',
    }),
  ]
}

const columns = (data: unknown): CellPicture => (data as Columns).picture

function fillOf({ counts, breaks }: CellPicture, index: number, fills: readonly Rgba[]): Rgba {
  const count = counts[index]!
  if (count <= 0) return [0, 0, 0, 0]
  return fills[Math.min(classOf(count, breaks), fills.length - 1)]!
}

function hiddenStrokes({ cells, counts }: CellPicture): Segment[] {
  return cells.flatMap((cell, i) => counts[i] === -1 ? hatch(cellToBoundary(cell, true).slice(0, -1) as [number, number][], 4) : [])
}

function marks({ cells, counts, breaks }: CellPicture, fills: readonly Rgba[], colours: Tokens): Mark[] {
  return cells.flatMap((cell, i) => {
    const count = counts[i]!
    if (count === 0) return []
    const [latitude, longitude] = cellToLatLng(cell)
    const position: [number, number] = [longitude, latitude]
    if (count < 0) return [{ position, text: '<10', colour: [...rgbOf(colours.text), 255] as Rgba }]
    const [red, green, blue] = fills[Math.min(classOf(count, breaks), fills.length - 1)]!
    const bright = 0.299 * red + 0.587 * green + 0.114 * blue > 120
    return [{ position, text: shortCount(count), colour: bright ? [10, 15, 26, 255] : [255, 255, 255, 235] }]
  })
}
