import { Type } from 'typebox'
import type { HandoverBrief, OpenIncident, UnitOnIt } from './open-incidents.ts'
import { followers, type IncidentStatus } from './statuses.ts'

/** Shapes of the desk's requests and answers; they make the OpenAPI document. */
export const instant = Type.Unsafe<Date>(Type.String({ format: 'date-time' }))
export const instantText = Type.String({ format: 'date-time' })
export const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])
export const id = Type.Integer({ minimum: 1 })
export const longitude = Type.Number({ minimum: -180, maximum: 180 })
export const latitude = Type.Number({ minimum: -90, maximum: 90 })
export const requestKey = Type.String({ format: 'uuid', description: 'made by the client; a repeated request with the same key changes nothing and answers as the first' })
export const status = Type.Unsafe<IncidentStatus>(Type.Union(Object.keys(followers).map(value => Type.Literal(value))))
export const grade = Type.Integer({ minimum: 1, maximum: 3, description: '1: act now' })
export const code = Type.String({ pattern: '^([0-9]{2}){1,3}$', description: 'of the three-level dictionary of incident types' })
export const shortText = Type.String({ minLength: 1, maxLength: 2000 })
export const idParams = Type.Object({ id: Type.String() })
export const strict = { additionalProperties: false } as const

const unitOnIt = Type.Unsafe<UnitOnIt>(Type.Object({
  assignment_id: id, unit_id: id, callsign: Type.String(), kind: Type.String(), meaning: Type.String(), assigned_at: instantText,
  accepted_at: orNull(instantText), arrived_at: orNull(instantText), expected_seconds: orNull(Type.Number()),
}))
const handoverBrief = Type.Unsafe<HandoverBrief>(Type.Object({
  id, department: Type.String(), department_en: Type.String(), state: Type.String({ description: 'sent, accepted, returned, closed or withdrawn' }), due_at: instantText,
  has_url: Type.Boolean({ description: 'the department answers by itself; otherwise its answers are recorded by hand' }),
}))

export const incidentFields = {
  id, number: Type.String(), code: Type.String(), grade, status, channel: Type.String(), received_at: instant, status_since: instant,
  station_id: orNull(id), address_id: orNull(id), longitude: orNull(longitude), latitude: orNull(latitude),
  location_text: Type.Union([Type.String(), Type.Null()], { description: 'null outside your own stations' }),
  merged_into_id: orNull(id), version: Type.Integer({ description: 'send it with a change; one that is no longer current is refused with 409' }),
  units: Type.Array(unitOnIt), handover: orNull(handoverBrief),
}
export const openIncident = Type.Unsafe<OpenIncident>(Type.Object(incidentFields))

export const written = Type.Object({ version: Type.Integer(), repeated: Type.Boolean() })
