import type { Label } from '../../layers/layer.ts'
import type { Shown } from '../../server/analysis/method.ts'
import type { Language } from '../i18n.ts'
import type { SheetJudgement } from '../analyst/judge/types.ts'
import type { Area, LeftOut, Question } from '../analyst/types.ts'

export const sheetParts = ['map', 'clock', 'figures', 'judgement', 'zones'] as const
export type SheetPart = (typeof sheetParts)[number]

/** A zone as the report shows it: its version is named, because zones move on and reports don't. */
export interface SheetZone { id: number, name: string, version: number, geometry: Area }

/** All that one page shows, whether it was saved or is a preview. Nothing on it is asked for anew. */
export interface Sheet {
  /** Null of a preview. */
  id: number | null
  language: Language
  title: string
  conclusions: string
  author: string
  created_at: string
  question: Question
  /** The selection in words, in the report's language. */
  selection: { label: string, text: string }[]
  method: { id: string, title: Label, source: string, limits: Label | null, shows: Readonly<Record<string, Shown>>, ranks: string | null }
  /** Parameters in words. */
  parameters: string[]
  resolution: number
  revision: number
  as_of: string
  size: number
  size_before: number
  left_out: Partial<LeftOut>
  result: Record<string, unknown>
  /** The answer in sentences. */
  sentences: Label[]
  /** Weights of the 168 hours of the week. */
  clock: { hours: number[], without_hour: number } | null
  judgement: SheetJudgement | null
  zones: SheetZone[]
  parts: readonly SheetPart[]
}
