import type { Label } from '../../../layers/layer.ts'
import type { Shown } from '../../../server/analysis/method.ts'
import { rampColours } from '../../map/cells/ramps.ts'
import type { Theme } from '../../theme/tokens.ts'
import { boundsOf, closed, type Rule } from './classes.ts'
import { confidenceColour, divergingColour, neutralColour } from './colours.ts'
import { numberLabel } from './number.ts'

/** One line of the legend. */
export interface Class {
  label: Label
  /** `#rrggbb`; null for what is listed and not drawn. */
  colour: string | null
  /** How opaque its cells are, 0 to 1: what matters less lets more of the map through. */
  alpha: number
  cells: number
  /** One character for inside a cell, where classes are words. */
  sign?: Label
}

/** A column of an answer as it is drawn. */
export interface Picture {
  /** In the order of the legend, from the hottest down. */
  classes: Class[]
  /** For each cell the number of its class. */
  classOf: Uint8Array
  /** Upper bounds, where the column is amounts: other pictures can be drawn by the same. */
  bounds: number[] | null
}

export type Values = readonly (number | string | null)[]
export interface Classing { rule: Rule, classes: number, hand: readonly number[] | null }

/**
 * Classes of a column.
 *
 * @param bounds  take these instead of making some, so that two pictures can be compared
 */
export function pictureOf(values: Values, shown: Shown, classing: Classing, theme: Theme, bounds?: readonly number[] | null): Picture {
  if (shown.kind === 'confidence') return confidencePicture(values, shown.of ?? 'place', theme)
  if (shown.kind === 'category') return categoryPicture(values, shown, theme)
  return amountPicture(values, shown, classing, theme, bounds ?? null)
}

const missing: Label = { zh: '无数据', en: 'No figure' }

/** What a level of confidence is of: more than elsewhere, or more than before. */
export const confidenceWords = { place: { up: { zh: '热', en: 'Hot' }, down: { zh: '冷', en: 'Cold' } }, change: { up: { zh: '升', en: 'Up' }, down: { zh: '降', en: 'Down' } } } as const

function confidencePicture(values: Values, of: 'place' | 'change', theme: Theme): Picture {
  const levels = [99, 95, 90, 0, -90, -95, -99]
  const classes = levels.map((level): Class => ({
    label: level === 0 ? { zh: '不显著', en: 'Not significant' } : leveled(confidenceWords[of][level > 0 ? 'up' : 'down'], Math.abs(level)),
    colour: confidenceColour(level, theme), alpha: level === 0 ? 0.22 : 0.62 + 0.1 * [90, 95, 99].indexOf(Math.abs(level)), cells: 0,
  }))
  return filled(values, [...classes, { label: missing, colour: null, alpha: 0, cells: 0 }], value => value === null ? levels.length : levels.indexOf(Number(value)), null)
}

function categoryPicture(values: Values, shown: Extract<Shown, { kind: 'category' }>, theme: Theme): Picture {
  const entries = Object.entries(shown.values).sort(([, a], [, b]) => (b.tone ?? -2) - (a.tone ?? -2))
  const place = new Map(entries.map(([name], i) => [name, i]))
  const classes = entries.map(([, { label, tone, sign }]): Class => ({
    label, colour: tone === null ? neutralColour(theme) : divergingColour(tone, theme), alpha: tone === null ? 0.2 : 0.45 + 0.35 * Math.abs(tone), cells: 0,
    ...(sign && { sign }),
  }))
  return filled(values, [...classes, { label: { zh: '不显著或无数据', en: 'Not significant or no figure' }, colour: neutralColour(theme), alpha: 0.16, cells: 0 }],
    value => place.get(String(value)) ?? entries.length, null)
}

function amountPicture(values: Values, shown: Shown, { rule, classes: wished, hand }: Classing, theme: Theme, given: readonly number[] | null): Picture {
  const both = shown.kind === 'difference', decimals = 'decimals' in shown ? shown.decimals : 0
  const numbers = values.filter((value): value is number => typeof value === 'number' && Number.isFinite(value))
  // Of differences the sizes are parted, so that up and down are measured alike; nothing is a class of its own.
  const sizes = numbers.filter(value => value !== 0 && (both || value > 0)).map(Math.abs)
  const made = given ?? (rule === 'hand' ? hand : null)
  const bounds = made ? closed(made, sizes) : sayable(boundsOf(sizes, rule === 'hand' ? 'quantile' : rule, both ? Math.min(wished, 4) : wished), sizes)
  const colours = both ? bounds.map((_, i) => divergingColour((i + 1) / bounds.length, theme)) : bounds.length ? rampColours('viridis', Math.min(7, bounds.length), theme) : []
  const alpha = (i: number) => 0.5 + 0.32 * (i + 1) / Math.max(1, bounds.length)
  const range = (i: number, sign: '' | '−'): Label => rangeLabel(i === 0 ? null : bounds[i - 1]!, bounds[i]!, decimals, sign)
  const up = bounds.map((_, i): Class => ({ label: both ? signed(range(i, ''), '+') : range(i, ''), colour: colours[Math.min(i, colours.length - 1)]!, alpha: alpha(i), cells: 0 }))
  const down = both ? bounds.map((_, i): Class => ({ label: range(i, '−'), colour: divergingColour(-(i + 1) / bounds.length, theme), alpha: alpha(i), cells: 0 })) : []
  const zero: Class = { label: { zh: both ? '持平' : '0', en: both ? 'No change' : '0' }, colour: both ? neutralColour(theme) : null, alpha: both ? 0.18 : 0, cells: 0 }
  const absent: Class = { label: missing, colour: neutralColour(theme), alpha: 0.12, cells: 0 }
  const list = [...up.toReversed(), zero, ...down, absent], zeroAt = bounds.length
  const classIndex = (size: number) => { const at = bounds.findIndex(bound => size <= bound); return at < 0 ? bounds.length - 1 : at }
  return filled(values, list, value => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return list.length - 1
    if (value === 0 || !both && value < 0) return zeroAt
    return value > 0 ? bounds.length - 1 - classIndex(value) : zeroAt + 1 + classIndex(-value)
  }, bounds)
}

/** Whole numbers have whole bounds: 5 parts them as 5.5 does. */
const sayable = (bounds: number[], sizes: readonly number[]): number[] => sizes.every(Number.isInteger) ? [...new Set(bounds.map(Math.floor))].filter(bound => bound > 0) : bounds

const leveled = ({ zh, en }: Label, level: number): Label => ({ zh: `${zh} ${level}%`, en: `${en} ${level}%` })
const signed = ({ zh, en }: Label, sign: string): Label => ({ zh: sign + zh, en: sign + en })

/** "1–4", "5–9" of whole numbers; "≤ 0.5", "0.5–1.2" of others. */
function rangeLabel(below: number | null, bound: number, decimals: number, sign: string): Label {
  const text = (value: number) => numberLabel(value, decimals)
  const whole = decimals === 0 && Number.isInteger(bound) && (below === null || Number.isInteger(below))
  const first = whole ? (below ?? 0) + 1 : below
  if (first === null) return both(`${sign}≤ ${text(bound)}`)
  return both(whole && first === bound ? sign + text(bound) : `${sign}${text(first)}–${text(bound)}`)
}

const both = (text: string): Label => ({ zh: text, en: text })

function filled(values: Values, classes: Class[], place: (value: number | string | null) => number, bounds: number[] | null): Picture {
  const classOf = Uint8Array.from(values, place)
  for (const at of classOf) classes[at]!.cells++
  return { classes, classOf, bounds }
}
