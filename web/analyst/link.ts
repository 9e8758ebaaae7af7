import type { Question } from './types.ts'

/** Anything that JSON can say, for a link: its JSON in base64url. */
export const writeText = (value: unknown): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(value)))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** @returns undefined for a text that `writeText` didn't write */
export function readText(text: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0))
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return undefined
  }
}

/** A question as text for a link. */
export const writeQuestion = (question: Question): string => writeText(question)

/** @returns null for what is no question; whether its parts make sense the server says, by name */
export function readQuestion(text: string): Question | null {
  const { selection, method, parameters, resolution } = (readText(text) ?? {}) as Partial<Question>
  const sound = typeof selection?.from === 'string' && typeof selection.to === 'string' && typeof method === 'string'
    && typeof parameters === 'object' && parameters !== null && Number.isInteger(resolution)
  return sound ? { selection, method, parameters, resolution: resolution! } : null
}
