import type { MultiPolygon, Polygon } from 'geojson'
import { unwrap } from '../../api.ts'
import { ask, send } from '../../ask.ts'
import type { ResponseRule } from '../../coverage/api.ts'

export const kinds = ['incident', 'burst', 'unanswered', 'unit_timer', 'stale_unit', 'void', 'handover', 'outbox', 'roll_call'] as const
export type AlertKind = (typeof kinds)[number]

/** What raises its hand, as `GET /api/alert-rules` gives it. Null and empty mean: any. */
export interface AlertRule {
  id: number
  name: string
  name_en: string
  kind: AlertKind
  type_prefixes: string[]
  division_id: number | null
  area: MultiPolygon | Polygon | null
  from_hour: number | null
  to_hour: number | null
  weekdays: number[]
  threshold: number | null
  window_minutes: number | null
  quiet_minutes: number
  escalate_minutes: number | null
  grade: number
  sound: boolean
  enabled: boolean
}
export type RuleDraft = Omit<AlertRule, 'id'> & { id?: number }
export type CircleDraft = Omit<ResponseRule, 'id'> & { id?: number }

export const readAlertRules = async () => (await ask<{ rules: AlertRule[] }>('/api/alert-rules')).rules
export const readCircles = async () => (await ask<{ rules: ResponseRule[] }>('/api/response-rules')).rules
export const writeAlertRule = ({ id, ...rule }: RuleDraft) => id === undefined ? send('POST', '/api/alert-rules', rule) : send('PUT', `/api/alert-rules/${id}`, rule)
export const writeCircle = ({ id, ...rule }: CircleDraft) => id === undefined ? send('POST', '/api/response-rules', rule) : send('PUT', `/api/response-rules/${id}`, rule)
export const removeAlertRule = (id: number) => remove(`/api/alert-rules/${id}`)
export const removeCircle = (id: number) => remove(`/api/response-rules/${id}`)

const remove = (path: string): Promise<unknown> => unwrap((async () => {
  const response = await fetch(path, { method: 'DELETE' })
  return response.ok ? { data: undefined, response } : { error: await response.json() as unknown, response }
})())
