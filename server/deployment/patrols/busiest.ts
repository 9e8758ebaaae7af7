import { choose, type Question } from '../../analysis/choose.ts'
import type { IncidentColumns } from '../../analysis/columns.ts'
import { numberAncestors } from '../../analysis/h3-bits.ts'

/** Cells of about 130 m across: a street corner. */
const resolution = 10

/** A place within a zone with incidents: the middle of those of one cell, degrees. */
export interface BusyPlace { incidents: number, longitude: number, latitude: number }
export interface BusiestJob { kind: 'busiest', columns: IncidentColumns, questions: readonly Question[], most: number }

/**
 * The cells with most incidents, for each of some questions (a zone's, say); of equals the westernmost, so that the same incidents
 * give the same places.
 *
 * Cost: a pass over each window; so not on the thread that serves maps.
 */
export function busiestPlaces({ columns, questions, most }: Omit<BusiestJob, 'kind'>): BusyPlace[][] {
  return questions.map(question => {
    const { rows } = choose(columns, question), { number, cells } = numberAncestors(columns.cell, columns.cellLow, resolution, rows)
    const places = cells.map((): BusyPlace => ({ incidents: 0, longitude: 0, latitude: 0 }))
    rows.forEach((i, k) => {
      const place = places[number[k]!]!
      place.incidents++
      place.longitude += columns.longitude[i]! / 1e7
      place.latitude += columns.latitude[i]! / 1e7
    })
    const middles = places.map(({ incidents, longitude, latitude }) => ({ incidents, longitude: longitude / incidents, latitude: latitude / incidents }))
    return middles.sort((a, b) => b.incidents - a.incidents || a.longitude - b.longitude || a.latitude - b.latitude).slice(0, most)
  })
}
