import { sql } from 'kysely'
import { Type, type Static } from 'typebox'
import type { Database } from '../../database.ts'
import { BadInput, type Fault } from '../../errors.ts'
import { alertKinds, type AlertKind } from './rule.ts'

const optional = <T extends ReturnType<typeof Type.Integer>>(type: T) => Type.Optional(Type.Union([type, Type.Null()]))
const position = Type.Array(Type.Number(), { minItems: 2, maxItems: 3 })
const ring = Type.Array(position, { minItems: 4, maxItems: 2000 })
const polygon = Type.Object({ type: Type.Literal('Polygon'), coordinates: Type.Array(ring, { minItems: 1, maxItems: 50 }) })
const multiPolygon = Type.Object({ type: Type.Literal('MultiPolygon'), coordinates: Type.Array(Type.Array(ring, { minItems: 1, maxItems: 50 }), { minItems: 1, maxItems: 50 }) })

export const ruleBody = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 60 }), name_en: Type.String({ minLength: 1, maxLength: 80 }),
  kind: Type.Unsafe<AlertKind>(Type.Union(alertKinds.map(kind => Type.Literal(kind)))),
  type_prefixes: Type.Optional(Type.Array(Type.String(), { maxItems: 50 })),
  division_id: optional(Type.Integer()), area: Type.Optional(Type.Union([polygon, multiPolygon, Type.Null()])),
  from_hour: optional(Type.Integer({ minimum: 0, maximum: 23 })), to_hour: optional(Type.Integer({ minimum: 1, maximum: 24 })),
  weekdays: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7, uniqueItems: true })),
  threshold: optional(Type.Integer({ minimum: 1, maximum: 100_000 })), window_minutes: optional(Type.Integer({ minimum: 1, maximum: 10_080 })),
  quiet_minutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_080 })), escalate_minutes: optional(Type.Integer({ minimum: 1, maximum: 10_080 })),
  grade: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })), sound: Type.Optional(Type.Boolean()), enabled: Type.Optional(Type.Boolean()),
}, { additionalProperties: false })
export type RuleBody = Static<typeof ruleBody>

/** Kinds that mean nothing without a number, and what it counts. */
const needsThreshold: Partial<Record<AlertKind, string>> = { burst: 'how many incidents', unanswered: 'after how many minutes' }
/** Kinds that are about incidents, whose types can be chosen. */
const hasTypes: readonly AlertKind[] = ['incident', 'burst', 'unanswered', 'handover']
const hasPoint: readonly AlertKind[] = ['incident', 'burst', 'unanswered', 'unit_timer', 'stale_unit', 'handover']

/**
 * What the schema can't say of a rule.
 *
 * @throws {BadInput} naming every field that is wrong, its value and what would be right
 */
export async function checkRule(db: Database, rule: RuleBody): Promise<void> {
  const faults: Fault[] = []
  const wrong = (field: keyof RuleBody, detail: string) => faults.push({ pointer: `/body/${field}`, value: rule[field], detail })
  const { kind } = rule
  if ((rule.from_hour ?? null) === null !== ((rule.to_hour ?? null) === null)) wrong(rule.from_hour == null ? 'from_hour' : 'to_hour', 'from_hour and to_hour come together, or neither')
  if (rule.from_hour != null && rule.from_hour === rule.to_hour) wrong('to_hour', 'must differ from from_hour; leave out both for the whole day')
  if (needsThreshold[kind] && rule.threshold == null) wrong('threshold', `a rule of kind ${kind} must say ${needsThreshold[kind]}`)
  if (kind === 'burst' && rule.window_minutes == null) wrong('window_minutes', 'a rule of kind burst must say within how many minutes')
  if (rule.type_prefixes?.length && !hasTypes.includes(kind)) wrong('type_prefixes', `types can be chosen for ${hasTypes.join(', ')}`)
  if (rule.area && !hasPoint.includes(kind)) wrong('area', `an area can be drawn for ${hasPoint.join(', ')}; name a division instead`)
  await checkReferences(db, rule, wrong)
  if (faults.length) throw new BadInput(...faults)
}

async function checkReferences(db: Database, rule: RuleBody, wrong: (field: keyof RuleBody, detail: string) => void): Promise<void> {
  const { rows: [known] } = await sql<{ division: boolean, unknown: string[], area_fault: string | null }>`
    SELECT ${rule.division_id ?? null}::integer IS NULL OR EXISTS (SELECT 1 FROM division WHERE id = ${rule.division_id ?? null}::integer) AS division,
           array(SELECT p FROM unnest(${rule.type_prefixes ?? []}::text[]) p WHERE p !~ '^([0-9]{2}){1,3}$' OR NOT EXISTS (SELECT 1 FROM incident_type t WHERE t.code LIKE p || '%')) AS unknown,
           ${rule.area ? sql`CASE WHEN ST_IsValid(g.area) THEN NULL ELSE ST_IsValidReason(g.area) END` : sql`NULL::text`} AS area_fault
    FROM (SELECT ${rule.area ? sql`ST_GeomFromGeoJSON(${JSON.stringify(rule.area)})` : sql`NULL::geometry`} AS area) g`.execute(db)
  if (!known!.division) wrong('division_id', 'there is no such division')
  if (known!.unknown.length) wrong('type_prefixes', `${known!.unknown.join(', ')} begin no code of the dictionary; codes have two, four or six digits`)
  if (known!.area_fault) wrong('area', `must be a valid polygon: ${known!.area_fault}`)
}
