import { PathLayer, PolygonLayer, TextLayer } from '@deck.gl/layers'
import type { Layer as DeckLayer } from '@deck.gl/core'
import { cellToBoundary } from 'h3-js'
import { areaAnchor } from '../../map/reconcile.ts'
import { rgbOf } from '../../theme/contrast.ts'
import { fontStack, type Tokens } from '../../theme/tokens.ts'
import type { Area } from '../types.ts'

const place = { beforeId: areaAnchor, pickable: false, parameters: { depthCompare: 'always' as const, depthWriteEnabled: false } }

/** The outline of a cell: the chosen one strongly, the one under the pointer lightly. */
export function outlineLayers(chosen: string | null, hovered: string | null, colours: Tokens, scale: number): DeckLayer[] {
  const rings = [...chosen ? [{ cell: chosen, strong: true }] : [], ...hovered && hovered !== chosen ? [{ cell: hovered, strong: false }] : []]
  return [new PathLayer<{ cell: string, strong: boolean }>({
    ...place, id: 'analysis/outline', data: rings, getPath: ({ cell }) => cellToBoundary(cell, true) as [number, number][], widthUnits: 'pixels', jointRounded: true,
    getColor: ({ strong }) => strong ? [...rgbOf(colours.accent), 255] : [...rgbOf(colours.text), 220], getWidth: ({ strong }) => (strong ? 3 : 1.5) * scale,
    updateTriggers: { getColor: [colours], getWidth: scale },
  })]
}

export interface Cluster { count: number, hull: [number, number][] }

/** Clusters as hulls with how many incidents each holds; a hull of two corners is a line, of one a point. */
export function clusterLayers(clusters: readonly Cluster[], chosen: number | null, colours: Tokens, hot: string, scale: number): DeckLayer[] {
  const numbered = clusters.map((cluster, i) => ({ ...cluster, i }))
  const fill = rgbOf(hot)
  return [
    new PolygonLayer<Cluster & { i: number }>({
      ...place, id: 'analysis/hulls', data: numbered.filter(({ hull }) => hull.length > 2), getPolygon: ({ hull }) => hull, filled: true, stroked: true, lineWidthUnits: 'pixels', lineJointRounded: true,
      getFillColor: ({ i }) => [...fill, i === chosen ? 130 : 70], getLineColor: ({ i }) => i === chosen ? [...rgbOf(colours.accent), 255] : [...fill, 235], getLineWidth: ({ i }) => (i === chosen ? 3 : 1.5) * scale,
      updateTriggers: { getFillColor: [chosen, hot], getLineColor: [chosen, hot, colours], getLineWidth: [chosen, scale] },
    }),
    new TextLayer<Cluster & { i: number }>({
      ...place, id: 'analysis/hull-counts', data: numbered.slice(0, 60), getPosition: ({ hull }) => middleOf(hull), getText: ({ count }) => String(count), getSize: 12 * scale, fontFamily: fontStack.join(','), fontWeight: 700,
      getColor: [...rgbOf(colours.text), 255], fontSettings: { sdf: true, fontSize: 36, buffer: 8, radius: 12 }, outlineWidth: 3, outlineColor: [...rgbOf(colours.halo), 235],
      updateTriggers: { getSize: scale, getColor: [colours] },
    }),
  ]
}

/** The middle of a few positions, degrees. */
export const middleOf = (positions: readonly [number, number][]): [number, number] => {
  const sum = positions.reduce(([x, y], [longitude, latitude]) => [x + longitude, y + latitude], [0, 0] as [number, number])
  return [sum[0] / positions.length, sum[1] / positions.length]
}

/** The area that the question on the panel is about, where it was drawn. */
export function areaLayers(area: Area | undefined, colours: Tokens, scale: number): DeckLayer[] {
  const rings = area ? area.type === 'Polygon' ? area.coordinates : area.coordinates.flat() : []
  return [new PathLayer<number[][]>({
    ...place, id: 'analysis/area', data: rings, getPath: ring => ring as [number, number][], widthUnits: 'pixels', jointRounded: true, getColor: [...rgbOf(colours.accent), 230], getWidth: 2 * scale,
    updateTriggers: { getColor: [colours], getWidth: scale },
  })]
}
