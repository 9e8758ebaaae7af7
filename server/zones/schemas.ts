import { Type, type Static } from 'typebox'
import { areaGeometry } from '../area/geometry.ts'
import { nullable } from '../shapes.ts'
import { takers, zoneStates, type Zone } from './zone.ts'

const oneOf = <T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Union(values.map(value => Type.Literal(value))))
const instant = Type.String({ format: 'date-time' })
const name = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }), reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' })
const shifts = Type.Array(Type.String(), { maxItems: 20, uniqueItems: true, description: 'ids of GET /api/analysis/vocabulary; none means around the clock' })
const validFrom = Type.String({ description: 'an instant with its offset, or a date: local midnight' })
const validTo = Type.String({ description: 'the first instant at which it no longer holds; a year after valid_from at most' })
const run = Type.Object({ run_id: Type.String({ minLength: 1, maxLength: 100 }) }, { additionalProperties: false, description: 'a finished analysis run of yours; it is frozen into the version' })

export const zoneBody = Type.Object({
  name, reason, geometry: areaGeometry, shifts, valid_from: validFrom, valid_to: validTo, evidence: Type.Optional(run), judgement: Type.Optional(run),
}, { additionalProperties: false })
export type ZoneBody = Static<typeof zoneBody>

export const versionBody = Type.Object({
  revision: Type.Integer({ minimum: 1, description: 'the version that you saw' }), reason, name: Type.Optional(name), geometry: Type.Optional(areaGeometry), shifts: Type.Optional(shifts),
  valid_from: Type.Optional(validFrom), valid_to: Type.Optional(validTo), evidence: Type.Optional(run), judgement: Type.Optional(run),
}, { additionalProperties: false })
export type VersionBody = Static<typeof versionBody>

const free = Type.Unsafe<object>(Type.Object({}, { additionalProperties: true }))
const versionFields = {
  version: Type.Integer(), name: Type.String(), reason: Type.String(), geometry: Type.Unsafe<Zone['geometry']>(free), area_m2: Type.Number(), shifts: Type.Array(Type.String()),
  valid_from: instant, valid_to: instant, author: Type.String(), created_at: instant,
  evidence: Type.Unsafe<Zone['evidence']>(nullable(Type.Object({}, { additionalProperties: true, description: 'selection, method, parameters, resolution, revision, as_of, size, left_out, figures and judgement as they were when the version was written' }))),
}
export const versionSchema = Type.Object(versionFields)
const zoneFields = {
  id: Type.Integer(), ...versionFields, station_id: nullable(Type.Integer()), station_name: nullable(Type.String()), state: oneOf(zoneStates), updated_at: instant,
  handed_over: Type.Array(Type.Object({ to: oneOf(takers), state: oneOf(['waiting', 'taken', 'ended'] as const), version: Type.Integer(), at: instant, by: Type.String(), note: nullable(Type.String()) })),
  withdrawn: nullable(Type.Object({ at: instant, by: Type.String(), reason: Type.String() })),
}
export const zoneSchema = Type.Object(zoneFields)
export const zoneWithVersions = Type.Object({ ...zoneFields, versions: Type.Array(versionSchema) })
export const handOverBody = Type.Object({ to: oneOf(takers), note: Type.Optional(Type.String({ maxLength: 500 })) }, { additionalProperties: false })
export const withdrawBody = Type.Object({ reason }, { additionalProperties: false })
export const comparison = Type.Object({
  a: versionSchema, b: versionSchema,
  area_m2: Type.Object({ a: Type.Number(), b: Type.Number(), both: Type.Number(), only_a: Type.Number(), only_b: Type.Number() }),
  overlap: Type.Number({ description: 'common area over the area of either (Jaccard), 0 to 1' }),
  incidents: Type.Optional(Type.Object({ a: Type.Integer(), b: Type.Integer(), as_of: instant, of_version: Type.Integer({ description: 'whose evidence says which incidents are counted' }) })),
})
