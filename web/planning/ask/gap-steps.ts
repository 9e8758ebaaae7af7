/** A gap as it was proven at so many seconds. */
export interface GapAt { seconds: number, gap: number }

/**
 * The proven gap over time as the points of a step line in a box of 100 × 100, y down: it holds until the next proof.
 *
 * @param seconds  at the right edge; what lies later is cut off
 * @returns `x,y x,y …`, and the gap at the top: the first one that was proven
 */
export function gapSteps(gaps: readonly GapAt[], seconds: number): { points: string, most: number } {
  const most = gaps.reduce((most, { gap }) => Math.max(most, gap), 0) || 1, span = Math.max(seconds, gaps.at(-1)?.seconds ?? 0, 1e-3)
  const x = (at: number) => round(100 * at / span), y = (gap: number) => round(100 * (1 - gap / most))
  const corners = gaps.flatMap(({ seconds: at, gap }, i) => i === 0 ? [[x(at), y(gap)]] : [[x(at), y(gaps[i - 1]!.gap)], [x(at), y(gap)]])
  const last = gaps.at(-1)
  return { points: [...corners, ...last ? [[100, y(last.gap)]] : []].map(([a, b]) => `${a},${b}`).join(' '), most }
}

const round = (value: number): number => Math.round(value * 10) / 10
