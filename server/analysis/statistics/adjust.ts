/**
 * Benjamini and Hochberg (1995): p-values adjusted so that those below q hold a share of at most q of false finds.
 * Equals R's p.adjust(p, "BH").
 *
 * @param p  NaN where there was no test; such stay NaN and don't count
 * Cost: O(n log n).
 */
export function falseDiscoveryRate(p: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(p).filter(each => !Number.isNaN(each)).sort(), n = sorted.length, lowest = new Float64Array(n)
  let smallest = 1
  for (let place = n - 1; place >= 0; place--) lowest[place] = smallest = Math.min(smallest, sorted[place]! * n / (place + 1))
  return Float64Array.from(p, each => {
    if (Number.isNaN(each)) return NaN
    let low = 0, high = n - 1
    while (low < high) { const middle = (low + high) >>> 1; if (sorted[middle]! < each) low = middle + 1; else high = middle }
    return lowest[low]!
  })
}
