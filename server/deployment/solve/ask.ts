import { Type, type Static } from 'typebox'
import { askFields } from '../situation/ask.ts'
import { siteIds } from '../sites/candidate.ts'

export const solvable = ['maximal_covering', 'backup_covering', 'set_covering', 'p_median', 'p_centre', 'busy_units', 'by_shift'] as const
export type Solvable = (typeof solvable)[number]

export const solveFields = {
  ...askFields,
  model: Type.Unsafe<Solvable>(Type.Union(solvable.map(each => Type.Literal(each)))),
  posts: Type.Optional(Type.Integer({ description: 'units to place, the fixed ones included; set_covering finds their number itself' })),
  fixed: Type.Optional(siteIds), forbidden: Type.Optional(siteIds),
  room: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, description: 'units that each site has room for; 1 unless told' })),
  unreachable: Type.Optional(Type.Unsafe<'refuse' | 'leave_out'>(Type.Union([Type.Literal('refuse'), Type.Literal('leave_out')], { description: 'what becomes of demand that no site can serve; unset: refused where every cell must be served, else left out and told' }))),
  busy: Type.Optional(Type.Number({ minimum: 0, exclusiveMaximum: 1, description: 'busy_units: share of their time on duty that units are out; unset: as measured in the weeks the plan is built on' })),
  backup_worth: Type.Optional(Type.Number({ minimum: 0, maximum: 1, description: 'backup_covering: what a second unit in reach is worth beside the first; 0.5 unless told' })),
  cover_all: Type.Optional(Type.Boolean({ description: 'backup_covering: every cell must have a first unit in reach' })),
  shifts: Type.Optional(Type.Array(Type.String(), { maxItems: 12, description: 'by_shift: ids of shifts in the order in which they follow each other; each gets a plan' })),
  moves: Type.Optional(Type.Integer({ minimum: 0, maximum: 500, description: 'by_shift: posts that may be set up anew between a shift and the next; 0 unless told' })),
  round: Type.Optional(Type.Boolean({ description: 'by_shift: the last shift is followed by the first' })),
  seconds: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 300, description: 'that the solver may take; 20 unless told' })),
  wanted_gap: Type.Optional(Type.Number({ minimum: 0, exclusiveMaximum: 1, description: 'a proven gap of this share is enough; 0 unless told' })),
}
const solveQuestion = Type.Object(solveFields, { additionalProperties: false })
export type SolveQuestion = Static<typeof solveQuestion>

/** Models for which a cell either counts or doesn't, however little happens there. */
export const servesAll = ({ model, cover_all: all }: Pick<SolveQuestion, 'model' | 'cover_all'>): boolean => model === 'set_covering' || model === 'p_centre' || (all ?? false)
