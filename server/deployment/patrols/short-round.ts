/**
 * A short way through some places and back to the first: shortened by turning pieces round (2-opt, Croes 1958) and by moving one
 * place elsewhere (or-opt) until neither helps. Ways may differ there and back.
 *
 * Cost: O(places³) a pass.
 */
export function shortRound<T>(items: readonly T[], way: (from: T, to: T) => number): T[] {
  let best = [...items], length = roundSeconds(best, way)
  const offer = (other: T[]): boolean => {
    const seconds = roundSeconds(other, way)
    if (!(seconds < length - 1e-6)) return false
    best = other
    length = seconds
    return true
  }
  for (let better = true; better;) {
    better = false
    for (let i = 0; i < items.length - 1; i++) for (let j = i + 1; j < items.length; j++) {
      better = offer([...best.slice(0, i), ...best.slice(i, j + 1).reverse(), ...best.slice(j + 1)]) || better
      better = offer(best.toSpliced(i, 1).toSpliced(j, 0, best[i]!)) || better
    }
  }
  return best
}

export const roundSeconds = <T>(round: readonly T[], way: (from: T, to: T) => number): number => round.length < 2 ? 0 : round.reduce((sum, each, at) => sum + way(each, round[(at + 1) % round.length]!), 0)
