import { Type, type Static } from 'typebox'
import { label, nullable, rowId } from '../../shapes.ts'

const day = Type.String({ format: 'date' }), instant = Type.String({ format: 'date-time' }), name = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })
const clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'local time; after midnight it is the next day\'s' })
const least = Type.Number({ minimum: 1, maximum: 240 }), every = Type.Number({ minimum: 5, maximum: 1_440 })
const longitude = Type.Number({ minimum: -180, maximum: 180 }), latitude = Type.Number({ minimum: -85, maximum: 85 })
const oneOf = <T extends string>(values: readonly T[], description?: string) => Type.Unsafe<T>(Type.Union(values.map(value => Type.Literal(value)), description === undefined ? {} : { description }))

export const patrolStatuses = ['draft', 'published', 'withdrawn'] as const
export type PatrolStatus = (typeof patrolStatuses)[number]

const stopAsked = Type.Object({
  name: Type.Optional(name), longitude, latitude, weight: Type.Optional(Type.Number({ minimum: 0, maximum: 1e6, description: 'where not all can be served, the heavier ones are; 1 unless told' })),
  least_minutes: Type.Optional(least), most_minutes: Type.Optional(least), every_minutes: Type.Optional(every),
}, { additionalProperties: false })
const unitAsked = Type.Object({
  unit_id: Type.Integer({ minimum: 1 }),
  meal: Type.Optional(Type.Object({ from: clock, to: clock, minutes: Type.Integer({ minimum: 1, maximum: 240 }) }, { additionalProperties: false, description: 'so long, at the station, begun and ended within the window' })),
}, { additionalProperties: false })
const settingFields = {
  least_minutes: least, most_minutes: least, every_minutes: every,
  again_minutes: Type.Number({ minimum: 0, maximum: 1_440, description: 'not sooner again at the same stop' }),
  best_guess: Type.Number({ exclusiveMinimum: 0, maximum: 1, description: 'how often the next stop may be guessed at best by somebody who knows all but the seed' }),
}

const askFields = {
  day, shift: Type.String({ description: 'id of a shift, see /api/analysis/vocabulary' }),
  zones: Type.Optional(Type.Array(rowId(), { maxItems: 40, uniqueItems: true, description: 'each zone\'s busiest places become stops' })),
  places_a_zone: Type.Optional(Type.Integer({ minimum: 1, maximum: 10, description: 'at most; 3 unless told' })),
  stops: Type.Optional(Type.Array(stopAsked, { maxItems: 80 })), units: Type.Array(unitAsked, { minItems: 1, maxItems: 40 }),
  settings: Type.Optional(Type.Partial(Type.Object(settingFields, { additionalProperties: false }))), seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1, description: 'drawn once and told, unless given' })),
}
export const previewBody = Type.Object({ name: Type.Optional(name), ...askFields }, { additionalProperties: false })
export const patrolBody = Type.Object({ name, ...askFields }, { additionalProperties: false })
export type PatrolAsk = Static<typeof previewBody>
export const withdrawBody = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) }, { additionalProperties: false })

const stop = Type.Object({
  id: Type.String(), name: Type.String(), longitude: Type.Number(), latitude: Type.Number(), weight: Type.Number({ description: 'of a zone\'s place: incidents a week' }),
  least_minutes: Type.Number(), most_minutes: Type.Number(), every_minutes: Type.Number(), zone_id: nullable(Type.Integer()), incidents: nullable(Type.Integer({ description: 'of a zone\'s place: counted there' })),
})
const tour = Type.Object({
  unit_id: Type.Integer(), callsign: Type.String(), kind: Type.String(), from: instant, to: instant, start: Type.Object({ longitude: Type.Number(), latitude: Type.Number(), name: Type.String() }, { description: 'its station: where it starts, eats and ends' }),
  visits: Type.Array(Type.Object({ stop: Type.String(), arrive: instant, leave: instant })), meal: nullable(Type.Object({ from: instant, to: instant })),
  travel_minutes: Type.Number(), free_minutes: Type.Number({ description: 'neither on the way, at a stop nor at a meal' }), detour: nullable(Type.Number({ description: 'road a visit over that of the shortest round' })),
  unpredictability: nullable(Type.Object({ best_guess: Type.Number(), bits: Type.Number() })), foreseeable: Type.Optional(Type.Object({ why: label, change: label })),
})
const unserved = Type.Object({
  stop: Type.String(), reason: oneOf(['no_way', 'no_time']), unit_id: nullable(Type.Integer({ description: 'that comes nearest to serving it' })), lacking_minutes: nullable(Type.Number()), why: label, change: label,
})
export const patrolSchema = Type.Object({
  id: nullable(Type.Integer()), name: Type.String({ description: 'empty for a preview without one' }), day, shift: Type.String(), from: instant, to: instant,
  status: oneOf(['preview', ...patrolStatuses]), seed: Type.Integer(), settings: Type.Object(settingFields), stops: Type.Array(stop), tours: Type.Array(tour), unserved: Type.Array(unserved), notes: Type.Array(label),
  author: Type.String(), created_at: instant, published: nullable(Type.Object({ at: instant, by: Type.String() })), withdrawn: nullable(Type.Object({ at: instant, by: Type.String(), reason: Type.String() })),
})
/** A patrol as it is told: stops, tours of a shift, and what can't be served. Instants are UTC. */
export type Patrol = Static<typeof patrolSchema>
export type PatrolStopTold = Patrol['stops'][number]
