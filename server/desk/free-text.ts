import { BadInput } from '../errors.ts'
import { findIdentityNumber } from '../import/privacy.ts'

const mobileNumber = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/

/**
 * A text that somebody typed, without spaces at its ends.
 *
 * @param pointer  where it stands in the request, for the refusal
 * @throws {BadInput} where it holds an identity number or a mobile number: no person is kept here
 */
export function readText(text: string, pointer: string): string {
  if (findIdentityNumber(text)) throw new BadInput({ pointer, value: '…', detail: 'holds a citizen identity number: leave it out, no person is recorded here' })
  if (mobileNumber.test(text.normalize('NFKC'))) throw new BadInput({ pointer, value: '…', detail: 'holds a mobile number: leave it out, callers are reached through the call-taking system' })
  return text.trim()
}

/** The same for a text that may be left out or empty: null then. */
export const readOptionalText = (text: string | undefined, pointer: string): string | null => text === undefined ? null : readText(text, pointer) || null
