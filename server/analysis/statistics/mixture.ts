/**
 * Weights of a mixture of distributions over places under which what was seen is likeliest (EM; Dempster, Laird & Rubin
 * 1977). The likelihood has one peak only.
 *
 * @param parts  distributions over the same places, each adding up to one
 * @param seen   counts by place
 * @returns weights that add up to one, and the mean log-likelihood of an incident
 * Cost: O(rounds × parts × places with incidents).
 */
export function mixtureWeights(parts: readonly Float64Array[], seen: Float64Array, rounds = 60): { weights: number[], logLikelihood: number } {
  const busy = Uint32Array.from(seen.keys()).filter(i => seen[i]! > 0), total = busy.reduce((sum, i) => sum + seen[i]!, 0)
  let weights = parts.map(() => 1 / parts.length), logLikelihood = -Infinity
  for (let round = 0; round < rounds; round++) {
    const next = parts.map(() => 0)
    let likelihood = 0
    for (let b = 0; b < busy.length; b++) {
      const i = busy[b]!
      let mixed = 0
      for (let k = 0; k < parts.length; k++) mixed += weights[k]! * parts[k]![i]!
      if (mixed <= 0) continue
      const share = seen[i]! / total
      likelihood += share * Math.log(mixed)
      for (let k = 0; k < parts.length; k++) next[k]! += share * weights[k]! * parts[k]![i]! / mixed
    }
    weights = next
    if (likelihood - logLikelihood < 1e-8) return { weights, logLikelihood: likelihood }
    logLikelihood = likelihood
  }
  return { weights, logLikelihood }
}
