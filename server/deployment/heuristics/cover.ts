import { groupsOfSites, type CoverGroup } from '../models/cover-groups.ts'
import { allowedSites, fixedAt, roomOf, type Problem } from '../models/problem.ts'

/** Covering where the first unit that reaches a cell is worth `gains[0]` of its demand, the second `gains[1]`, and so on; none more than the one before. */
export interface Cover {
  problem: Problem
  groups: readonly CoverGroup[]
  gains: readonly number[]
}

/** Demand that a plan covers, each cover worth its gain. */
export function coverObjective({ groups, gains, problem }: Cover, sites: readonly number[]): number {
  const units = new Int32Array(problem.siteCount)
  for (const site of sites) units[site]!++
  return groups.reduce((sum, group) => {
    const count = group.sites.reduce((total, site) => total + units[site]!, 0)
    let worth = 0
    for (let k = 0; k < count && k < gains.length; k++) worth += gains[k]!
    return sum + group.weight * worth
  }, 0)
}

/** What a plan covers, and what one unit more or less would change. */
class Tally {
  readonly #cover: Cover
  readonly #covers: number[][]
  readonly #counts: Int32Array

  constructor(cover: Cover) {
    this.#cover = cover
    this.#covers = groupsOfSites(cover.groups, cover.problem.siteCount)
    this.#counts = new Int32Array(cover.groups.length)
  }

  add(site: number): void { for (const group of this.#covers[site]!) this.#counts[group]!++ }
  take(site: number): void { for (const group of this.#covers[site]!) this.#counts[group]!-- }

  gainOf(site: number): number {
    const { groups, gains } = this.#cover
    let sum = 0
    for (const group of this.#covers[site]!) {
      const count = this.#counts[group]!
      if (count < gains.length) sum += groups[group]!.weight * gains[count]!
    }
    return sum
  }
}

/** Where a unit more gains most, among sites with room for it; -1 where there is none. */
function bestPlace(cover: Cover, tally: Tally, units: Int32Array, places: readonly number[]): { site: number, gain: number } {
  let best = { site: -1, gain: -Infinity }
  for (const site of places) {
    if (units[site]! >= roomOf(cover.problem, site)) continue
    const gain = tally.gainOf(site)
    if (gain > best.gain) best = { site, gain }
  }
  return best
}

/**
 * A unit after the other where it gains most (Church & ReVelle 1974, "greedy adding"). No more than 1 − 1/e of the optimum is
 * guaranteed: it never takes back what it placed first.
 *
 * @param places  sites to choose from; all that are allowed by default
 */
export function greedyCover(cover: Cover, places = allowedSites(cover.problem)): number[] {
  const { problem } = cover, tally = new Tally(cover), units = new Int32Array(problem.siteCount), sites = [...problem.fixed]
  for (const site of sites) {
    tally.add(site)
    units[site]!++
  }
  while (sites.length < problem.posts) {
    const { site } = bestPlace(cover, tally, units, places)
    if (site === -1) break
    tally.add(site)
    units[site]!++
    sites.push(site)
  }
  return sites
}

/** Move one unit at a time to where it gains more, until no single move does (Teitz & Bart 1968). Fixed units stay. */
export function interchangeCover(cover: Cover, sites: readonly number[], places = allowedSites(cover.problem)): number[] {
  const { problem } = cover, tally = new Tally(cover), units = new Int32Array(problem.siteCount), plan = [...sites]
  for (const site of plan) {
    tally.add(site)
    units[site]!++
  }
  for (let moved = true; moved;) {
    moved = false
    for (let i = 0; i < plan.length; i++) {
      const from = plan[i]!
      if (units[from]! <= fixedAt(problem, from)) continue
      tally.take(from)
      units[from]!--
      const { site, gain } = bestPlace(cover, tally, units, places)
      const to = gain > tally.gainOf(from) + 1e-9 ? site : from
      moved ||= to !== from
      plan[i] = to
      tally.add(to)
      units[to]!++
    }
  }
  return plan
}

/**
 * Interchange, time and again from the best plan with a few units thrown elsewhere (iterated local search: Lourenço, Martin &
 * Stützle 2003). Where plans are many and alike it finds at once what the exact search would look for.
 */
export function searchCover(cover: Cover, start: readonly number[], { random, rounds, deadline }: { random: () => number, rounds: number, deadline: number }): number[] {
  const { problem } = cover, places = allowedSites(problem)
  let best = interchangeCover(cover, start), objective = coverObjective(cover, best)
  for (let round = 0; round < rounds && performance.now() < deadline; round++) {
    const thrown = [...best], units = new Int32Array(problem.siteCount)
    for (const site of thrown) units[site]!++
    for (let n = 0; n < Math.max(2, problem.posts / 4); n++) {
      const at = Math.floor(random() * thrown.length), from = thrown[at]!, to = places[Math.floor(random() * places.length)]!
      if (units[from]! <= fixedAt(problem, from) || units[to]! >= roomOf(problem, to)) continue
      units[from]!--
      units[to]!++
      thrown[at] = to
    }
    const plan = interchangeCover(cover, thrown), worth = coverObjective(cover, plan)
    if (worth > objective) {
      best = plan
      objective = worth
    }
  }
  return best
}
