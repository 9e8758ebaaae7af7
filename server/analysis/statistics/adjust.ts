/**
 * Benjamini and Hochberg (1995): p-values adjusted so that those below q hold a share of at most q of false finds.
 * Equals R's p.adjust(p, "BH").
 *
 * @param p  NaN where there was no test; such stay NaN and don't count
 * Cost: O(n log n).
 */
export function falseDiscoveryRate(p: ArrayLike<number>): Float64Array {
  const tested = Array.from(p, (_, i) => i).filter(i => !Number.isNaN(p[i]!)).sort((a, b) => p[b]! - p[a]!)
  const adjusted = new Float64Array(p.length).fill(NaN)
  let smallest = 1
  tested.forEach((i, place) => {
    smallest = Math.min(smallest, p[i]! * tested.length / (tested.length - place))
    adjusted[i] = smallest
  })
  return adjusted
}
