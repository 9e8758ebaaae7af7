import type { Label } from '../../layers/layer.ts'
import type { Chosen, Question } from './choose.ts'
import type { IncidentColumns } from './columns.ts'
import type { StudyArea } from './study-area.ts'

/** A parameter of a method in plain words. */
export type Parameter = { label: Label, why: Label } & (
  | { kind: 'number', unit: Label, least: number, most: number, whole?: boolean, /** Null: computed from the data. */ otherwise: number | null }
  | { kind: 'choice', options: Readonly<Record<string, Label>>, otherwise: string }
  | { kind: 'numbers', unit: Label, otherwise: readonly number[] })

/** How a column of a method's cells is drawn, listed and exported. */
export type Shown = { label: Label, unit: Label } & (
  /** From nothing upwards; null where it can't be told. */
  | { kind: 'amount', decimals: number }
  /** About zero, both ways. */
  | { kind: 'difference', decimals: number }
  /** 90, 95, 99 or the same below zero, after correction; 0 where chance explains it. Of more or less than elsewhere, or than before. */
  | { kind: 'confidence', of?: 'change' }
  /** One of a few words. `tone` says how hot it is, from -1 to 1; null for what is neither. `sign`: a character or two for inside a cell, where colours alone don't tell kinds apart. */
  | { kind: 'category', values: Readonly<Record<string, { label: Label, tone: number | null, sign?: Label }>> }
  /** Listed and exported, not drawn. */
  | { kind: 'figure', decimals: number })

export interface Input {
  columns: IncidentColumns
  question: Question
  chosen: Chosen
  /** The earlier window of equal length, for methods that compare. */
  before: Chosen
  area: StudyArea
}

export interface Tools {
  progress(done: number, total: number): void
  /** Why a number was taken where the caller gave none. */
  took(name: string, value: number): void
}

export interface Method<Values = any> {
  id: string
  title: Label
  /** What it answers, for somebody who isn't a statistician. */
  purpose: Label
  /** Where it comes from. */
  source: string
  parameters: Readonly<Record<string, Parameter>>
  /** H3 resolution of its cells, where it has any. */
  cells?: true
  /** Its cells' columns by name; the first is the one that is drawn at first, unless the result names another as `drawn`. */
  shows?: Readonly<Record<string, Shown>>
  /** The column by which cells are ranked as a forecast of where incidents will come, higher first; the one that a result names as `drawn` in its place. */
  ranks?: string
  /** It has something to say also where nothing is left of the window, but something was of the one before. */
  comparesBefore?: true
  /** What it can't say, for the report. */
  limits?: Label
  /** Runs in a worker, with parameters as `parameters.ts` read them. @throws {NothingToSay} where the input can't be analysed, in words */
  run(input: Input, parameters: Values, tools: Tools): object
}

/** The data can't bear the question. Said to the analyst as it is. */
export class NothingToSay extends Error {
  readonly label: Label
  constructor(label: Label) {
    super(label.en)
    this.name = 'NothingToSay'
    this.label = label
  }
}

export const none: Label = { zh: '所选条件下没有警情：放宽时间、类别或范围后再试', en: 'No incidents fit the selection: widen the window, the types or the area' }
