import type { Language } from '../i18n.ts'
import { messages } from './messages.ts'

type Texts = typeof messages.zh
type Flat = { [K in keyof Texts as Texts[K] extends string ? K : never]: string }

/**
 * Texts in the report's own language, whatever that of the page is: a report in English stays one on a Chinese desk.
 *
 * @returns the text with `{name}` filled in
 */
export const textsIn = (language: Language) => (name: keyof Flat, values: Readonly<Record<string, string | number>> = {}): string =>
  Object.entries(values).reduce((text, [key, value]) => text.replaceAll(`{${key}}`, String(value)), messages[language][name] as string)
