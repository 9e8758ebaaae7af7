import { cellToBoundary, cellToLatLng } from 'h3-js'
import type { Shown } from '../../server/analysis/method.ts'
import { hasArea, type Cluster } from '../analyst/cluster.ts'
import { rankColumn, shownColumns } from '../analyst/result/drawn.ts'
import type { Area } from '../analyst/types.ts'
import { middleOf } from '../record/fly.ts'
import type { Sheet } from './sheet.ts'

export interface TopPlaces {
  /** Shown columns, by name, with how each is written. */
  columns: { name: string, shown: Shown }[]
  rows: { rank: number, outline: Area, longitude: number, latitude: number, values: (number | string | null)[] }[]
}
interface Most { rows: number, columns: number }
type Column = readonly (number | string | null)[]

/**
 * The cells or clusters that a reader should look at first: cells highest by what the method ranks by, else by its first
 * column of amounts; clusters by how many incidents they hold.
 *
 * @returns null for an answer without places or without anything above zero
 */
export function topPlaces(sheet: Pick<Sheet, 'result' | 'method'>, most: Most): TopPlaces | null {
  return Array.isArray(sheet.result.cells) ? topCells(sheet, sheet.result.cells as string[], most) : topClusters(sheet.result, most)
}

function topCells({ result, method }: Pick<Sheet, 'result' | 'method'>, cells: readonly string[], most: Most): TopPlaces | null {
  const shown = shownColumns(method.shows, result)
  const by = rankColumn(method, result) ?? shown.find(([, { kind }]) => kind === 'amount')?.[0]
  const ranks = by === undefined ? undefined : result[by] as (number | null)[] | undefined
  if (!ranks) return null
  const first = cells.map((_, i) => i).filter(i => (ranks[i] ?? 0) > 0).sort((a, b) => ranks[b]! - ranks[a]! || a - b).slice(0, most.rows)
  if (first.length === 0) return null
  // What says nothing of any row is left out; what was ranked by stays.
  const telling = shown.filter(([name]) => name === by || first.some(i => (result[name] as Column)[i] !== null)).slice(0, most.columns)
  return {
    columns: telling.map(([name, each]) => ({ name, shown: each })),
    rows: first.map((i, k) => {
      const [latitude, longitude] = cellToLatLng(cells[i]!)
      return { rank: k + 1, outline: outlineOf(cells[i]!), longitude, latitude, values: telling.map(([name]) => (result[name] as Column)[i] ?? null) }
    }),
  }
}

const incidents: Shown = { kind: 'amount', decimals: 0, label: { zh: '警情数', en: 'Incidents' }, unit: { zh: '起', en: 'incidents' } }

function topClusters(result: Sheet['result'], most: Most): TopPlaces | null {
  const rows = hullsOf(result).slice(0, most.rows).map(({ count, hull }, k) => {
    const outline = areaOf(hull), [longitude, latitude] = middleOf(outline)
    return { rank: k + 1, outline, longitude, latitude, values: [count] }
  })
  return rows.length ? { columns: [{ name: 'count', shown: incidents }], rows } : null
}

/** Outlines of an answer's clusters, the largest first; those without an area left out. */
export const clusterAreas = (result: Sheet['result']): Area[] => hullsOf(result).map(({ hull }) => areaOf(hull))
/** A cell's hexagon, longitude first. */
export const outlineOf = (cell: string): Area => ({ type: 'Polygon', coordinates: [cellToBoundary(cell, true) as [number, number][]] })

const hullsOf = ({ clusters }: Sheet['result']) => (Array.isArray(clusters) ? clusters as Cluster[] : []).filter(hasArea)
const areaOf = (hull: Cluster['hull']): Area => ({ type: 'Polygon', coordinates: [hull] })

/** Whether there is anything to see on a map. */
export const hasPlaces = ({ result, question, zones, parts }: Pick<Sheet, 'result' | 'question' | 'zones' | 'parts'>): boolean =>
  Array.isArray(result.cells) || hullsOf(result).length > 0 || question.selection.area !== undefined || parts.includes('zones') && zones.length > 0
