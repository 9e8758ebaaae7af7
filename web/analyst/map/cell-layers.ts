import { ClipExtension } from '@deck.gl/extensions'
import { H3HexagonLayer } from '@deck.gl/geo-layers'
import { TextLayer } from '@deck.gl/layers'
import type { Layer as DeckLayer } from '@deck.gl/core'
import { cellToLatLng } from 'h3-js'
import { areaAnchor } from '../../map/reconcile.ts'
import { rgbOf } from '../../theme/contrast.ts'
import { fontStack } from '../../theme/tokens.ts'
import type { Language } from '../../i18n.ts'
import type { Picture, Values } from '../result/picture.ts'

export interface CellLook {
  id: string
  cells: readonly string[]
  values: Values
  picture: Picture
  /** How high the highest column stands, in metres; 0: flat. */
  height: number
  /** West and east end of what may be drawn, in degrees; null: everything. */
  clip: readonly [west: number, east: number] | null
  /** Signs of classes inside the cells; null where cells are too small for them. */
  signs: { language: Language, scale: number } | null
}

const clipping = [new ClipExtension()]

/** Cells that a picture colours, and of these the ones with a sign, by their places: the same lists for the same picture, so that a frame of the swipe computes nothing anew. */
function placesOf(picture: Picture): { drawn: number[], marked: number[] } {
  let found = places.get(picture)
  if (!found) {
    const classAt = (i: number) => picture.classes[picture.classOf[i]!]!
    const drawn = [...picture.classOf.keys()].filter(i => classAt(i).colour && Math.round(classAt(i).alpha * 255) > 0)
    places.set(picture, found = { drawn, marked: drawn.filter(i => classAt(i).sign) })
  }
  return found
}
const places = new WeakMap<Picture, { drawn: number[], marked: number[] }>()

/** An answer's cells as deck.gl draws them, flat or as columns. */
export function cellLayers({ id, cells, values, picture, height, clip, signs }: CellLook): DeckLayer[] {
  const fills = picture.classes.map(({ colour, alpha }) => colour ? [...rgbOf(colour), Math.round(alpha * 255)] as const : [0, 0, 0, 0] as const)
  const raised = height > 0, { drawn, marked } = placesOf(picture)
  const greatest = raised ? values.reduce<number>((most, value) => typeof value === 'number' ? Math.max(most, Math.abs(value)) : most, 0) || 1 : 1
  // Roofs stand nearer to the eye than flat cells: order decides, not depth. Columns hide each other as they should.
  const place = {
    beforeId: areaAnchor, pickable: false,
    parameters: raised ? { depthCompare: 'less-equal' as const, depthWriteEnabled: true } : { depthCompare: 'always' as const, depthWriteEnabled: false },
    ...(clip && { extensions: clipping, clipBounds: [clip[0], -85, clip[1], 85], clipByInstance: false }),
  }
  return [
    new H3HexagonLayer<number>({
      ...place, id: `analysis/${id}${clip ? '/clipped' : ''}${raised ? '/raised' : ''}`, data: drawn, highPrecision: false, extruded: raised, filled: true, stroked: false, coverage: raised ? 0.82 : 0.94,
      getHexagon: i => cells[i]!, getFillColor: i => fills[picture.classOf[i]!]! as [number, number, number, number],
      getElevation: i => { const value = values[i]; return typeof value === 'number' ? Math.abs(value) / greatest : 0 }, elevationScale: height,
      material: raised ? { ambient: 0.7, diffuse: 0.45, shininess: 8 } : false,
      updateTriggers: { getFillColor: [picture], getElevation: [values], getHexagon: [cells] },
    }),
    ...marked.length && signs ? [new TextLayer<number>({
      ...place, id: `analysis/${id}/signs${clip ? '/clipped' : ''}`, data: marked, getPosition: i => middle(cells[i]!), getText: i => picture.classes[picture.classOf[i]!]!.sign![signs.language],
      getSize: (signs.language === 'zh' ? 13 : 11) * signs.scale, fontFamily: fontStack.join(','), fontWeight: 600, characterSet: 'auto',
      getColor: i => { const [red, green, blue] = fills[picture.classOf[i]!]!; return 0.299 * red + 0.587 * green + 0.114 * blue > 130 ? [10, 15, 26, 255] : [255, 255, 255, 240] },
      updateTriggers: { getText: [picture, signs.language], getColor: [picture], getSize: [signs.scale, signs.language] },
    })] : [],
  ]
}

const middle = (cell: string): [number, number] => { const [latitude, longitude] = cellToLatLng(cell); return [longitude, latitude] }
