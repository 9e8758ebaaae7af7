export interface Concentration {
  /** Rising shares: of the places (all, quiet ones too), and of the incidents that the busiest of them hold. */
  curve: { places: number, incidents: number }[]
  /** The share of places that holds half and four fifths of the incidents. */
  holdHalf: number
  holdFourFifths: number
  /** Gini coefficient: 0 all alike, towards 1 all in one; `adjusted` for fewer incidents than places (Bernasco & Steenbeek 2017). */
  gini: number
  adjustedGini: number
}

/**
 * How few places hold how many of the incidents (Weisburd 2015: the law of crime concentration).
 *
 * @param counts  of places that had any, in any order
 * @param places  how many places there are, quiet ones too
 * @throws {RangeError} where there are no incidents, or fewer places than counts
 */
export function concentration(counts: ArrayLike<number>, places: number): Concentration {
  const sorted = Float64Array.from(counts).sort().reverse()
  const total = sorted.reduce((sum, n) => sum + n, 0)
  if (total <= 0) throw new RangeError('there are no incidents to be concentrated')
  if (places < sorted.length) throw new RangeError(`${places} places are fewer than the ${sorted.length} that had incidents`)
  let sum = 0, half = 0, fourFifths = 0, lorenz = 0
  const curve = [{ places: 0, incidents: 0 }]
  const step = Math.max(1, Math.floor(sorted.length / 200))
  sorted.forEach((n, i) => {
    lorenz += (sum + n / 2) / total / places
    sum += n
    if (!half && sum >= total * 0.5) half = (i + 1) / places
    if (!fourFifths && sum >= total * 0.8) fourFifths = (i + 1) / places
    if ((i + 1) % step === 0 || i === sorted.length - 1) curve.push({ places: (i + 1) / places, incidents: sum / total })
  })
  // Under the curve of the busiest first: the quiet places at the end add full columns.
  const under = lorenz + (places - sorted.length) / places
  const gini = 2 * under - 1
  const equal = Math.min(1, total / places)
  return { curve, holdHalf: half, holdFourFifths: fourFifths, gini, adjustedGini: Math.max(0, 1 - (1 - gini) / equal) }
}
