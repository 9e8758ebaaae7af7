import type { Label } from '../../../layers/layer.ts'
import { allowedSites, cellCount, roomOf, type Problem } from './problem.ts'

/** Why there is no such plan, as the chief would say it, and what to change. */
export interface Reason {
  code: 'fixed_forbidden' | 'fixed_over_room' | 'no_posts' | 'more_posts_than_sites' | 'more_fixed_than_posts' | 'no_sites' | 'no_demand' | 'unreachable' | 'too_few_posts'
    | 'too_few_moves' | 'apart' | 'cell_too_heavy' | 'more_beats_than_cells' | 'not_balanced' | 'time_ended'
  why: Label
  change: Label
  sites?: number[]
  cells?: number[]
  /** Demand concerned. */
  weight?: number
  /** The least that would do. */
  needed?: number
}

const few = ({ siteNames }: Problem, sites: readonly number[]): string => sites.slice(0, 8).map(site => siteNames?.[site] ?? site).join(', ') + (sites.length > 8 ? ' …' : '')
const amount = (weight: number): string => String(Math.round(weight * 10) / 10)

/** What contradicts itself in a problem before any of it is solved. `least`: a model that finds the number of posts itself. */
export function contradictions(problem: Problem, { least = false } = {}): Reason[] {
  const { fixed, forbidden, posts, weights } = problem, reasons: Reason[] = []
  const both = [...new Set(fixed)].filter(site => forbidden.includes(site))
  if (both.length > 0) reasons.push({
    code: 'fixed_forbidden', sites: both,
    why: { zh: `${both.length} 个点位既被固定又被禁用（${few(problem, both)}）`, en: `${both.length} sites are both fixed and forbidden (${few(problem, both)})` },
    change: { zh: '请取消其中一项', en: 'take back one of the two' },
  })
  const counts = Map.groupBy(fixed, site => site)
  const over = [...counts].filter(([site, times]) => !forbidden.includes(site) && times.length > roomOf(problem, site)).map(([site]) => site)
  if (over.length > 0) reasons.push({
    code: 'fixed_over_room', sites: over,
    why: { zh: `${over.length} 个点位固定的警力超过其容量（${few(problem, over)}）`, en: `more units are fixed at ${over.length} sites than they have room for (${few(problem, over)})` },
    change: { zh: '请减少固定警力或增加容量', en: 'fix fewer there, or give the site more room' },
  })
  const sites = allowedSites(problem), room = sites.reduce((sum, site) => sum + roomOf(problem, site), 0)
  if (sites.length === 0) reasons.push({
    code: 'no_sites', why: { zh: '没有可用的候选点位', en: 'no candidate site may be used' }, change: { zh: '请添加候选点位或解除禁用', en: 'add candidate sites, or allow some that are forbidden' },
  })
  if (!least) {
    if (posts < 1) reasons.push({ code: 'no_posts', needed: 1, why: { zh: `要部署的警力为 ${posts}`, en: `${posts} posts are asked for` }, change: { zh: '请至少部署 1 个', en: 'ask for at least one' } })
    else if (sites.length > 0 && posts > room) reasons.push({
      code: 'more_posts_than_sites',
      why: { zh: `要部署 ${posts} 个，但可用点位只容得下 ${room} 个`, en: `${posts} posts are asked for, but the sites that may be used have room for ${room}` },
      change: { zh: `请减到 ${room} 个以内，或增加候选点位`, en: `ask for no more than ${room}, or add candidate sites` },
    })
    if (fixed.length > posts && posts >= 1) reasons.push({
      code: 'more_fixed_than_posts', needed: fixed.length,
      why: { zh: `固定了 ${fixed.length} 个点位，但只部署 ${posts} 个`, en: `${fixed.length} posts are fixed, but only ${posts} are asked for` },
      change: { zh: `请至少部署 ${fixed.length} 个，或取消部分固定`, en: `ask for at least ${fixed.length}, or fix fewer` },
    })
  }
  if (!weights.some(weight => weight > 0)) reasons.push({
    code: 'no_demand', why: { zh: '所选时段和区域内没有警情需求', en: 'there is no demand in the chosen time and area' }, change: { zh: '请放宽时段、区域或警情类型', en: 'choose a longer time, a larger area or more types' },
  })
  return reasons
}

/** Demand that none of the allowed sites can serve. @param within  in the minutes allowed, else at all */
export function unreachableReason(problem: Problem, cells: number[], within: boolean): Reason {
  const weight = cells.reduce((sum, cell) => sum + problem.weights[cell]!, 0), total = problem.weights.reduce((sum, each) => sum + each, 0)
  const share = `${amount(100 * weight / total)} %`
  return {
    code: 'unreachable', cells, weight,
    why: within
      ? { zh: `${cells.length} 个网格（需求 ${amount(weight)}，占 ${share}）没有任何可用点位能在规定时间内到达`, en: `no site that may be used reaches ${cells.length} cells within the minutes allowed (demand ${amount(weight)}, ${share})` }
      : { zh: `${cells.length} 个网格（需求 ${amount(weight)}，占 ${share}）没有任何可用点位有路可达`, en: `no road leads from any site that may be used to ${cells.length} cells (demand ${amount(weight)}, ${share})` },
    change: within
      ? { zh: '请在附近增加候选点位、放宽该区域的时限，或将其排除在外', en: 'add a candidate site near them, allow more minutes there, or leave them out' }
      : { zh: '请在附近增加候选点位、检查路网，或将其排除在外', en: 'add a candidate site near them, look at the roads there, or leave them out' },
  }
}

export function tooFewPosts(posts: number, needed: number, within: boolean): Reason {
  return {
    code: 'too_few_posts', needed,
    why: within
      ? { zh: `${posts} 个点位不足以在规定时间内覆盖全部需求，至少需要 ${needed} 个`, en: `${posts} posts can't cover all demand within the minutes allowed; at least ${needed} are needed` }
      : { zh: `${posts} 个点位无法到达全部需求，至少需要 ${needed} 个`, en: `${posts} posts can't reach all demand; at least ${needed} are needed` },
    change: within ? { zh: `请增加到 ${needed} 个，或放宽时限`, en: `ask for ${needed}, or allow more minutes` } : { zh: `请增加到 ${needed} 个，或排除偏远需求`, en: `ask for ${needed}, or leave the remotest demand out` },
  }
}

export const timeEnded: Reason = {
  code: 'time_ended', why: { zh: '时间已到，尚未找到可行方案，也未证明不存在', en: 'time ended before a plan was found; that there is none isn\'t proven either' },
  change: { zh: '请给求解更多时间，或放宽条件', en: 'give it more time, or ask for less' },
}

/** Cells with demand that no allowed site serves, within their limits or at all. */
export function unserved(problem: Problem, within: boolean): number[] {
  const cells = cellCount(problem), served = new Uint8Array(cells)
  for (const site of allowedSites(problem)) for (let cell = 0, at = site * cells; cell < cells; cell++, at++) {
    if (problem.seconds[at]! <= (within ? problem.limits[cell]! : Number.MAX_VALUE)) served[cell] = 1
  }
  return Array.from({ length: cells }, (_, cell) => cell).filter(cell => problem.weights[cell]! > 0 && served[cell] === 0)
}
