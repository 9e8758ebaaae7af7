import { passOf, type RoadNetwork, type Snap } from './road-network.ts'
import { shared } from './shared.ts'
import { pacesOf, type Profile } from './speeds.ts'
import { Sweep, timeArcs } from './sweep.ts'
import { alongEdge, attachHeads, attachTails, seedHeads, seedTails } from './travel-times.ts'

/** What of a matrix a thread computes: every `parts`-th search, from the `part`-th on. */
export interface Share { part: number, parts: number }

export interface MatrixQuestion {
  network: RoadNetwork
  origins: readonly Snap[]
  destinations: readonly Snap[]
  profile: Profile
  /** What is further is left out: Infinity. The search ends there, so a limit saves time. */
  maxSeconds?: number
}

/**
 * Seconds from every origin to every destination, row by row of origins; Infinity where there is no way.
 *
 * The times are those of travelTimesFrom (travelTimesTo where there are fewer destinations), turn bans included.
 *
 * Cost: one search for each of the fewer side. A large one belongs in a worker: NetworkService.matrix.
 */
export function travelMatrix(network: RoadNetwork, origins: readonly Snap[], destinations: readonly Snap[], profile: Profile, maxSeconds = Infinity): Float32Array {
  const matrix = shared.float32(origins.length * destinations.length)
  fillMatrix({ network, origins, destinations, profile, maxSeconds }, matrix, { part: 0, parts: 1 })
  return matrix
}

/** Compute one share of a matrix in place. */
export function fillMatrix({ network, origins, destinations, profile, maxSeconds = Infinity }: MatrixQuestion, matrix: Float32Array, { part, parts }: Share): void {
  const backwards = origins.length > destinations.length, [sources, targets] = backwards ? [destinations, origins] : [origins, destinations]
  const paces = pacesOf(network.speeds, profile), { kind } = profile
  const sweep = new Sweep(timeArcs(backwards ? network.in : network.out, paces, passOf(kind)))
  const ends = new Ends(targets, (end, target) => (backwards ? attachHeads : attachTails)(end, target, network, targets[target]!, paces, kind))
  for (let i = part; i < sources.length; i += parts) {
    const source = sources[i]!
    sweep.begin()
    if (backwards) seedTails(sweep, network, source, paces, kind)
    else seedHeads(sweep, network, source, paces, kind)
    sweep.run(maxSeconds)
    ends.read(sweep.seconds, (target, seconds) => {
      matrix[backwards ? target * destinations.length + i : i * destinations.length + target] = seconds <= maxSeconds ? seconds : Infinity
    })
    for (const target of ends.onEdge.get(source.edge) ?? []) {
      const place = targets[target]!, at = backwards ? target * destinations.length + i : i * destinations.length + target
      const seconds = backwards ? alongEdge(network, place, source, paces, kind) : alongEdge(network, source, place, paces, kind)
      if (seconds < matrix[at]! && seconds <= maxSeconds) matrix[at] = seconds
    }
  }
}

/** The states that each target lies behind, found once for all searches. */
class Ends {
  readonly onEdge: ReadonlyMap<number, number[]>
  readonly #count: number
  readonly #targets: number[] = []
  readonly #states: number[] = []
  readonly #seconds: number[] = []

  constructor(targets: readonly Snap[], attach: (end: Ends, target: number) => void) {
    this.#count = targets.length
    this.onEdge = Map.groupBy(targets.keys(), target => targets[target]!.edge)
    for (let target = 0; target < targets.length; target++) attach(this, target)
  }

  attach(target: number, state: number, seconds: number): void {
    this.#targets.push(target)
    this.#states.push(state)
    this.#seconds.push(seconds)
  }

  read(seconds: Float64Array, use: (target: number, seconds: number) => void): void {
    for (let target = 0, entry = 0; target < this.#count; target++) {
      let soonest = Infinity
      for (; entry < this.#targets.length && this.#targets[entry] === target; entry++) {
        const at = seconds[this.#states[entry]!]! + this.#seconds[entry]!
        if (at < soonest) soonest = at
      }
      use(target, soonest)
    }
  }
}
