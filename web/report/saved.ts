import type { Label } from '../../layers/layer.ts'
import type { Language } from '../i18n.ts'
import type { SheetJudgement } from '../analyst/judge/types.ts'
import { sentencesOf } from '../analyst/result/sentences.ts'
import { partLabels, selectionWords, type SelectionNames } from '../analyst/selection-words.ts'
import type { LeftOut, MethodEntry, Question, RunAnswer, Selection } from '../analyst/types.ts'
import { parameterWords } from './parameter-words.ts'
import { sheetParts, type Sheet, type SheetPart, type SheetZone } from './sheet.ts'

/** A report as the server keeps it. */
export interface SavedReport {
  id: number
  title: string
  language: Language
  author: string
  created_at: string
  question: Question
  /** What the selection's codes were called then. */
  words: { types: { code: string, label: Label }[], place_categories: { code: string, label: Label }[], shifts: { id: string, label: Label }[], division: Label | null, zone: { name: string, version: number } | null }
  conclusions: string | null
  method: Pick<MethodEntry, 'id' | 'title' | 'source' | 'parameters' | 'shows' | 'limits' | 'ranks'>
  selection: Selection
  parameters: Record<string, unknown>
  computed: string[]
  resolution: number
  revision: number
  as_of: string
  size: number
  size_before: number
  left_out: LeftOut
  seconds: number
  result: Record<string, unknown>
  zones: SheetZone[]
  clock: Sheet['clock']
  judgement: SheetJudgement | null
  parts: SheetPart[] | null
}

/**
 * The page of a saved report: everything as it was kept, codes by the names that they had then.
 *
 * @param names  for what has no name of its own in the report: sources, statuses, levels
 */
export function sheetOfReport(report: SavedReport, names: SelectionNames): Sheet {
  const { language, words, method } = report
  const find = (list: readonly { code?: string, id?: string, label: Label }[], key: string) => list.find(({ code, id }) => (code ?? id) === key)?.label[language] ?? key
  const then: SelectionNames = {
    ...names, locale: language, type: code => find(words.types, code), placeCategory: code => find(words.place_categories, code), shift: id => find(words.shifts, id),
    division: id => words.division?.[language] ?? `#${id}`,
    zone: (id, version) => words.zone ? `${words.zone.name} v${words.zone.version}` : names.zone(id, version),
  }
  const answer: RunAnswer = { ...report, id: String(report.id), method: method.id }
  return {
    id: report.id, language, title: report.title, conclusions: report.conclusions ?? '', author: report.author, created_at: report.created_at, question: report.question,
    selection: selectionWords(report.selection, then).map(({ part, text }) => ({ label: partLabels[language][part], text })),
    method: { id: method.id, title: method.title, source: method.source, limits: method.limits ?? null, shows: method.shows ?? {}, ranks: method.ranks ?? null },
    parameters: parameterWords(method, report.parameters, language), resolution: report.resolution, revision: report.revision, as_of: report.as_of,
    size: report.size, size_before: report.size_before, left_out: report.left_out, result: report.result, sentences: sentencesOf(answer),
    clock: report.clock, judgement: report.judgement, zones: report.zones, parts: report.parts ?? sheetParts,
  }
}
