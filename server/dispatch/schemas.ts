import { Type, type TSchema } from 'typebox'

export const instant = Type.Unsafe<Date>(Type.String({ format: 'date-time' }))
export const optional = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
export { label } from '../shapes.ts'
export const requestKey = Type.Optional(Type.String({ minLength: 8, maxLength: 64, description: 'made by the client, a UUID; a request that is sent again with it does nothing again' }))
/** Params `{id}`, read by readInteger. */
export const idParams = Type.Object({ id: Type.String() })
/** A body that knows all its fields: a misspelt one is refused. */
export const body = <P extends Record<string, TSchema>>(properties: P) => Type.Object(properties, { additionalProperties: false })
export const reason = Type.String({ minLength: 1, maxLength: 300 })
/** A row as SQL gives it: dates become ISO text when it is written out. */
export const row = Type.Unsafe<object>(Type.Object({}, { additionalProperties: true }))
export const assignmentTimes = { assigned_at: instant, accepted_at: optional(instant), arrived_at: optional(instant), expected_seconds: optional(Type.Number()) }
