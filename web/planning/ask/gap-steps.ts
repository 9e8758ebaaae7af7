/** A gap as it was proven at so many seconds. */
export interface GapAt { seconds: number, gap: number }

/**
 * The proven gap over time as the points of a step line in a box of 100 × 100, y down: it holds until the next proof. Heights are
 * roots, so that the last tenths of a per cent, which one waits for, are still seen to fall.
 *
 * @param seconds  at the right edge; the first proof is at the left one
 * @returns `x,y x,y …`, and the gap at the top: the largest
 */
export function gapSteps(gaps: readonly GapAt[], seconds: number): { points: string, most: number } {
  const [first] = gaps, last = gaps.at(-1)
  if (!first || !last) return { points: '', most: 0 }
  const most = gaps.reduce((most, { gap }) => Math.max(most, gap), 0), span = Math.max(seconds, last.seconds) - first.seconds
  const x = (at: number) => round(span > 0 ? 100 * (at - first.seconds) / span : 0), y = (gap: number) => round(100 * (1 - Math.sqrt(most > 0 ? gap / most : 0)))
  const corners = gaps.flatMap(({ seconds: at, gap }, i) => [...i === 0 ? [] : [[x(at), y(gaps[i - 1]!.gap)]], [x(at), y(gap)]])
  return { points: [...corners, [100, y(last.gap)]].map(([a, b]) => `${a},${b}`).join(' '), most }
}

const round = (value: number): number => Math.round(value * 10) / 10
