import { ckmeans } from 'simple-statistics'

/** How amounts are parted into classes. */
export type Rule = 'quantile' | 'equal' | 'natural' | 'hand'
export const rules = ['quantile', 'natural', 'equal', 'hand'] as const satisfies readonly Rule[]

/** Natural breaks of more values than this are found on an even sample of them, sorted: a second of work at most. */
const mostForNatural = 4000

/**
 * Upper bounds of classes, both ends of the values kept: a value is in the first class whose bound it doesn't exceed.
 *
 * @param values  finite, any order
 * @param classes  how many are wished for, 2 to 7; fewer come where the values don't part into that many
 * @returns rising, the last one being the greatest value; empty without values
 * @throws {RangeError} for another number of classes
 */
export function boundsOf(values: readonly number[], rule: Exclude<Rule, 'hand'>, classes: number): number[] {
  if (!Number.isInteger(classes) || classes < 2 || classes > 7) throw new RangeError(`${classes} classes; 2 to 7 can be told apart`)
  if (values.length === 0) return []
  const sorted = Float64Array.from(values).sort(), least = sorted[0]!, greatest = sorted.at(-1)!
  return rising([...makers[rule](sorted, classes, least, greatest), greatest])
}

const makers: Record<Exclude<Rule, 'hand'>, (sorted: Float64Array, classes: number, least: number, greatest: number) => number[]> = {
  quantile: (sorted, classes) => inner(classes, k => sorted[Math.ceil(k / classes * sorted.length) - 1]!),
  equal: (_, classes, least, greatest) => inner(classes, k => least + (greatest - least) * k / classes),
  natural: (sorted, classes) => {
    const step = Math.max(1, sorted.length / mostForNatural), sample = Array.from({ length: Math.ceil(sorted.length / step) }, (_, i) => sorted[Math.floor(i * step)]!)
    sample.push(sorted.at(-1)!)
    const distinct = new Set(sample).size
    return distinct < 2 ? [] : ckmeans(sample, Math.min(classes, distinct)).map(cluster => cluster.at(-1)!)
  },
}

const inner = (classes: number, bound: (k: number) => number): number[] => Array.from({ length: classes - 1 }, (_, i) => bound(i + 1))
const rising = (bounds: readonly number[]): number[] => [...new Set(bounds)].sort((a, b) => a - b)

/**
 * Bounds that somebody wrote: "1, 5 20". What lies above the last one is a class of its own.
 *
 * @returns null where it isn't one to six rising numbers
 */
export function readBounds(text: string): number[] | null {
  const numbers = text.trim().split(/[\s,，、;；]+/).map(Number)
  const sound = text.trim() !== '' && numbers.length <= 6 && numbers.every((each, i) => Number.isFinite(each) && (i === 0 || each > numbers[i - 1]!))
  return sound ? numbers : null
}

/** Bounds by hand, ended by the greatest value so that everything has a class. */
export const closed = (bounds: readonly number[], values: readonly number[]): number[] => {
  const greatest = values.reduce((most, each) => Math.max(most, each), -Infinity)
  return values.length && greatest > bounds.at(-1)! ? [...bounds, greatest] : [...bounds]
}
