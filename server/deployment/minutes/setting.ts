import { sql } from 'kysely'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import type { Database } from '../../database.ts'

export const areaClasses = ['city', 'outskirts', 'rural'] as const
export type AreaClass = (typeof areaClasses)[number]
/** Forces that stand somewhere and go by road from there. */
export const forces = ['patrol_car', 'motorcycle', 'officer', 'post', 'reserve'] as const
export type Force = (typeof forces)[number]

const minutes = Type.Number({ minimum: 0.5, maximum: 120 })
const byForce = Type.Object(Object.fromEntries(forces.map(force => [force, minutes])) as Record<Force, typeof minutes>, { additionalProperties: false })
const areaClass = Type.Unsafe<AreaClass>(Type.Union(areaClasses.map(each => Type.Literal(each))))
export const settingSchema = Type.Object({
  minutes: Type.Object({ city: byForce, outskirts: byForce, rural: byForce }, { additionalProperties: false, description: 'allowed from the post to the incident, by class of area and kind of force' }),
  residents_per_km2: Type.Object({ city: Type.Number({ minimum: 0 }), outskirts: Type.Number({ minimum: 0 }) }, { additionalProperties: false, description: 'from so many on a cell of resolution 8 belongs to the class; below, it is rural' }),
  divisions: Type.Record(Type.String({ pattern: '^([1-9][0-9]{0,8}|1[0-9]{9})$' }), areaClass, { additionalProperties: false, description: 'classes that are set by id of division, whatever its density; the smallest division counts' }),
}, { additionalProperties: false })
export type DeploymentSetting = Static<typeof settingSchema>

/** The row `deployment` of table setting. @throws {RangeError} where it isn't one */
export async function readSetting(db: Database): Promise<DeploymentSetting> {
  const { rows: [row] } = await sql<{ value: unknown }>`SELECT value FROM setting WHERE key = 'deployment'`.execute(db)
  if (!Value.Check(settingSchema, row?.value)) throw new RangeError(`the setting "deployment" is ${JSON.stringify(row?.value)}; see PUT /api/deployment/setting for what it must be`)
  return row.value
}
