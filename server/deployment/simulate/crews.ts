import { weekSeconds } from './calls.ts'

/** A crew on duty. Plain data. */
export interface Crew {
  /** Where it is while it is free: one stay for a post, a round that goes on and on for a patrol. */
  round: readonly Stay[]
  /** Hours of its shifts in seconds of the local week; a span that ends before it begins goes over the end of the week. Always, where absent. */
  duty?: readonly { from: number, to: number }[]
  /** Bits of its capabilities; all where absent. */
  can?: number
}

/** A site, and how long the crew stays there, the way to the next one included. */
export interface Stay { site: number, seconds: number }

/** A crew that waits at a post. */
export const post = (site: number): Crew => ({ round: [{ site, seconds: weekSeconds }] })

/** @throws {RangeError} for a crew that is nowhere, at no site, or has spans out of the week */
export function guardCrews(crews: readonly Crew[], siteCount: number): void {
  crews.forEach(({ round, duty }, crew) => {
    if (round.length === 0) throw new RangeError(`crew ${crew} is at no site`)
    for (const { site, seconds } of round) {
      if (!(Number.isInteger(site) && site >= 0 && site < siteCount)) throw new RangeError(`crew ${crew} is at site ${site}; sites are 0 to ${siteCount - 1}`)
      if (!(seconds > 0 && seconds < Infinity)) throw new RangeError(`crew ${crew} stays ${seconds} s at site ${site}; it must be above 0`)
    }
    for (const { from, to } of duty ?? []) for (const second of [from, to])
      if (!(second >= 0 && second <= weekSeconds)) throw new RangeError(`crew ${crew} is on duty from ${from} to ${to} s; a week has 0 to ${weekSeconds}`)
  })
}

/** Crews as the replay asks for them. */
export class Squad {
  readonly crews: readonly Crew[]
  /** By crew: spans in order that don't wrap; null where always on duty. */
  readonly #duty: readonly ({ from: number, to: number }[] | null)[]
  readonly #periods: Float64Array
  readonly #phases: Float64Array

  /** @param phases  seconds by which each crew is further in its round when the replay begins */
  constructor(crews: readonly Crew[], phases: Float64Array) {
    this.crews = crews
    this.#phases = phases
    this.#periods = Float64Array.from(crews, periodOf)
    this.#duty = crews.map(({ duty }) => duty ? duty.flatMap(({ from, to }) => from <= to ? [{ from, to }] : [{ from, to: weekSeconds }, { from: 0, to }]).sort((a, b) => a.from - b.from) : null)
  }

  /** The site of a crew that is free. */
  siteAt(crew: number, second: number): number {
    const { round } = this.crews[crew]!
    if (round.length === 1) return round[0]!.site
    let left = (second + this.#phases[crew]!) % this.#periods[crew]!
    for (const { site, seconds } of round) if ((left -= seconds) < 0) return site
    return round.at(-1)!.site
  }

  onDuty(crew: number, second: number): boolean {
    const duty = this.#duty[crew]!
    if (duty === null) return true
    const inWeek = second % weekSeconds
    for (const { from, to } of duty) if (inWeek >= from && inWeek < to) return true
    return false
  }

  /** The first instant from `second` on at which it is on duty; Infinity where it never is. */
  nextDuty(crew: number, second: number): number {
    if (this.onDuty(crew, second)) return second
    const week = second - second % weekSeconds, duty = this.#duty[crew]!.filter(({ from, to }) => from < to), first = duty[0]
    if (!first) return Infinity
    return week + (duty.find(({ from }) => week + from > second)?.from ?? first.from + weekSeconds)
  }

  /** Seconds on duty in a week; spans that overlap count once. */
  dutyPerWeek(crew: number): number {
    const duty = this.#duty[crew]!
    if (duty === null) return weekSeconds
    let sum = 0, end = 0
    for (const { from, to } of duty) {
      sum += Math.max(0, to - Math.max(from, end))
      end = Math.max(end, to)
    }
    return sum
  }
}

export const periodOf = ({ round }: Crew): number => round.reduce((sum, { seconds }) => sum + seconds, 0)
