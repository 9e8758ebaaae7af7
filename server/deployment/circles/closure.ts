import { Type, type Static } from 'typebox'
import type { SignedIn } from '../../access/sessions.ts'
import { snapTo } from '../../coverage/anchors.ts'
import { fastest } from '../../coverage/closures.ts'
import { isCovered } from '../../coverage/cover-rules.ts'
import { responseRule } from '../../coverage/rules/routes.ts'
import { NotFound } from '../../errors.ts'
import { localHour } from '../../network/ask-network.ts'
import type { Services } from '../../services.ts'
import { assignNearest, type Problem } from '../models/problem.ts'
import { sitesSchema } from '../sites/candidate.ts'
import { findSites } from '../sites/find-sites.ts'
import { reasonSchema, tellReasons, type ToldReason } from '../solve/tell-reasons.ts'
import { standSchema } from '../solve/solved.ts'
import { auditFields, coversOf } from './audit.ts'

const mostCells = 1_500
export const closureBody = Type.Object({
  ...auditFields, sites: Type.Optional(sitesSchema), posts: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'so many more posts: those that close most demand; without it, the fewest that close every gap that can be closed' })),
  seconds: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 60, description: 'that the solver may take; 5 unless told' })),
}, { additionalProperties: false })
export const closureSchema = Type.Object({
  rule: responseRule,
  gap: Type.Object({ cell: Type.Array(Type.String()), demand: Type.Array(Type.Number({ description: 'incidents of the last 90 days' })), seconds: Type.Array(Type.Union([Type.Integer(), Type.Null()])), closed_by: Type.Array(Type.Integer({ description: 'number in closure.sites; -1 none' })) }),
  cells_beyond: Type.Integer({ description: 'gap cells with least demand that weren\'t looked at' }),
  closure: Type.Union([Type.Object({
    status: Type.String(), posts: Type.Integer(), bound: Type.Number(), gap: Type.Number(), sites: Type.Array(standSchema), cells_closed: Type.Integer(), cells_open: Type.Integer({ description: 'that no candidate site reaches in time, or none of so many posts' }), demand_closed: Type.Number(),
  }), Type.Null()]),
  reasons: Type.Array(reasonSchema),
})

/**
 * The cells that a response circle leaves open, and the cheapest way to close them: the fewest more posts (set covering), or
 * where so many more close most (maximal covering), proven or with its gap. Posts are of the rule's fastest force.
 *
 * @param signal  ends the solver's thread
 */
export async function closeGaps(services: Services, signedIn: SignedIn, ruleId: number, body: Static<typeof closureBody>, signal: AbortSignal): Promise<Static<typeof closureSchema>> {
  const { coverage, network, deployment } = services, cover = (await coversOf(services, signedIn, body)).find(({ rule }) => rule.id === ruleId)
  if (!cover) throw new NotFound('response rule that is on', ruleId)
  const { ground } = coverage, { city } = ground, kind = fastest(cover), limit = cover.rule.minutes * 60
  const gaps = [...cover.cells].filter(cell => !isCovered(cover, cell)).sort((a, b) => city.demand[b]! - city.demand[a]! || a - b), cells = gaps.slice(0, mostCells)
  const candidates = await findSites(services, signedIn, { rings: null, stations: null }, body.sites ?? {})
  const placed = candidates.flatMap(site => { const snap = snapTo(ground.network, site.longitude, site.latitude, kind); return snap ? [{ site, snap }] : [] })
  const reachable = cells.filter(cell => ground.anchors[kind].snaps[cell] !== null), profile = { kind, siren: kind !== 'foot', hour: body.hour ?? localHour(new Date(cover.at), (await services.city()).time_zone) }
  const told = (closedBy: (cell: number) => number) => ({
    cell: cells.map(cell => city.cells[cell]!), demand: cells.map(cell => city.demand[cell]!),
    seconds: cells.map(cell => cover.soonest.firstSeconds[cell] === Infinity ? null : Math.ceil(cover.soonest.firstSeconds[cell]!)), closed_by: cells.map(closedBy),
  })
  const nothing = (reasons: ToldReason[]) => ({ rule: cover.rule, gap: told(() => -1), cells_beyond: gaps.length - cells.length, closure: null, reasons })
  if (placed.length === 0 || reachable.length === 0) return nothing([])
  const seconds = await network.matrix(placed.map(({ snap }) => snap), reachable.map(cell => ground.anchors[kind].snaps[cell]!), profile, limit)
  const problem: Problem = {
    // To close a gap counts, and, of plans with as many posts, where calls come from.
    weights: Float64Array.from(reachable, cell => body.posts === undefined ? 1 : city.demand[cell]! + 0.01), seconds, siteCount: placed.length, limits: new Float64Array(reachable.length).fill(limit),
    posts: Math.min(body.posts ?? placed.length, placed.length), fixed: [], forbidden: [], unreachable: 'leave_out', siteNames: placed.map(({ site }) => site.name || site.id),
  }
  const answer = await deployment.solver.solve({ model: body.posts === undefined ? 'set_covering' : 'maximal_covering', problem, parameters: {}, seconds: body.seconds ?? 5, signal })
  if ('reasons' in answer) return nothing(tellReasons(placed.map(({ site }) => site), reachable.map(cell => city.cells[cell]!), answer.reasons))
  const nearest = assignNearest(problem, answer.sites), used = [...new Set(answer.sites)], closed = new Map(reachable.flatMap((cell, i) => nearest[i] !== -1 && seconds[nearest[i]! * reachable.length + i]! <= limit ? [[cell, used.indexOf(nearest[i]!)] as const] : []))
  return {
    rule: cover.rule, gap: told(cell => closed.get(cell) ?? -1), cells_beyond: gaps.length - cells.length, reasons: [],
    closure: {
      status: answer.status, posts: answer.sites.length, bound: answer.bound, gap: answer.gap, sites: used.map(site => ({ ...placed[site]!.site, units: 1 })),
      cells_closed: closed.size, cells_open: cells.length - closed.size, demand_closed: [...closed.keys()].reduce((sum, cell) => sum + city.demand[cell]!, 0),
    },
  }
}
