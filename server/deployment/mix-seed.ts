/** A seed of its own for each of many parts of one piece of work, far from its neighbours' (the finisher of MurmurHash3). @returns 32 bits */
export function mixSeed(seed: number, part: number): number {
  let hash = seed ^ Math.imul(part + 1, 0x9E3779B1)
  hash = Math.imul(hash ^ hash >>> 16, 0x85EBCA6B)
  hash = Math.imul(hash ^ hash >>> 13, 0xC2B2AE35)
  return (hash ^ hash >>> 16) >>> 0
}
