import { H3HexagonLayer } from '@deck.gl/geo-layers'
import { LineLayer, PathLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers'
import type { Layer as DeckLayer } from '@deck.gl/core'
import { cellsToMultiPolygon, cellToLatLng } from 'h3-js'
import { areaAnchor } from '../../map/reconcile.ts'
import { rgbOf } from '../../theme/contrast.ts'
import { fontStack, tokens, type Theme } from '../../theme/tokens.ts'
import { alphaOf, timeColours, usualWeight } from './classes.ts'
import type { CoverageCells } from './coverage-cells.ts'
import type { Place } from './places.ts'

const place = { beforeId: areaAnchor, pickable: false, parameters: { depthCompare: 'always' as const, depthWriteEnabled: false } }
const at = ({ longitude, latitude }: Place): [number, number] => [longitude, latitude]

/** Cells by how soon the soonest unit comes; faint where little happens. */
export function coverageLayers(coverage: CoverageCells, theme: Theme): DeckLayer[] {
  const { cells, classes, weights } = coverage, colours = timeColours(theme), fills = Object.fromEntries(Object.entries(colours).map(([name, colour]) => [name, rgbOf(colour)])) as Record<keyof typeof colours, [number, number, number]>
  const usual = usualWeight(weights)
  return [new H3HexagonLayer<number>({
    ...place, id: 'plan/cells', data: cells.map((_, i) => i), highPrecision: false, extruded: false, stroked: false, coverage: 0.94,
    getHexagon: i => cells[i]!, getFillColor: i => [...fills[classes[i]!], Math.round(255 * alphaOf(weights[i]!, usual))],
    updateTriggers: { getFillColor: [classes, theme], getHexagon: cells },
  })]
}

interface Change { gained: readonly string[], lost: readonly string[] }

/** Cells that a hand's move brings within reach or out of it, outlined, and signed where there is room: colour alone says nothing. */
export function changeLayers({ gained, lost }: Change, roomy: boolean, theme: Theme, scale: number): DeckLayer[] {
  const colours = tokens[theme], sorts = [{ name: 'gained', cells: gained, sign: '+', colour: colours.fine }, { name: 'lost', cells: lost, sign: '−', colour: colours['act-now'] }]
  return sorts.flatMap(({ name, cells, sign, colour }) => [
    new PathLayer<[number, number][]>({
      ...place, id: `plan/${name}`, data: cellsToMultiPolygon([...cells], true).flat() as [number, number][][], getPath: ring => ring, widthUnits: 'pixels', jointRounded: true,
      getColor: [...rgbOf(colour), 255], getWidth: 2.5 * scale, updateTriggers: { getColor: theme, getWidth: scale },
    }),
    new TextLayer<string>({
      ...place, id: `plan/${name}-sign`, data: roomy ? cells : [], getPosition: cell => { const [latitude, longitude] = cellToLatLng(cell); return [longitude, latitude] }, getText: () => sign, getSize: 16 * scale,
      fontFamily: fontStack.join(','), fontWeight: 700, characterSet: ['+', '−'], getColor: [...rgbOf(colour), 255], fontSettings: { sdf: true, fontSize: 36, buffer: 8, radius: 12 }, outlineWidth: 3, outlineColor: [...rgbOf(colours.halo), 235],
      updateTriggers: { getColor: theme, getSize: scale },
    }),
  ])
}

/** Ways of posts that were moved, sites that a hand may let go at, and, faint, where another plan has its posts. */
export function siteLayers({ ways, candidates, ghosts, sign }: { ways: readonly { from: Place, to: Place }[], candidates: readonly Place[], ghosts: readonly Place[], sign: string }, theme: Theme, scale: number): DeckLayer[] {
  const colours = tokens[theme], halo = [...rgbOf(colours.halo), 235] as [number, number, number, number]
  return [
    new ScatterplotLayer<Place>({
      ...place, id: 'plan/candidates', data: candidates, getPosition: at, radiusUnits: 'pixels', lineWidthUnits: 'pixels', getRadius: 3 * scale, stroked: true, getFillColor: [...rgbOf(colours.panel), 230], getLineColor: [...rgbOf(colours.text), 255], getLineWidth: 1.2 * scale,
      updateTriggers: { getFillColor: theme, getLineColor: theme, getRadius: scale },
    }),
    new LineLayer<{ from: Place, to: Place }>({
      ...place, id: 'plan/ways', data: ways, getSourcePosition: way => at(way.from), getTargetPosition: way => at(way.to), widthUnits: 'pixels', getWidth: 2 * scale, getColor: [...rgbOf(colours.text), 210], updateTriggers: { getColor: theme, getWidth: scale },
    }),
    new ScatterplotLayer<{ from: Place }>({
      ...place, id: 'plan/left', data: ways, getPosition: way => at(way.from), radiusUnits: 'pixels', lineWidthUnits: 'pixels', getRadius: 6 * scale, stroked: true, filled: false, getLineColor: [...rgbOf(colours.text), 210], getLineWidth: 2 * scale, updateTriggers: { getLineColor: theme, getRadius: scale },
    }),
    new TextLayer<Place>({
      ...place, id: 'plan/ghosts', data: ghosts, getPosition: at, getText: () => sign, getSize: 22 * scale, fontFamily: fontStack.join(','), characterSet: ['◇', '△'], getColor: [...rgbOf(colours.text), 255], fontWeight: 700,
      fontSettings: { sdf: true, fontSize: 48, buffer: 8, radius: 14 }, outlineWidth: 4, outlineColor: halo, updateTriggers: { getText: sign, getColor: theme, getSize: scale },
    }),
  ]
}
