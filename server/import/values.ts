import type { TargetColumn } from './target.ts'
import { fold } from './dictionary.ts'

/** Cells that stand for nothing. */
const nothing = new Set(['', 'NA', 'N/A', '#N/A', 'NULL', 'null', '\\N', 'NaN', 'nan', 'None'])
const yes = new Set(['true', 't', 'yes', 'y', '1', '是', '有'])
const no = new Set(['false', 'f', 'no', 'n', '0', '否', '无'])
const limits: Readonly<Record<string, number>> = { smallint: 2 ** 15, integer: 2 ** 31, bigint: 2 ** 53 }
// eslint-disable-next-line no-control-regex
const beyondAscii = /[^\x00-\x7f]/

export interface Reading { value: string | null, fault?: undefined }
export interface Fault { fault: string, kind: string }

/** A cell without space around it; null where it stands for nothing. */
export function cellText(raw: string | null | undefined): string | null {
  if (raw === null || raw === undefined) return null
  const text = raw.trim()
  return nothing.has(text) ? null : text
}

/** Digits, signs and letters of full width as the plain ones. */
export const narrow = (text: string): string => beyondAscii.test(text) ? text.normalize('NFKC') : text

/** How a cell becomes a value of a column, except for times and dictionaries, which need more than the cell. */
export function valueReader({ name, type, property }: TargetColumn): (text: string) => Reading | Fault {
  if (property?.choices) return choiceReader(property.choices)
  if (type in limits) return integerReader(limits[type]!)
  if (type === 'real' || type === 'double precision') return numberReader
  if (type === 'boolean') return booleanReader
  const isCode = name === 'number' || name === 'code' || name.endsWith('_code')
  return text => text.includes('\0') ? { fault: 'holds a zero byte', kind: 'broken text' } : { value: isCode ? narrow(text) : text }
}

function choiceReader(choices: Readonly<Record<string, { zh: string, en: string }>>) {
  const known = new Map<string, string>()
  for (const [value, label] of Object.entries(choices)) for (const name of [label.en, label.zh, value]) known.set(fold(name), value)
  return (text: string): Reading | Fault => {
    const value = known.get(fold(text))
    return value === undefined ? { fault: `must be one of ${Object.keys(choices).join(', ')}`, kind: 'unknown code' } : { value }
  }
}

function integerReader(limit: number) {
  return (text: string): Reading | Fault => {
    const plain = narrow(text).replace(/(?<=\d),(?=\d{3}(\D|$))/g, '')
    const value = Number(plain)
    if (!/^[+-]?\d+(\.0+)?$/.test(plain)) return { fault: 'must be a whole number', kind: 'not a number' }
    if (Math.abs(value) >= limit) return { fault: `must be within ±${limit - 1}`, kind: 'number too large' }
    return { value: String(value) }
  }
}

function numberReader(text: string): Reading | Fault {
  const plain = narrow(text)
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? { value: plain } : { fault: 'must be a number', kind: 'not a number' }
}

function booleanReader(text: string): Reading | Fault {
  const folded = fold(text)
  if (yes.has(folded)) return { value: 'true' }
  if (no.has(folded)) return { value: 'false' }
  return { fault: 'must be true or false (yes, no, 1, 0, 是, 否)', kind: 'not true or false' }
}
