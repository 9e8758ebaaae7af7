import type { Question } from './types.ts'

/** A question as text for a link: its JSON in base64url. */
export const writeQuestion = (question: Question): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(question)))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** @returns null for what is no question; whether its parts make sense the server says, by name */
export function readQuestion(text: string): Question | null {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0))
    const read = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Question>
    const { selection, method, parameters, resolution } = read
    const sound = typeof selection?.from === 'string' && typeof selection.to === 'string' && typeof method === 'string'
      && typeof parameters === 'object' && parameters !== null && Number.isInteger(resolution)
    return sound ? { selection, method, parameters, resolution: resolution! } : null
  } catch {
    return null
  }
}
