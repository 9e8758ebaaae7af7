import { PathLayer, PolygonLayer, TextLayer } from '@deck.gl/layers'
import type { Layer as DeckLayer } from '@deck.gl/core'
import { cellToBoundary } from 'h3-js'
import { areaAnchor } from '../../map/reconcile.ts'
import { middleOf } from '../../record/fly.ts'
import { rgbOf } from '../../theme/contrast.ts'
import { fontStack, type Tokens } from '../../theme/tokens.ts'
import { hasArea, type Cluster } from '../cluster.ts'
import type { Area } from '../types.ts'
import { ringsOf } from '../zones/inside.ts'

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

/** Clusters as hulls with how many incidents each holds; one without an area is its number only. */
export function clusterLayers(clusters: readonly Cluster[], chosen: number | null, colours: Tokens, hot: string, scale: number): DeckLayer[] {
  const numbered = clusters.map((cluster, i) => ({ ...cluster, i }))
  const fill = rgbOf(hot)
  return [
    new PolygonLayer<Cluster & { i: number }>({
      ...place, id: 'analysis/hulls', data: numbered.filter(hasArea), getPolygon: ({ hull }) => hull, filled: true, stroked: true, lineWidthUnits: 'pixels', lineJointRounded: true,
      getFillColor: ({ i }) => [...fill, i === chosen ? 130 : 70], getLineColor: ({ i }) => i === chosen ? [...rgbOf(colours.accent), 255] : [...fill, 235], getLineWidth: ({ i }) => (i === chosen ? 3 : 1.5) * scale,
      updateTriggers: { getFillColor: [chosen, hot], getLineColor: [chosen, hot, colours], getLineWidth: [chosen, scale] },
    }),
    new TextLayer<Cluster & { i: number }>({
      ...place, id: 'analysis/hull-counts', data: numbered.slice(0, 60), getPosition: ({ hull }) => middleOf({ type: 'MultiPoint', coordinates: hull }), getText: ({ count }) => String(count), getSize: 12 * scale, fontFamily: fontStack.join(','), fontWeight: 700,
      getColor: [...rgbOf(colours.text), 255], fontSettings: { sdf: true, fontSize: 36, buffer: 8, radius: 12 }, outlineWidth: 3, outlineColor: [...rgbOf(colours.halo), 235],
      updateTriggers: { getSize: scale, getColor: [colours] },
    }),
  ]
}

/** The area that the question on the panel is about, where it was drawn. */
export function areaLayers(area: Area | undefined, colours: Tokens, scale: number): DeckLayer[] {
  return [new PathLayer<[number, number][]>({
    ...place, id: 'analysis/area', data: area ? ringsOf(area) : [], getPath: ring => ring, widthUnits: 'pixels', jointRounded: true, getColor: [...rgbOf(colours.accent), 230], getWidth: 2 * scale,
    updateTriggers: { getColor: [colours], getWidth: scale },
  })]
}
