import { Type, type Static } from 'typebox'
import { nullable, rowId } from '../../shapes.ts'
import { position } from '../sites/candidate.ts'
import { standSchema } from '../solve/solved.ts'
import { planStatuses, type DeploymentPlan, type PlanStatus } from './plan.ts'

const day = Type.String({ format: 'date' }), instant = Type.String({ format: 'date-time' }), name = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })
const free = Type.Object({}, { additionalProperties: true })

export const moveSchema = Type.Object({
  from: Type.String({ description: 'id of a site of the plan' }), to: Type.Optional(Type.String({ description: 'id of a candidate site; or a point instead' })), point: Type.Optional(position),
}, { additionalProperties: false })
export type Move = Static<typeof moveSchema>

/** Which plan is meant: a run that was just solved, or one that is kept. */
export const whichFields = { run_id: Type.Optional(Type.String({ maxLength: 100 })), plan_id: Type.Optional(rowId()), of_shift: Type.Optional(Type.String({ description: 'which plan of a run by shifts' })), moves: Type.Optional(Type.Array(moveSchema, { maxItems: 100, description: 'posts that are moved by hand, one after the other' })) }
const which = Type.Object(whichFields)
export type Which = Static<typeof which>

export const planBody = Type.Object({
  name, run_id: Type.String({ maxLength: 100 }), of_shift: whichFields.of_shift, moves: whichFields.moves, division_id: Type.Optional(rowId('where it holds; the whole city unless told')),
  shift: Type.Optional(Type.String({ description: 'id of a shift, see /api/analysis/vocabulary; around the clock unless told' })), valid_from: day, valid_to: Type.Optional(day),
  units: Type.Optional(Type.Record(Type.String(), Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 20 }), { description: 'by id of site: the units that stand there' })),
}, { additionalProperties: false })
export type PlanBody = Static<typeof planBody>

const fields = {
  id: Type.Integer(), name: Type.String(), division_id: nullable(Type.Integer()), shift: nullable(Type.String()), valid_from: day, valid_to: day, force: Type.String(), model: Type.String(),
  judge_from: instant, judge_to: nullable(instant), situation: Type.String(), moved: Type.Boolean(), author: Type.String(), created_at: instant,
  sites: Type.Array(Type.Object({ ...standSchema.properties, unit_ids: Type.Optional(Type.Array(Type.Integer())) })),
  status: Type.Unsafe<PlanStatus>(Type.Union(planStatuses.map(each => Type.Literal(each)))),
  published: nullable(Type.Object({ at: instant, by: Type.String() })), withdrawn: nullable(Type.Object({ at: instant, by: Type.String(), reason: Type.String() })),
}
export const planRow = Type.Object(fields)
export const planWhole = Type.Object({ ...fields, parameters: Type.Unsafe<DeploymentPlan['parameters']>(free), selection: Type.Unsafe<DeploymentPlan['selection']>(free), result: Type.Unsafe<DeploymentPlan['result']>(free) })

export const dutyPost = Type.Object({
  id: Type.Integer(), plan_id: Type.Integer(), plan: Type.String(), day, shift: nullable(Type.String()), force: Type.String(), site: Type.String(), name: Type.String(),
  unit_id: nullable(Type.Integer()), callsign: nullable(Type.String()), from: instant, to: instant, longitude: Type.Number(), latitude: Type.Number(),
})
export type DutyPost = Static<typeof dutyPost>
