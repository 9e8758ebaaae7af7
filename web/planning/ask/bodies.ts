import type { Selection } from '../../analyst/types.ts'
import type { SolveQuestion } from '../types.ts'

/** Of a question asked by shifts the demand of all of them is looked at together. */
const selectionOf = ({ selection, model, shifts }: SolveQuestion): Selection => model === 'by_shift' && shifts?.length ? { ...selection, shifts } : selection

/** What demand is asked for with. */
export function demandBody(question: SolveQuestion) {
  const { zones, held_out_weeks: held, weights, resolution } = question
  return { selection: selectionOf(question), ...(zones && { zones }), ...(held !== undefined && { held_out_weeks: held }), ...(weights && { weights }), ...(resolution !== undefined && { resolution }) }
}

/** What candidate sites, and cells by the minutes allowed, are asked for with. */
export function sitesBody(question: SolveQuestion) {
  const { force, minutes, sites } = question
  return { ...demandBody(question), ...(force && { force }), ...(minutes && { minutes }), ...(sites && { sites }) }
}

/** What beats are asked for with: which demand, and by whom it is met. All weeks count: beats are judged by none. */
export function beatsBody(question: SolveQuestion) {
  const { zones, weights, estimate, resolution, force, hour, siren, straight_line } = question
  return { selection: selectionOf(question), zones, weights, estimate, resolution, force, hour, siren, straight_line }
}

/** The question with one part said, or left to the server. */
export function withPart<Name extends keyof SolveQuestion>(question: SolveQuestion, name: Name, value: SolveQuestion[Name] | undefined): SolveQuestion {
  const { [name]: _, ...rest } = question
  return (value === undefined ? rest : { ...rest, [name]: value }) as SolveQuestion
}

/** The question under another model: by shift its own shifts take the place of the selection's, and back. `all`: ids of all shifts in their order. */
export function withModel(question: SolveQuestion, model: SolveQuestion['model'], all: readonly string[]): SolveQuestion {
  if (question.model === model) return question
  if (model === 'by_shift') {
    const { shifts: _, ...selection } = question.selection
    return { ...question, model, selection, shifts: question.shifts ?? [...all] }
  }
  if (question.model !== 'by_shift') return { ...question, model }
  const { shifts: _, moves: __, round: ___, ...rest } = question
  return { ...rest, model }
}
