/** A small seeded generator. The same seed and label give the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  between(low: number, high: number): number
  /** Whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** Standard normal (Box & Muller 1958). */
  normal(): number
  exponential(mean: number): number
  /** Poisson by Knuth's product; meant for means below about 30. */
  poisson(mean: number): number
}

/** 32 bits that mix a text and a number well (FNV-1a with a murmur finish). */
export function hash(text: string, seed = 0): number {
  let h = (2166136261 ^ seed) >>> 0
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  return mix(h)
}

/** The same for whole numbers, as a fraction in [0, 1): noise that needs no state. */
export function fraction(seed: number, a: number, b = 0, c = 0): number {
  let h = mix(seed ^ Math.imul(a, 0x9e3779b1))
  h = mix(h ^ Math.imul(b, 0x85ebca77))
  h = mix(h ^ Math.imul(c, 0xc2b2ae3d))
  return h / 4294967296
}

function mix(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** A generator of its own for each label, so that one part's draws never shift another's (sfc32, Doty-Humphrey). */
export function createRandom(seed: number, label: string): Random {
  let a = hash(label, seed), b = hash(label, seed + 1), c = hash(label, seed + 2), counter = 1
  const next = () => {
    const t = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t | 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) next()
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    integer: (low, high) => low + Math.floor((high - low + 1) * next()),
    chance: probability => next() < probability,
    pick: items => {
      if (items.length === 0) throw new RangeError('nothing to pick from')
      return items[Math.floor(next() * items.length)]!
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    exponential: mean => -mean * Math.log(1 - next()),
    poisson: mean => {
      const limit = Math.exp(-mean)
      let n = 0
      for (let product = next(); product > limit; product *= next()) n++
      return n
    },
  }
}

/** A sampler that draws index i with probability weights[i] / sum, in O(log n). */
export function weightedIndex(weights: ArrayLike<number>): (random: Random) => number {
  const sums = new Float64Array(weights.length)
  let sum = 0
  for (let i = 0; i < weights.length; i++) sums[i] = sum += weights[i]!
  if (!(sum > 0)) throw new RangeError('weights must have a positive sum')
  return random => {
    const wanted = random.next() * sum
    let low = 0, high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! > wanted) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Smooth noise in [-1, 1]: random values on a unit lattice, blended by a quintic. */
export function smoothNoise(seed: number): (x: number, y: number) => number {
  const fade = (t: number) => t * t * t * (t * (t * 6 - 15) + 10)
  return (x, y) => {
    const i = Math.floor(x), j = Math.floor(y), u = fade(x - i), v = fade(y - j)
    const at = (a: number, b: number) => fraction(seed, a, b)
    const low = at(i, j) * (1 - u) + at(i + 1, j) * u
    const high = at(i, j + 1) * (1 - u) + at(i + 1, j + 1) * u
    return 2 * (low * (1 - v) + high * v) - 1
  }
}
