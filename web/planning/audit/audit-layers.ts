import type { Layer as DeckLayer } from '@deck.gl/core'
import { H3HexagonLayer } from '@deck.gl/geo-layers'
import { PathLayer, PolygonLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers'
import { readable } from '../../analyst/result/colours.ts'
import { patchesOf, middleOfCells, ringsOfCells } from '../../map/cells/patches.ts'
import { areaAnchor } from '../../map/reconcile.ts'
import { rgbOf } from '../../theme/contrast.ts'
import { fontStack, tokens, type Theme } from '../../theme/tokens.ts'
import type { Stand } from '../types.ts'
import { closedColour, insideColour, openColours } from './colours.ts'
import { demandClass, isOpen, type Gap } from './gaps.ts'
import type { Beats, CircleCells } from './types.ts'

const place = { beforeId: areaAnchor, pickable: false, parameters: { depthCompare: 'always' as const, depthWriteEnabled: false } }
const font = { fontFamily: fontStack.join(','), fontWeight: 700, characterSet: 'auto' as const }

export interface Look { theme: Theme, scale: number }

/**
 * A circle's cells: inside it blue, outside by what happened there in ambers, and what the closing posts reach a brighter blue.
 *
 * @param closed  cells that the closing posts reach
 */
export function circleLayers(cells: CircleCells, minutes: number, closed: ReadonlySet<string>, gap: Gap | null, { theme, scale }: Look): DeckLayer[] {
  const inside = rgbOf(insideColour(theme)), by = rgbOf(closedColour(theme)), open = openColours(theme).map(rgbOf), alphas = [56, 110, 145, 180]
  const fill = (i: number): [number, number, number, number] => {
    if (!isOpen(cells.seconds[i]!, minutes)) return [...inside, theme === 'dark' ? 84 : 115]
    if (closed.has(cells.cell[i]!)) return [...by, theme === 'dark' ? 120 : 150]
    const at = demandClass(cells.demand[i]!)
    return [...open[at]!, alphas[at]!]
  }
  return [
    new H3HexagonLayer<number>({
      ...place, id: 'circles/cells', data: [...cells.cell.keys()], highPrecision: false, extruded: false, stroked: false, coverage: 0.94,
      getHexagon: i => cells.cell[i]!, getFillColor: fill, updateTriggers: { getHexagon: [cells], getFillColor: [cells, minutes, closed, theme] },
    }),
    new PathLayer<[number, number][]>({
      ...place, id: 'circles/gap', data: gap ? ringsOfCells(gap.cells) : [], getPath: ring => ring, widthUnits: 'pixels', jointRounded: true, getWidth: 2.5 * scale, getColor: [...rgbOf(tokens[theme].accent), 255],
      updateTriggers: { getColor: theme, getWidth: scale },
    }),
  ]
}

/** Posts as discs: numbered where they are new, small where they stand already. */
export function postLayers(id: string, stands: readonly Stand[], numbered: boolean, { theme, scale }: Look): DeckLayer[] {
  const colours = tokens[theme], data = stands.map((stand, i) => ({ stand, i })), trigger = { getFillColor: theme, getLineColor: theme, getRadius: scale, getLineWidth: scale }
  const at = ({ stand }: { stand: Stand }): [number, number] => [stand.longitude, stand.latitude]
  return [
    new ScatterplotLayer<{ stand: Stand, i: number }>({
      ...place, id: `circles/${id}`, data, getPosition: at, radiusUnits: 'pixels', stroked: true, lineWidthUnits: 'pixels', getRadius: (numbered ? 10 : 5) * scale, getLineWidth: 2 * scale,
      getFillColor: [...rgbOf(numbered ? colours.accent : colours.text), 255], getLineColor: [...rgbOf(colours.halo), 255], updateTriggers: trigger,
    }),
    ...numbered ? [new TextLayer<{ stand: Stand, i: number }>({
      ...place, ...font, id: `circles/${id}-numbers`, data, getPosition: at, getText: ({ i }) => String(i + 1), getSize: 12 * scale, getColor: [...rgbOf(colours.panel), 255], updateTriggers: { getColor: theme, getSize: scale },
    })] : [],
  ]
}

interface BeatArea { beat: number, rings: [number, number][][] }

/** A beat's area, whole and with holes where another lies in it. Made once for an answer: a hover draws no outline anew. */
export function beatAreas({ cells, beat, beats }: Beats): { areas: BeatArea[], middles: { beat: number, at: [number, number] }[] } {
  const own = beats.map((_, i) => cells.filter((_cell, at) => beat[at] === i))
  return {
    areas: own.flatMap((of, i) => patchesOf(of).map(patch => ({ beat: i, rings: ringsOfCells(patch) }))),
    middles: own.flatMap((of, i) => of.length ? [{ beat: i, at: middleOfCells(of) }] : []),
  }
}

/** Beats as calm areas with their numbers; the pointed one stronger. */
export function beatLayers({ areas, middles }: ReturnType<typeof beatAreas>, colours: readonly string[], pointed: number | null, { theme, scale }: Look): DeckLayer[] {
  const ink = tokens[theme], of = (beat: number) => rgbOf(colours[beat]!)
  return [
    new PolygonLayer<BeatArea>({
      ...place, id: 'beats/areas', data: areas, getPolygon: ({ rings }) => rings, filled: true, stroked: false, getFillColor: ({ beat }) => [...of(beat), beat === pointed ? 150 : theme === 'dark' ? 82 : 105],
      updateTriggers: { getFillColor: [colours, pointed, theme] },
    }),
    new PathLayer<{ beat: number, path: [number, number][] }>({
      ...place, id: 'beats/edges', data: areas.flatMap(({ beat, rings }) => rings.map(path => ({ beat, path }))), getPath: ({ path }) => path, widthUnits: 'pixels', jointRounded: true,
      getColor: ({ beat }) => beat === pointed ? [...rgbOf(ink.text), 255] : [...rgbOf(ink.halo), 230], getWidth: ({ beat }) => (beat === pointed ? 3 : 2) * scale, updateTriggers: { getColor: [pointed, theme], getWidth: [pointed, scale] },
    }),
    new ScatterplotLayer<{ beat: number, at: [number, number] }>({
      ...place, id: 'beats/discs', data: middles, getPosition: ({ at }) => at, radiusUnits: 'pixels', getRadius: 13 * scale, getFillColor: ({ beat }) => [...of(beat), 255], stroked: true, lineWidthUnits: 'pixels', getLineWidth: 2 * scale, getLineColor: [...rgbOf(ink.halo), 255],
      updateTriggers: { getFillColor: [colours], getLineColor: theme, getRadius: scale, getLineWidth: scale },
    }),
    new TextLayer<{ beat: number, at: [number, number] }>({
      ...place, ...font, id: 'beats/numbers', data: middles, getPosition: ({ at }) => at, getText: ({ beat }) => String(beat + 1), getSize: 14 * scale,
      getColor: ({ beat }) => [...rgbOf(readable(colours[beat]!, { text: tokens.light.text, halo: '#ffffff' })), 255], updateTriggers: { getColor: [colours], getSize: scale },
    }),
  ]
}
