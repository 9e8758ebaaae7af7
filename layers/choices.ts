import { Type } from 'typebox'
import type { Label } from './layer.ts'

/** Type and choices of a property with few fixed values: `...choice({ a: { zh, en } })`. */
export function choice<K extends string>(choices: Readonly<Record<K, Label>>) {
  return { type: Type.Unsafe<K>(Type.Union(Object.keys(choices).map(value => Type.Literal(value)))), choices }
}

/** The same for a property that may be null. */
export function optionalChoice<K extends string>(choices: Readonly<Record<K, Label>>) {
  return { type: Type.Unsafe<K | null>(Type.Union([...Object.keys(choices).map(value => Type.Literal(value)), Type.Null()])), choices }
}

export const text = Type.String()
export const optionalText = Type.Union([Type.String(), Type.Null()])
export const count = Type.Integer({ minimum: 0 })
export const optionalCount = Type.Union([Type.Integer({ minimum: 0 }), Type.Null()])
export const flag = Type.Boolean()
export const instant = Type.String({ format: 'date-time' })
export const optionalInstant = Type.Union([instant, Type.Null()])
export const optionalDay = Type.Union([Type.String({ format: 'date' }), Type.Null()])

/** Properties that most layers share. */
export const station = {
  station_id: { type: optionalCount, label: { zh: '派出所', en: 'Station' }, read: 'anyone', tile: 0 },
} as const
export const updated = {
  updated_at: { type: instant, label: { zh: '更新时间', en: 'Updated' }, read: 'anyone' },
} as const

/** Address levels from the top. */
export const addressLevels = {
  province: { zh: '省', en: 'Province' },
  city: { zh: '市', en: 'City' },
  district: { zh: '区县', en: 'District' },
  street: { zh: '街道', en: 'Street' },
  community: { zh: '社区', en: 'Community' },
  road: { zh: '路巷小区', en: 'Road or estate' },
  number: { zh: '门牌', en: 'Number' },
  building: { zh: '楼栋', en: 'Building' },
  unit: { zh: '单元', en: 'Unit' },
  room: { zh: '户室', en: 'Room' },
} as const satisfies Record<string, Label>
