import type { Parameter } from '../../../server/analysis/method.ts'

/** What somebody typed for a parameter: its value, nothing (its own default), or not readable. */
export type Typed = { value: unknown } | 'default' | 'unreadable'

/** Reads what was typed. Whether a number is within its bounds the server says, by name; what is no number never gets there. */
export function readTyped(parameter: Parameter, text: string): Typed {
  const said = text.trim()
  if (said === '') return 'default'
  if (parameter.kind === 'choice') return { value: said }
  const numbers = said.split(/[\s,，、;；]+/).map(Number)
  if (!numbers.every(Number.isFinite)) return 'unreadable'
  if (parameter.kind === 'numbers') return { value: numbers }
  return numbers.length === 1 ? { value: numbers[0] } : 'unreadable'
}

/** A parameter's value as it is typed and shown. */
export const valueAsText = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'number' ? String(Math.round(value * 100) / 100) : value === null || value === undefined ? '' : String(value)
