import { Type, type Static } from 'typebox'
import { label, nullable } from '../../shapes.ts'
import { span } from '../compare/sides.ts'
import { standSchema } from '../solve/solved.ts'
import { figureNames, type Figures } from './figures.ts'
import type { Estimate } from './estimate.ts'
import type { Estimates } from './simulate.ts'

const estimated = nullable(Type.Object({ mean: Type.Number(), low: Type.Number(), high: Type.Number() }, { description: 'over the replications; 95 of 100 lie from low to high' }))
const figures = Type.Object(Object.fromEntries(figureNames.map(name => [name, estimated])) as Record<keyof Figures, typeof estimated>, {
  description: 'share: of all calls, answered within the minutes allowed, waiting included; mean, ninetieth: seconds from call to arrival; wait: seconds until a crew set out; queued, unanswered: shares of all calls that had to wait, and that no crew could ever come to',
})
const planIds = ['today', 'proposal', 'what_if'] as const
export type PlanId = (typeof planIds)[number]

/** What came of a simulation, as it is told. */
export const simulationSchema = Type.Object({
  judge: Type.Object(span.properties, { description: 'the whole local weeks that were replayed' }), weeks: Type.Integer(), calls: Type.Integer({ description: 'in these weeks' }), replications: Type.Integer(), seed: Type.Integer(),
  handling: Type.Object({ is: Type.Unsafe<'measured' | 'assumed'>(Type.String({ description: 'what calls without a logged handling time take: as others of their kind did in weeks that the plan was built on, or as assumed' })), logged: Type.Number({ description: 'share of the calls whose handling time is logged' }), mean_seconds: Type.Number({ description: 'of the measured, or as assumed' }) }),
  plans: Type.Array(Type.Object({
    id: Type.Unsafe<PlanId>(Type.Union(planIds.map(each => Type.Literal(each)))), sites: Type.Array(standSchema), figures, difference: nullable(figures),
    crews: Type.Array(Type.Object({ site: Type.String(), load: estimated, calls_a_week: estimated }, { description: 'load: share of its time on duty that it was out' })),
  }), { description: 'today first, where anybody stands anywhere; difference: to the first of the list, replication by replication on the same calls' }),
  notes: Type.Array(label),
})
export type SimulationResult = Static<typeof simulationSchema>

export const told = (estimate: Estimate | null): Static<typeof estimated> => estimate && { mean: estimate.mean, low: estimate.low, high: estimate.high }
export const figuresTold = (estimates: Estimates): Static<typeof figures> => Object.fromEntries(figureNames.map(name => [name, told(estimates[name])])) as Static<typeof figures>
