import { groupsOfSites, undominatedGroups, type CoverGroup } from '../models/cover-groups.ts'
import type { Problem } from '../models/problem.ts'

/**
 * So many posts that together cover every group, if the search finds such: one post after another is taken from where it is
 * missed least and set up where it helps one of the groups that are open; groups weigh more the longer they stay open, so that
 * the search leaves plans that no single swap betters (row weighting: Gao, Weise & Li 2015, European Journal of Operational
 * Research 246:750).
 *
 * @param groups  none of them without a site
 * @param start   sites to begin with, the fixed ones among them, `problem.posts` at most; what is missing goes where it helps most
 * @param swaps   after so many it gives up: that proves nothing
 * @returns null where it gave up
 * Cost: a swap looks at the groups of two sites and the sites of those groups: some ten thousand a second for 2,000 cells × 300 sites.
 */
export function coverAll(problem: Problem, groups: readonly CoverGroup[], start: readonly number[], { swaps, random }: { swaps: number, random: () => number }): number[] | null {
  const fixed = new Set(problem.fixed), open = undominatedGroups(groups.filter(({ sites }) => !sites.some(site => fixed.has(site))), problem.siteCount)
  const covers = groupsOfSites(open, problem.siteCount), plan = new Set<number>()
  /** How many posts cover a group, and what it weighs. */
  const count = new Int32Array(open.length), weight = new Float64Array(open.length).fill(1)
  /** Of a site in the plan: what would be open without it; of any other: what it would close. */
  const worth = new Float64Array(problem.siteCount), movedAt = new Int32Array(problem.siteCount)
  const uncovered = new Set<number>(open.keys())
  covers.forEach((its, site) => { worth[site] = its.length })

  function add(site: number): void {
    plan.add(site)
    let own = 0
    for (const group of covers[site]!) {
      const before = count[group]!++
      if (before === 0) {
        uncovered.delete(group)
        own += weight[group]!
        for (const other of open[group]!.sites) if (other !== site) worth[other]! -= weight[group]!
      } else if (before === 1) worth[open[group]!.sites.find(other => other !== site && plan.has(other))!]! -= weight[group]!
    }
    worth[site] = own
  }
  function take(site: number): void {
    plan.delete(site)
    let own = 0
    for (const group of covers[site]!) {
      const left = --count[group]!
      if (left === 0) {
        uncovered.add(group)
        own += weight[group]!
        for (const other of open[group]!.sites) if (other !== site) worth[other]! += weight[group]!
      } else if (left === 1) worth[open[group]!.sites.find(other => plan.has(other))!]! += weight[group]!
    }
    worth[site] = own
  }
  /** The best of some sites, of equals the one that was left alone longest. */
  function best(sites: Iterable<number>, by: 1 | -1, not: number): number {
    let found = -1
    for (const site of sites) {
      if (site === not) continue
      const better = found === -1 ? 1 : by * (worth[site]! - worth[found]!)
      if (better > 0 || better === 0 && movedAt[site]! < movedAt[found]!) found = site
    }
    return found
  }

  // One by one: a post that isn't counted yet must not stand for one that covers a group alone.
  for (const site of new Set(start)) if (!fixed.has(site)) add(site)
  const useful = [...new Set(open.flatMap(({ sites }) => sites))]
  while (plan.size + problem.fixed.length < problem.posts && plan.size < useful.length) add(best(useful.filter(site => !plan.has(site)), 1, -1))
  for (let swap = 1, added = -1; uncovered.size > 0; swap++) {
    const gone = swap > swaps ? -1 : best(plan, -1, added)
    if (gone === -1) return null
    take(gone)
    const missing = [...uncovered][Math.floor(random() * uncovered.size)]!
    added = best(open[missing]!.sites, 1, gone)
    if (added === -1) added = gone
    add(added)
    movedAt[gone] = movedAt[added] = swap
    for (const group of uncovered) {
      weight[group]!++
      for (const site of open[group]!.sites) worth[site]!++
    }
  }
  return [...problem.fixed, ...plan]
}
