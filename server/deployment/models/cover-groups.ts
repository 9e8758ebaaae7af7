import { allowedSites, cellCount, fixedAt, type Problem } from './problem.ts'

/** Cells that the same sites cover: to every covering model they are one. */
export interface CoverGroup {
  /** Allowed sites that reach these cells within their limits, ascending. */
  sites: number[]
  cells: number[]
  weight: number
}

/**
 * Cells with demand by the set of allowed sites that cover them; those that none covers are not among them.
 *
 * @param limitOf  seconds within which a cell counts; its own limit by default
 * Cost: O(sites × cells).
 */
export function coverGroups(problem: Problem, limitOf: (cell: number) => number = cell => problem.limits[cell]!): CoverGroup[] {
  const cells = cellCount(problem), allowed = allowedSites(problem), groups = new Map<string, CoverGroup>()
  for (let cell = 0; cell < cells; cell++) {
    const weight = problem.weights[cell]!, limit = limitOf(cell)
    if (weight <= 0) continue
    const sites = allowed.filter(site => problem.seconds[site * cells + cell]! <= limit)
    if (sites.length === 0) continue
    const key = String.fromCharCode(...sites), group = groups.get(key)
    if (group) {
      group.cells.push(cell)
      group.weight += weight
    } else groups.set(key, { sites, cells: [cell], weight })
  }
  return [...groups.values()]
}

/** Groups by the sites that cover them: for each site their numbers, ascending. */
export function groupsOfSites(groups: readonly { sites: readonly number[] }[], siteCount: number): number[][] {
  const covers: number[][] = Array.from({ length: siteCount }, () => [])
  groups.forEach(({ sites }, group) => { for (const site of sites) covers[site]!.push(group) })
  return covers
}

/**
 * Sites that a plan can do with where a cell counts once however many cover it: a site that covers no more than another one
 * is left out (Toregas & ReVelle 1972). Fixed sites stay.
 */
export function undominated(problem: Problem, groups: readonly CoverGroup[]): number[] {
  const allowed = allowedSites(problem), covers = groupsOfSites(groups, problem.siteCount), bits = bitsOf(covers, groups.length)
  const out = new Set<number>()
  for (const site of allowed) {
    if (fixedAt(problem, site) > 0) continue
    if (allowed.some(other => other !== site && !out.has(other) && covers[other]!.length >= covers[site]!.length && within(bits[site]!, bits[other]!))) out.add(site)
  }
  return allowed.filter(site => !out.has(site))
}

/** Groups that must be covered by themselves: one that is covered whenever another one is, is left out. */
export function undominatedGroups(groups: readonly CoverGroup[], siteCount: number): CoverGroup[] {
  const bits = bitsOf(groups.map(({ sites }) => sites), siteCount)
  return groups.filter(({ sites }, i) => !groups.some((other, j) => j !== i && other.sites.length < sites.length && within(bits[j]!, bits[i]!)))
}

function bitsOf(lists: readonly (readonly number[])[], length: number): Uint32Array[] {
  return lists.map(list => {
    const bits = new Uint32Array(length + 31 >> 5)
    for (const i of list) bits[i >> 5]! |= 1 << (i & 31)
    return bits
  })
}

const within = (inner: Uint32Array, outer: Uint32Array): boolean => inner.every((word, i) => (word & ~outer[i]!) === 0)
