import { Type, type Static } from 'typebox'
import { label, nullable } from '../../shapes.ts'
import { figuresSchema, type Evaluated } from '../figures/evaluate.ts'
import { intervalSchema } from '../figures/intervals.ts'
import type { Situation } from '../situation/situation.ts'

const free = Type.Unsafe<object>(Type.Object({}, { additionalProperties: true }))

export const standSchema = Type.Object({
  id: Type.String(), kind: Type.Unsafe<'station' | 'police_post' | 'junction' | 'drawn' | 'unit'>(Type.String()), name: Type.String(), longitude: Type.Number(), latitude: Type.Number(), units: Type.Integer({ minimum: 1 }),
})
/** Cells of demand, by a plan. */
export const cellsSchema = Type.Object({
  cell: Type.Array(Type.String()), weight: Type.Array(Type.Number()), low: Type.Array(Type.Number()), high: Type.Array(Type.Number()), limit: Type.Array(Type.Number()),
  area_class: Type.Array(nullable(Type.String())), seconds: Type.Array(nullable(Type.Integer())), site: Type.Array(Type.Integer({ description: 'number of the site in `sites` that comes soonest; -1 none' })),
})
export const judgedSchema = Type.Object({
  from: Type.String(), to: Type.String(), weeks: Type.Number(), incidents: Type.Integer(), elsewhere: Type.Integer({ description: 'incidents in none of the plan\'s cells, which no plan is credited with' }),
  plan: figuresSchema, share: nullable(intervalSchema), other: Type.Optional(figuresSchema), other_share: Type.Optional(nullable(intervalSchema)), difference: Type.Optional(nullable(intervalSchema)),
})

/** What came of a question, as it is told. */
export const solvedSchema = Type.Object({
  model: Type.String(), status: Type.Unsafe<'optimal' | 'gap'>(Type.String({ description: 'gap: time (or the wanted gap) came before the proof; no plan is better by more than gap' })),
  objective: Type.Number(), bound: Type.Number(), gap: Type.Number(), counted_in: label,
  situation: Type.String({ description: 'hash of demand, sites and times allowed' }), travel: Type.Unsafe<Situation['travel']>(free),
  demand: Type.Unsafe<object>(Type.Object({}, { additionalProperties: true, description: 'resolution, find {from, to}, weeks, estimate, prior, size, left_out, hours' })),
  judge_from: Type.String({ description: 'first instant that the plan knows nothing of' }),
  sites: Type.Array(standSchema), left_out: Type.Object({ cells: Type.Array(Type.String()), weight: Type.Number(), share: Type.Number() }, { description: 'demand that no allowed site can serve' }),
  figures: figuresSchema, greedy: nullable(Type.Object({ sites: Type.Array(standSchema), figures: figuresSchema })),
  held_out: nullable(judgedSchema), notes: Type.Array(label),
  cells: cellsSchema,
})
export type Told = Static<typeof solvedSchema>

/** Cells as they are told: how soon the soonest unit of the plan comes, and which. */
export const tellCells = ({ demand, ground }: Situation, { seconds, stand }: Pick<Evaluated, 'seconds' | 'stand'>): Static<typeof cellsSchema> => ({
  cell: demand.cells, weight: demand.weights, low: demand.low, high: demand.high, limit: ground.limits, area_class: ground.area_class,
  seconds: Array.from(seconds, each => each === Infinity ? null : Math.round(each)), site: [...stand],
})
