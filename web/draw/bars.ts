import type { Layer } from '../../layers/layer.ts'
import { valueText, type Words } from '../record/value.ts'

export interface Bar { label: string, count: number, share: number }

/**
 * Counts by value as bars, the longest first; what is beyond the first few is one bar.
 *
 * @param values  counts by value; '' for records without one
 * @param texts   how to call records without a value, and the rest
 */
export function barsOf(layer: Layer, property: string, values: Record<string, number>, words: Words, texts: { without: string, other: (n: number) => string }, most = 6): Bar[] {
  const sorted = Object.entries(values).filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1])
  const longest = Math.max(1, sorted[0]?.[1] ?? 0)
  const declared = layer.properties[property]
  const label = (value: string) => value === '' || !declared ? texts.without
    : valueText(property, declared, declared.choices ? value : value === 'true' ? true : value === 'false' ? false : value, words).text
  const shown = sorted.length > most ? sorted.slice(0, most - 1) : sorted
  const rest = sorted.slice(shown.length)
  const bars = shown.map(([value, count]) => ({ label: label(value), count, share: count / longest }))
  if (rest.length === 0) return bars
  const count = rest.reduce((sum, [, n]) => sum + n, 0)
  return [...bars, { label: texts.other(rest.length), count, share: Math.min(1, count / longest) }]
}
