import type { Dictionary, Label, Property } from '../../layers/layer.ts'
import { ageText, fullText, type Clock } from './age.ts'

export type Locale = Clock['locale']

/** One word of an editable dictionary. */
export interface Word { name: string, name_en: string | null }

/** What is needed to say a value: the clock and the words that codes stand for. */
export interface Words {
  clock: Clock
  dictionary(name: Dictionary, code: string): Word | undefined
  /** A police station by its id. */
  station(id: number): Word | undefined
}

/** A value as it is shown. `title` is what a pointer that rests on it is told. */
export interface Shown { text: string, title?: string, missing?: true, numeric?: true }

export const labelText = (label: Label, locale: Locale): string => label[locale]

const nothing = (locale: Locale): Shown => ({ text: locale === 'zh' ? '未填' : 'not recorded', missing: true })

/**
 * A property's value in words: codes by their dictionary, choices by their label, instants by their age, numbers with
 * their unit. "No data" says so and never looks like zero. An unknown code is shown as it is.
 */
export function valueText(name: string, property: Property, value: unknown, words: Words): Shown {
  const { locale, timeZone } = words.clock
  if (value === null || value === undefined || value === '') return nothing(locale)
  const inDictionary = (code: string): string => property.dictionary ? wordText(words.dictionary(property.dictionary, code), code, locale) : code
  if (Array.isArray(value)) return value.length ? { text: value.map(one => inDictionary(String(one))).join(locale === 'zh' ? '、' : ', ') } : nothing(locale)
  if (property.dictionary) return { text: inDictionary(String(value)), title: String(value) }
  const chosen = property.choices?.[String(value)]
  if (chosen) return { text: labelText(chosen, locale) }
  if (name === 'station_id') return { text: wordText(words.station(Number(value)), `#${String(value)}`, locale) }
  if (typeof value === 'boolean') return { text: locale === 'zh' ? (value ? '是' : '否') : (value ? 'yes' : 'no') }
  if (isInstant(property)) return { text: ageText(String(value), words.clock), title: fullText(String(value), timeZone), numeric: true }
  if (typeof value === 'number') return { text: numberText(value, locale, property.unit), numeric: true }
  return { text: String(value) }
}

/** A number with thousands apart and its unit behind a thin gap. */
export function numberText(value: number, locale: Locale, unit?: Label): string {
  const digits = value.toLocaleString(locale === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: value < 10 ? 1 : 0 })
  return unit ? `${digits} ${labelText(unit, locale)}` : digits
}

export const wordText = (word: Word | undefined, otherwise: string, locale: Locale): string =>
  word ? (locale === 'zh' ? word.name : word.name_en || word.name) : otherwise

/** Whether a property holds an instant: a string in date-time format, possibly null. */
export function isInstant(property: Property): boolean {
  const type = property.type as { format?: string, anyOf?: { format?: string }[] }
  return type.format === 'date-time' || !!type.anyOf?.some(one => one.format === 'date-time')
}

/** Identifiers of other rows: they lead somewhere, but say nothing to a reader. */
export const isReference = (name: string): boolean => name.endsWith('_id') && name !== 'station_id'
