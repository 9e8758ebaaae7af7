import { countByCell, countOver } from '../by-cell.ts'
import { choose, type Question } from '../choose.ts'
import type { IncidentColumns } from '../columns.ts'
import { insideOf } from '../insideness.ts'
import { whyNothing } from '../left-out.ts'
import { NothingToSay } from '../method.ts'
import type { StudyArea } from '../study-area.ts'
import type { Done, Tell } from '../worker.ts'
import { judgeWindow, type DrawnMap, type Judged } from './judged.ts'
import { inputOf, ranksOf } from './method-map.ts'
import { hotCells } from './scores.ts'
import { datesOf, summarise, type Judgement } from './summary.ts'
import { leastWindows } from './verdict.ts'
import type { JudgedWindow } from './windows.ts'
import { coverOf, zoneMap, type Polygons } from './zone-map.ts'

/** What is judged: maps that a method makes anew in each find window, or a zone that stays as it was drawn. */
export type Subject =
  | { method: string, parameters: Record<string, unknown>, /** Share of the study area that its map marks. */ areaShare: number }
  | { zone: Polygons, of: { id: number, version: number, name: string }, /** Epoch seconds. */ drawnAt: number, /** The same for people. */ drawnOn: string }

export interface JudgementJob {
  kind: 'judgement'
  subject: Subject
  columns: IncidentColumns
  /** Its own window gives way to each of the windows. */
  question: Question
  windows: JudgedWindow[]
  area: StudyArea
}

/**
 * Judge a method or a zone over repeated windows. A method gets the columns as they were when its find window ended:
 * what is judged isn't there to be looked at.
 *
 * @throws {NothingToSay} where no window can be judged, with the reason of the last one
 */
export function runJudgement({ subject, columns, question, windows, area }: JudgementJob, tell: Tell): Done {
  const judged: Judged[] = [], skipped: Judgement['skipped'] = [], took: Record<string, number> = {}
  const { leftOut } = choose(columns, { ...question, from: windows[0]!.judge.from, to: windows.at(-1)!.judge.to })
  const cover = 'zone' in subject ? coverOf(subject.zone, area.resolution) : new Map<string, number>(), inside = 'zone' in subject ? insideOf(subject.zone.flat()) : () => false
  windows.forEach((window, k) => {
    try {
      const later = choose(columns, { ...question, ...window.judge }), input = inputOf(columns, question, window.find, area)
      if (later.rows.length === 0) throw new NothingToSay({ zh: '检验的日子里没有符合条件的警情', en: 'No incidents fit the selection in the judged days' })
      if (input.chosen.rows.length === 0) throw new NothingToSay(whyNothing(input.chosen))
      const { cells, counts: prior, index } = countByCell(input)
      const map: DrawnMap = 'zone' in subject ? zoneMap(inside, cover, input, columns, later.rows, index) : {
        ranks: ranksOf(subject, input, index, { progress: (done, total) => tell(k + done / total, windows.length), took(name, value) { took[name] = value } }),
        hot: hotCells(subject.areaShare, cells.length),
      }
      judged.push(judgeWindow({ window, cells, prior, later: countOver({ ...input, columns }, later, index).counts, incidents: later.rows.length, foundAll: input.chosen.rows.length, map }))
    } catch (error) {
      if (!(error instanceof NothingToSay)) throw error
      skipped.push({ ...datesOf(window), why: error.label })
    }
    tell(k + 1, windows.length)
  })
  if (judged.length === 0) throw new NothingToSay(skipped.at(-1)!.why)
  const result = 'zone' in subject ? { of: { zone: subject.of }, ...summariseZone(judged, skipped, subject) } : { of: { method: subject.method }, ...summarise(judged, skipped) }
  return { size: result.windows.reduce((sum, { incidents }) => sum + incidents, 0), before: 0, leftOut, took, asOf: columns.asOf, revision: columns.revision, result }
}

/** Windows that begin after the zone was drawn judge it; where there are too few, all are shown and nothing is claimed. */
function summariseZone(judged: readonly Judged[], skipped: Judgement['skipped'], { drawnAt, drawnOn }: { drawnAt: number, drawnOn: string }): Judgement {
  const later = judged.filter(({ window }) => window.judge.from >= drawnAt)
  if (later.length < leastWindows) return summarise(judged, skipped, { drawn: { at: drawnOn, later: later.length } })
  const earlier = judged.filter(each => !later.includes(each)).map(({ window }) => ({
    ...datesOf(window), why: { zh: `早于区域划定（${drawnOn}）`, en: `Before the zone was drawn (${drawnOn})` },
  }))
  return summarise(later, [...skipped, ...earlier], { drawn: { at: drawnOn, later: later.length } })
}
