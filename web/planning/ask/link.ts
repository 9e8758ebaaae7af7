import { readText, writeText } from '../../analyst/link.ts'
import type { SolveQuestion } from '../types.ts'

type Check = (value: unknown) => boolean

const text: Check = value => typeof value === 'string'
const number: Check = value => typeof value === 'number'
const yes: Check = value => typeof value === 'boolean'
const listOf = (each: Check): Check => value => Array.isArray(value) && value.every(each)
const object: Check = value => typeof value === 'object' && value !== null && !Array.isArray(value)
/** An object of which these parts are so, where they are there. */
const having = (parts: Record<string, Check>): Check => value => object(value) && Object.entries(parts).every(([name, check]) => (value as Record<string, unknown>)[name] === undefined || check((value as Record<string, unknown>)[name]))
const point: Check = value => listOf(number)(value) && (value as number[]).length === 2
const numbers: Check = value => object(value) && Object.values(value as object).every(number)

/** What the panel must be able to rely on of each part that a question may have; whether it makes sense the server says, by name. */
const shapes: Record<keyof SolveQuestion, Check> = {
  selection: value => object(value) && text((value as SolveQuestion['selection']).from) && text((value as SolveQuestion['selection']).to),
  zones: listOf(number), held_out_weeks: number, weights: having({ by_code: numbers, by_grade: numbers, near_repeat: object }), estimate: text, resolution: number, force: text, hour: number, siren: yes, minutes: numbers, straight_line: having({ kmh: number }),
  sites: having({ junctions: having({ spacing_metres: number }), drawn: listOf(having({ point, name: text })) }),
  model: text, posts: number, fixed: listOf(text), forbidden: listOf(text), room: number, unreachable: text, busy: number, backup_worth: number, cover_all: yes,
  shifts: listOf(text), moves: number, round: yes, seconds: number, wanted_gap: number,
}

/** A planner's question as text for a link. */
export const writePlanQuestion = (question: SolveQuestion): string => writeText(question)

/** @returns null for what is no question: without a selection or a model, with a part that no question has or that is of another kind */
export function readPlanQuestion(linked: string): SolveQuestion | null {
  const read = readText(linked)
  if (!object(read)) return null
  const parts = Object.entries(read as object), sound = parts.every(([name, value]) => Object.hasOwn(shapes, name) && shapes[name as keyof SolveQuestion](value))
  return sound && 'selection' in (read as object) && 'model' in (read as object) ? read as SolveQuestion : null
}
