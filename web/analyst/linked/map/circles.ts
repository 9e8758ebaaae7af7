import { ScatterplotLayer, TextLayer } from '@deck.gl/layers'
import type { Layer as DeckLayer } from '@deck.gl/core'
import { cellWidthMetres } from '../../../map/cells/resolution.ts'
import { shortCount } from '../../../map/cells/short-count.ts'
import { areaAnchor } from '../../../map/reconcile.ts'
import { rgbOf } from '../../../theme/contrast.ts'
import { fontStack, type Tokens } from '../../../theme/tokens.ts'
import { dimension, type Linked } from '../linked.ts'

/**
 * From afar, one circle a cell whose area is the number of chosen incidents in it. The scale is that of the whole
 * selection: while something is brushed, a circle only ever means its own number.
 */
export function circleLayers({ filter, totals, cells, middles }: Linked, look: { version: number, visible: boolean, chosen: ReadonlySet<string> | null, numbers: boolean, metresPerPixel: number, scale: number, colours: Tokens }): DeckLayer[] {
  const counts = filter.counts[dimension.cell]!, { chosen, colours, version } = look
  const largest = cellWidthMetres(cells.resolution) / 2
  const most = totals[dimension.cell]!.reduce((a, b) => Math.max(a, b), 1)
  const radius = (count: number) => largest * Math.sqrt(count / most)
  const isOn = (cell: number) => chosen?.has(cells.ids[cell]!) ?? true
  const numbered = look.numbers && look.visible ? cells.ids.flatMap((_, i) => radius(counts[i]!) / look.metresPerPixel > 11 * look.scale ? [i] : []) : []
  // A filter of cells doesn't change their own counts: what it leaves out is drawn hollow.
  const fill = rgbOf(colours.accent)
  const place = { beforeId: areaAnchor, pickable: false, visible: look.visible, parameters: { depthCompare: 'always' as const, depthWriteEnabled: false } }
  return [
    new ScatterplotLayer<number>({
      ...place, id: 'linked/circles', data: places(cells.ids.length), getPosition: i => middles[i]!, radiusUnits: 'meters', getRadius: i => radius(counts[i]!),
      radiusMinPixels: 1.6 * look.scale, stroked: true, lineWidthUnits: 'pixels', getLineWidth: 1,
      getFillColor: i => [...fill, counts[i] === 0 ? 0 : isOn(i) ? 120 : 0], getLineColor: i => [...fill, counts[i] === 0 ? 0 : isOn(i) ? 230 : 130],
      updateTriggers: { getRadius: version, getFillColor: [version, colours.accent], getLineColor: [version, colours.accent] },
    }),
    new TextLayer<number>({
      ...place, id: 'linked/numbers', data: numbered, getPosition: i => middles[i]!, getText: i => shortCount(counts[i]!), getColor: [...rgbOf(colours.text), 255],
      getSize: 12 * look.scale, fontFamily: fontStack.join(','), fontWeight: 600, characterSet: '0123456789.k',
      fontSettings: { sdf: true, fontSize: 36, buffer: 8, radius: 12 }, outlineWidth: 3, outlineColor: [...rgbOf(colours.halo), 235],
    }),
  ]
}

let kept: number[] = []
/** 0, 1, 2 …, the same list for as long as there are as many. */
const places = (count: number): number[] => kept.length === count ? kept : kept = Array.from({ length: count }, (_, i) => i)
