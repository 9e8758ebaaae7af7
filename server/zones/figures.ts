import { cellArea } from 'h3-js'
import { countByCell } from '../analysis/by-cell.ts'
import { choose, type Question } from '../analysis/choose.ts'
import type { IncidentColumns } from '../analysis/columns.ts'
import { insideOf } from '../analysis/insideness.ts'
import { ringsOf, type Area } from '../analysis/selected-place.ts'
import type { StudyArea } from '../analysis/study-area.ts'

/** What its figures are made of. */
export interface FiguresJob { kind: 'figures', columns: IncidentColumns, question: Question, area: StudyArea, zone: Area, /** On the ellipsoid. */ squareMetres: number }
export interface InsideJob { kind: 'inside', columns: IncidentColumns, question: Question, areas: readonly Area[] }

/** How a zone stands within what was analysed, at one moment. */
export interface Figures {
  /** Of the selection, when the figures were made; `as_of` and `revision` say when that was. */
  incidents: number
  incidents_inside: number
  /** Null where there are no incidents at all. */
  share_inside: number | null
  area_m2: number
  study_area_m2: number
  area_share: number
  /** Share of incidents over share of area: 1 is what chance gives. Means nothing without the share of area. */
  pai: number | null
  per_square_km: number
  as_of: string
  revision: number
}

/**
 * Count the selection inside a zone, and hold it against the study area: the cells with an address or a road that the
 * selection's own area holds, at the run's resolution.
 *
 * Cost: two passes over the window and one over the study area; a second for a million incidents, so not on the thread that serves maps.
 */
export function figuresOf({ columns, question, area, zone, squareMetres }: Omit<FiguresJob, 'kind'>): Figures {
  const chosen = choose(columns, question), [inside = 0] = countInside(columns, chosen.rows, [zone])
  const studied = countByCell({ columns, question, chosen, before: chosen, area }).cells.reduce((sum, cell) => sum + cellArea(cell, 'm2'), 0)
  const share = chosen.rows.length > 0 ? inside / chosen.rows.length : null, areaShare = studied > 0 ? squareMetres / studied : 0
  return {
    incidents: chosen.rows.length, incidents_inside: inside, share_inside: share, area_m2: Math.round(squareMetres), study_area_m2: Math.round(studied), area_share: areaShare,
    pai: share !== null && areaShare > 0 ? share / areaShare : null, per_square_km: inside / squareMetres * 1e6, as_of: new Date(columns.asOf).toISOString(), revision: columns.revision,
  }
}

/** How many of these rows lie in each area. */
export function countInside({ longitude, latitude }: IncidentColumns, rows: Uint32Array, areas: readonly Area[]): number[] {
  return areas.map(area => {
    const inside = insideOf(ringsOf(area))
    let n = 0
    for (const i of rows) if (inside(longitude[i]! / 1e7, latitude[i]! / 1e7)) n++
    return n
  })
}
