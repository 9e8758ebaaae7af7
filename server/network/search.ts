import type { Arcs, RoadNetwork } from './road-network.ts'

export interface Limits {
  /** What is further is left out: Infinity. */
  maxSeconds?: number
  /** Stop when so many targets are reached: they are the nearest. */
  stopAfter?: number
}

/**
 * Dijkstra's search (1959) with a 4-ary heap over typed arrays that are made once and told apart by a generation, so a
 * search allocates nothing. Targets lie on edges: they are states of their own after the network's, reached from the states
 * that they are attached to, so they come out in exact order and the search may stop at any of them.
 *
 * Use: `begin`, then `seed` and `attach`, then `run`, then read `secondsTo` or `secondsAt`. One at a time.
 */
export class Search {
  readonly stateCount: number
  #seconds: Float64Array
  #seen: Uint32Array
  /** Place in the heap; -1 once settled. */
  #place: Int32Array
  /** Arc by which a state was reached, -1 for a seed, -2 - state for a target. */
  #via: Int32Array
  #heap: Int32Array
  readonly #attachedAt: Uint32Array
  readonly #firstAttached: Int32Array
  #attached = new Int32Array(64)
  #attachedSeconds = new Float64Array(64)
  #nextAttached = new Int32Array(64)
  #attachments = 0
  #size = 0
  #generation = 0
  #targets = 0

  constructor(stateCount: number) {
    this.stateCount = stateCount
    const room = stateCount + 64
    this.#seconds = new Float64Array(room)
    this.#seen = new Uint32Array(room)
    this.#place = new Int32Array(room)
    this.#via = new Int32Array(room)
    this.#heap = new Int32Array(room)
    this.#attachedAt = new Uint32Array(stateCount)
    this.#firstAttached = new Int32Array(stateCount)
  }

  begin(targets: number): void {
    if (this.stateCount + targets > this.#seconds.length) this.#makeRoom(this.stateCount + targets * 2)
    if (++this.#generation === 0xFFFFFFFF) {
      this.#seen.fill(0)
      this.#attachedAt.fill(0)
      this.#generation = 1
    }
    this.#size = 0
    this.#attachments = 0
    this.#targets = targets
  }

  /** Begin at a state, so many seconds in. */
  seed(state: number, seconds: number): void { this.#reach(state, seconds, -1) }

  /** A target lies so many seconds after a state. */
  attach(target: number, state: number, seconds: number): void {
    if (!(seconds < Infinity)) return
    if (this.#attachments === this.#attached.length) this.#growAttached()
    const entry = this.#attachments++
    this.#attached[entry] = target
    this.#attachedSeconds[entry] = seconds
    this.#nextAttached[entry] = this.#attachedAt[state] === this.#generation ? this.#firstAttached[state]! : -1
    this.#attachedAt[state] = this.#generation
    this.#firstAttached[state] = entry
  }

  /** A target that is reached without passing any state: on the edge that the search begins on. */
  reachTarget(target: number, seconds: number): void { this.#reach(this.stateCount + target, seconds, -1) }

  /**
   * @param paces  seconds a metre by pace index
   * @param pass   bit of an arc's code that must be set
   */
  run({ first, end, code, length, pace }: Arcs, paces: Float64Array, pass: number, { maxSeconds = Infinity, stopAfter = Infinity }: Limits): void {
    let wanted = Math.min(stopAfter, this.#targets > 0 ? this.#targets : Infinity)
    const seconds = this.#seconds
    while (this.#size > 0 && wanted > 0) {
      const state = this.#heap[0]!, now = seconds[state]!
      if (now > maxSeconds) return
      this.#takeFirst()
      if (state >= this.stateCount) { wanted--; continue }
      for (let arc = first[state]!, last = first[state + 1]!; arc < last; arc++) {
        if ((code[arc]! & pass) !== 0) this.#reach(end[arc]!, now + length[arc]! * paces[pace[arc]!]!, arc)
      }
      if (this.#attachedAt[state] !== this.#generation) continue
      for (let entry = this.#firstAttached[state]!; entry !== -1; entry = this.#nextAttached[entry]!)
        this.#reach(this.stateCount + this.#attached[entry]!, now + this.#attachedSeconds[entry]!, -2 - state)
    }
  }

  /** Seconds to a target; Infinity where it wasn't reached. */
  secondsTo(target: number): number { return this.secondsAt(this.stateCount + target) }

  /** Seconds to a state; Infinity where it wasn't settled. */
  secondsAt(state: number): number {
    return this.#seen[state] === this.#generation && this.#place[state] === -1 ? this.#seconds[state]! : Infinity
  }

  /** Arc by which a state was reached; -1 for a seed, -2 - state for a target that was reached from there. */
  viaOf(state: number): number { return this.#via[state]! }

  #reach(state: number, seconds: number, via: number): void {
    if (this.#seen[state] === this.#generation) {
      if (!(seconds < this.#seconds[state]!)) return
    } else {
      if (!(seconds < Infinity)) return
      this.#seen[state] = this.#generation
      this.#place[state] = this.#size++
    }
    this.#seconds[state] = seconds
    this.#via[state] = via
    this.#rise(this.#place[state]!, state, seconds)
  }

  #rise(place: number, state: number, seconds: number): void {
    const heap = this.#heap
    while (place > 0) {
      const above = place - 1 >> 2, other = heap[above]!
      if (this.#seconds[other]! <= seconds) break
      heap[place] = other
      this.#place[other] = place
      place = above
    }
    heap[place] = state
    this.#place[state] = place
  }

  #takeFirst(): void {
    const heap = this.#heap
    this.#place[heap[0]!] = -1
    const size = --this.#size
    if (size === 0) return
    const state = heap[size]!, seconds = this.#seconds[state]!
    let place = 0
    for (;;) {
      let child = place * 4 + 1
      if (child >= size) break
      let least = this.#seconds[heap[child]!]!
      for (let other = child + 1, last = Math.min(child + 3, size - 1), best = child; other <= last; other++) {
        const value = this.#seconds[heap[other]!]!
        if (value < least) { least = value; best = other }
        if (other === last) child = best
      }
      if (least >= seconds) break
      heap[place] = heap[child]!
      this.#place[heap[child]!] = place
      place = child
    }
    heap[place] = state
    this.#place[state] = place
  }

  #makeRoom(room: number): void {
    const larger = <A extends Float64Array | Uint32Array | Int32Array>(array: A, made: A): A => { made.set(array); return made }
    this.#seconds = larger(this.#seconds, new Float64Array(room))
    this.#seen = larger(this.#seen, new Uint32Array(room))
    this.#place = larger(this.#place, new Int32Array(room))
    this.#via = larger(this.#via, new Int32Array(room))
    this.#heap = larger(this.#heap, new Int32Array(room))
  }

  #growAttached(): void {
    const room = this.#attached.length * 2
    const attached = new Int32Array(room), seconds = new Float64Array(room), next = new Int32Array(room)
    attached.set(this.#attached)
    seconds.set(this.#attachedSeconds)
    next.set(this.#nextAttached)
    this.#attached = attached
    this.#attachedSeconds = seconds
    this.#nextAttached = next
  }
}

const searches = new WeakMap<Int32Array, Search>()

/** The search of this thread over a network; kept as long as the network's arrays. */
export function searchOf({ stateNode, stateCount }: RoadNetwork): Search {
  let search = searches.get(stateNode)
  if (!search) searches.set(stateNode, search = new Search(stateCount))
  return search
}
