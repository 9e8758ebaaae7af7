import { COORDINATE_SYSTEM } from '@deck.gl/core'
import { DataFilterExtension } from '@deck.gl/extensions'
import { ScatterplotLayer } from '@deck.gl/layers'
import { areaAnchor } from '../../../map/reconcile.ts'
import { rgbOf } from '../../../theme/contrast.ts'
import type { Linked } from '../linked.ts'
import { typeColours } from './colours.ts'

/** A selection's points as the graphics card holds them: sent once, whatever is brushed after. */
export interface PointBuffers {
  length: number
  attributes: Record<'getPosition' | 'getFillColor' | 'filterValues' | 'filterCategoryValues', { value: Float32Array | Uint8Array, size: number }>
}

/** Cost: O(rows). Memory: 17 bytes a row here and there. */
export function pointBuffers({ table, slots, filter }: Linked): PointBuffers {
  const { rows, east, north, code, codes } = table
  const position = new Float32Array(rows * 2), colour = new Uint8Array(rows * 4)
  const palette = codes.map(each => [...rgbOf(typeColours(each)), 255])
  for (let row = 0; row < rows; row++) {
    position[2 * row] = east[row]!
    position[2 * row + 1] = north[row]!
    colour.set(palette[code[row]!]!, 4 * row)
  }
  return { length: rows, attributes: {
    getPosition: { value: position, size: 2 }, getFillColor: { value: colour, size: 4 },
    // Under the attributes' own names, so that they go to the card as they are.
    filterValues: { value: Float32Array.from(slots.of), size: 1 },
    filterCategoryValues: { value: filter.refused, size: 1 },
  } }
}

/**
 * The points, filtered on the card: by a range of time, which is two numbers, and by the bits of the other filters, of
 * which `sendBits` sends those that changed. The bit of time is 1, so bits 0 and 1 pass; the range judges time instead.
 */
export function pointLayer(buffers: PointBuffers, look: { origin: [number, number], time: [first: number, last: number], visible: boolean, radius: number, opacity: number }): ScatterplotLayer {
  return new ScatterplotLayer({
    id: 'linked/points',
    data: buffers as never,
    beforeId: areaAnchor,
    visible: look.visible, opacity: look.opacity, pickable: false, stroked: false, filled: true, billboard: false,
    coordinateSystem: COORDINATE_SYSTEM.LNGLAT_OFFSETS, coordinateOrigin: [...look.origin, 0],
    radiusUnits: 'pixels', getRadius: 1, radiusScale: look.radius,
    parameters: { depthCompare: 'always', depthWriteEnabled: false },
    extensions: [filterExtension], filterRange: look.time, filterCategories: [0, 1],
  } as never)
}

const filterExtension = new DataFilterExtension({ filterSize: 1, categorySize: 1 })

/** Send the bits of some rows to the card. @returns whether it holds the points yet */
export function sendBits(layer: ScatterplotLayer, refused: Uint8Array, [from, to]: [number, number]): boolean {
  const attribute = (layer as unknown as { internalState?: { attributeManager?: { getAttributes(): Record<string, { getBuffer(): { write(data: Uint8Array, offset: number): void } | null }> } } })
    .internalState?.attributeManager?.getAttributes().filterCategoryValues
  const buffer = attribute?.getBuffer()
  if (!buffer) return false
  buffer.write(refused.subarray(from, to), from)
  layer.setNeedsRedraw()
  return true
}
