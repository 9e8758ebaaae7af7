/**
 * Upper bounds of classes that hold about the same number of values each, rounded to figures one can say.
 * Fewer classes come out where the values don't part into that many.
 *
 * @param values  counts above zero; any order
 * @param classes  how many are wished for, 2 to 7
 * @returns ascending, the last one being the greatest value; empty without values
 */
export function classBreaks(values: readonly number[], classes: number): number[] {
  if (values.length === 0) return []
  const sorted = Float64Array.from(values).sort()
  const greatest = sorted.at(-1)!
  const bounds = new Set<number>()
  for (let k = 1; k < classes; k++) {
    const bound = round(sorted[Math.floor(k / classes * (sorted.length - 1))]!)
    if (bound < greatest) bounds.add(bound)
  }
  return [...[...bounds].sort((a, b) => a - b), greatest]
}

/** The class of a value: 0 for those up to the first bound, and so on. Values above the last are in the last. */
export function classOf(value: number, breaks: readonly number[]): number {
  let low = 0
  let high = breaks.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= breaks[middle]!) high = middle
    else low = middle + 1
  }
  return Math.max(low, 0)
}

/** Each class as its first and last count, for whole numbers: [1, 4], [5, 9] … */
export const classRanges = (breaks: readonly number[], least = 1): [number, number][] =>
  breaks.map((bound, i) => [i === 0 ? least : breaks[i - 1]! + 1, bound])

/** Two leading figures at most: 7, 43, 430, 1200. */
function round(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(value, 1))) - 1)
  return Math.max(1, Math.round(value / step) * step)
}
