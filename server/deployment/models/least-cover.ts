import { solveProgram } from '../solver/solve-program.ts'
import { Program } from '../solver/program.ts'
import { undominated, undominatedGroups, type CoverGroup } from './cover-groups.ts'
import type { Problem, Tools } from './problem.ts'

export interface LeastCover {
  /** Sites that cover all groups, the fixed ones included. */
  sites: number[]
  /** No fewer do. */
  bound: number
}

/**
 * The fewest sites that cover every group (Toregas, Swain, ReVelle & Bergman 1971): the core of set covering and of whatever
 * asks whether so many posts can do it.
 *
 * @param groups  none of them without a site
 * @param enough  stop when so many are found, or are proven to be too few: whether they do was the question
 */
export function leastCover(problem: Problem, groups: readonly CoverGroup[], tools: Pick<Tools, 'highs' | 'deadline' | 'wantedGap'>, tell?: (found: { objective: number | null, bound: number }) => void, enough = 0): LeastCover {
  const { fixed } = problem
  const open = undominatedGroups(groups.filter(({ sites }) => !fixed.some(site => sites.includes(site))), problem.siteCount)
  if (open.length === 0) return { sites: [...fixed], bound: fixed.length }
  const places = undominated(problem, open).filter(site => !fixed.includes(site)), column = new Map(places.map((site, i) => [site, i]))
  const found = greedy(open)
  tell?.({ objective: fixed.length + found.length, bound: fixed.length + 1 })
  if (fixed.length + found.length <= enough) return { sites: [...fixed, ...found], bound: fixed.length + 1 }
  const program = new Program('minimise')
  for (const _ of places) program.column(1, 0, 1, true)
  for (const { sites } of open) program.row(1, Infinity, sites.flatMap(site => column.get(site) ?? []), 1)
  const start = places.map(site => Number(found.includes(site)))
  const solved = solveProgram(tools.highs, program, {
    ...tools, ...(enough > 0 ? { stopWhen: ({ objective, bound }) => (objective !== null && fixed.length + objective <= enough + 0.5) || fixed.length + whole(bound) > enough } : {}),
    ...(found.every(site => column.has(site)) ? { start } : {}),
    ...(tell ? { tell: ({ objective, bound }) => tell({ objective: objective === null ? null : fixed.length + objective, bound: fixed.length + whole(bound) }) } : {}),
  })
  const chosen = solved.values ? places.filter((_, i) => solved.values![i]! > 0.5) : found
  const best = chosen.length <= found.length ? chosen : found
  return { sites: [...fixed, ...best], bound: fixed.length + Math.min(best.length, solved.status === 'optimal' ? best.length : Math.max(1, whole(solved.bound))) }
}

/**
 * How many sites it takes when they may be used in shares: no whole number below covers the groups. 0 where time ended first.
 */
export function fewestShares(problem: Problem, groups: readonly CoverGroup[], tools: Pick<Tools, 'highs' | 'deadline'>): number {
  const { fixed } = problem, open = undominatedGroups(groups.filter(({ sites }) => !fixed.some(site => sites.includes(site))), problem.siteCount)
  if (open.length === 0) return fixed.length
  const program = new Program('minimise'), column = new Map(undominated(problem, open).map(site => [site, program.column(1, 0, 1)]))
  for (const { sites } of open) program.row(1, Infinity, sites.flatMap(site => column.get(site) ?? []), 1)
  const solved = solveProgram(tools.highs, program, { ...tools, wantedGap: 0 })
  return solved.status === 'optimal' ? fixed.length + solved.bound : 0
}

/** So many and a fraction means one more. */
const whole = (bound: number): number => Number.isFinite(bound) ? Math.ceil(bound - 1e-6) : 1

/** The site that covers most of what is left, until nothing is (Chvátal 1979). */
function greedy(groups: readonly CoverGroup[]): number[] {
  let left = groups
  const sites: number[] = []
  while (left.length > 0) {
    const counts = new Map<number, number>()
    for (const group of left) for (const site of group.sites) counts.set(site, (counts.get(site) ?? 0) + 1)
    const [best] = [...counts].reduce((a, b) => b[1] > a[1] ? b : a)
    sites.push(best)
    left = left.filter(group => !group.sites.includes(best))
  }
  return sites
}
