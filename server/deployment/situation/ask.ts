import { Type, type Static } from 'typebox'
import { selectionSchema } from '../../analysis/selection.ts'
import { rowId } from '../../shapes.ts'
import { estimates } from '../demand/gather-demand.ts'
import { weightsSchema } from '../demand/weights.ts'
import { areaClasses, forces, type AreaClass, type Force } from '../minutes/setting.ts'
import { sitesSchema } from '../sites/candidate.ts'

const minutes = Type.Number({ minimum: 0.5, maximum: 120 })
/** Which demand, by whom it is met, from where. */
export const askFields = {
  selection: selectionSchema,
  zones: Type.Optional(Type.Array(rowId(), { minItems: 1, maxItems: 100, description: 'ids of zones, as their newest versions say: demand within any of them; instead of the selection\'s own place' })),
  held_out_weeks: Type.Optional(Type.Integer({ minimum: 0, maximum: 52, description: 'the last weeks of the selection, which the plan never sees and is judged by; 4 unless told' })),
  weights: Type.Optional(weightsSchema),
  estimate: Type.Optional(Type.Unsafe<(typeof estimates)[number]>(Type.Union(estimates.map(each => Type.Literal(each)), { description: 'shrunk: Gamma-Poisson mean, so that quiet cells count a little; counted: as counted. Unset: counted where every cell must be served (set_covering, p_centre), else shrunk' }))),
  resolution: Type.Optional(Type.Integer({ minimum: 7, maximum: 9, description: 'H3 resolution of cells; unset: the finest with 2,000 cells at most' })),
  force: Type.Optional(Type.Unsafe<Force>(Type.Union(forces.map(each => Type.Literal(each)), { description: 'patrol_car unless told' }))),
  hour: Type.Optional(Type.Integer({ minimum: 0, maximum: 23, description: 'local hour whose traffic counts; unset: the one with most demand' })),
  siren: Type.Optional(Type.Boolean({ description: 'yes unless told' })),
  minutes: Type.Optional(Type.Partial(Type.Object(Object.fromEntries(areaClasses.map(each => [each, minutes])) as Record<AreaClass, typeof minutes>, { additionalProperties: false }))),
  straight_line: Type.Optional(Type.Object({ kmh: Type.Number({ minimum: 1, maximum: 120 }) }, { additionalProperties: false, description: 'times by straight line at this speed instead of by road; the answer says so' })),
  sites: Type.Optional(sitesSchema),
}
const ask = Type.Object(askFields, { additionalProperties: false })
export type Ask = Static<typeof ask>
export { ask as askSchema }
export const usualHeldOutWeeks = 4
