import type { Arcs } from '../network/road-network.ts'

/**
 * The two soonest sources of every state, by two different sources: Dijkstra's search (1959) with two labels a state. A
 * label that isn't among the two best of a state can't be of any state behind it, so each state is passed twice at most.
 *
 * It keeps its arrays from one search to the next. `run` works in slices and lets others go on in between, so one search at
 * a time per instance.
 */
export class NearestTwo {
  readonly stateCount: number
  /** Seconds of the soonest and the second; Infinity where there is none. */
  readonly firstSeconds: Float64Array
  readonly secondSeconds: Float64Array
  /** Numbers of the sources, as they were seeded; -1 where there is none. */
  readonly first: Int32Array
  readonly second: Int32Array
  #keys = new Float64Array(1 << 12)
  #states = new Int32Array(1 << 12)
  #sources = new Int32Array(1 << 12)
  #size = 0

  constructor(stateCount: number) {
    this.stateCount = stateCount
    this.firstSeconds = new Float64Array(stateCount)
    this.secondSeconds = new Float64Array(stateCount)
    this.first = new Int32Array(stateCount)
    this.second = new Int32Array(stateCount)
  }

  begin(): void {
    this.firstSeconds.fill(Infinity)
    this.secondSeconds.fill(Infinity)
    this.first.fill(-1)
    this.second.fill(-1)
    this.#size = 0
  }

  /** A source reaches a state after so many seconds. */
  seed(state: number, seconds: number, source: number): void { this.#offer(state, seconds, source) }

  /**
   * @param paces  seconds a metre by pace index
   * @param pass   bit of an arc's code that must be set
   */
  async run(arcs: Arcs, paces: Float64Array, pass: number, maxSeconds: number, breathe: () => Promise<void> | undefined): Promise<void> {
    while (this.#size > 0) {
      if (this.#slice(arcs, paces, pass, maxSeconds)) return
      const pause = breathe()
      if (pause) await pause
    }
  }

  /** Some thousand labels, a few milliseconds. @returns whether the time limit was reached */
  #slice({ first, end, code, length, pace }: Arcs, paces: Float64Array, pass: number, maxSeconds: number): boolean {
    for (let n = 0; n < 4096 && this.#size > 0; n++) {
      const seconds = this.#keys[0]!, state = this.#states[0]!, source = this.#sources[0]!
      if (seconds > maxSeconds) return true
      this.#takeFirst()
      const holds = this.first[state] === source ? this.firstSeconds[state] === seconds : this.second[state] === source && this.secondSeconds[state] === seconds
      if (!holds) continue
      for (let arc = first[state]!, last = first[state + 1]!; arc < last; arc++) {
        if ((code[arc]! & pass) !== 0) this.#offer(end[arc]!, seconds + length[arc]! * paces[pace[arc]!]!, source)
      }
    }
    return false
  }

  #offer(state: number, seconds: number, source: number): void {
    if (!(seconds < this.secondSeconds[state]!)) return
    if (this.first[state] === source) {
      if (!(seconds < this.firstSeconds[state]!)) return
      this.firstSeconds[state] = seconds
    } else if (seconds < this.firstSeconds[state]!) {
      this.secondSeconds[state] = this.firstSeconds[state]!
      this.second[state] = this.first[state]!
      this.firstSeconds[state] = seconds
      this.first[state] = source
    } else {
      this.secondSeconds[state] = seconds
      this.second[state] = source
    }
    this.#push(seconds, state, source)
  }

  #push(seconds: number, state: number, source: number): void {
    if (this.#size === this.#keys.length) this.#grow()
    let place = this.#size++
    while (place > 0) {
      const above = place - 1 >> 1
      if (this.#keys[above]! <= seconds) break
      this.#move(above, place)
      place = above
    }
    this.#keys[place] = seconds
    this.#states[place] = state
    this.#sources[place] = source
  }

  #takeFirst(): void {
    const size = --this.#size, seconds = this.#keys[size]!, state = this.#states[size]!, source = this.#sources[size]!
    let place = 0
    for (;;) {
      let child = place * 2 + 1
      if (child >= size) break
      if (child + 1 < size && this.#keys[child + 1]! < this.#keys[child]!) child++
      if (this.#keys[child]! >= seconds) break
      this.#move(child, place)
      place = child
    }
    this.#keys[place] = seconds
    this.#states[place] = state
    this.#sources[place] = source
  }

  #move(from: number, to: number): void {
    this.#keys[to] = this.#keys[from]!
    this.#states[to] = this.#states[from]!
    this.#sources[to] = this.#sources[from]!
  }

  #grow(): void {
    const room = this.#keys.length * 2
    const keys = new Float64Array(room), states = new Int32Array(room), sources = new Int32Array(room)
    keys.set(this.#keys)
    states.set(this.#states)
    sources.set(this.#sources)
    this.#keys = keys
    this.#states = states
    this.#sources = sources
  }
}
