import { Type } from 'typebox'
import { choice, count, instant, station, text, updated } from '../choices.ts'
import { defineLayer } from '../layer.ts'

export const states = {
  planned: { zh: '未生效', en: 'Planned' },
  active: { zh: '生效中', en: 'Active' },
  expired: { zh: '已到期', en: 'Expired' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
} as const

export const layer = defineLayer({
  id: 'zones',
  title: { zh: '治安乱点（区域）', en: 'Hotspot zones' },
  counted: { zh: '个', en: 'zones' },
  geometry: 'Polygon',
  read: 'anyone',
  minZoom: 0, detailZoom: 0, maxZoom: 14,
  properties: {
    name: { type: text, label: { zh: '名称', en: 'Name' }, read: 'anyone', tile: 0 },
    state: { ...choice(states), label: { zh: '状态', en: 'State' }, read: 'anyone', tile: 0 },
    reason: { type: text, label: { zh: '理由', en: 'Reason' }, read: 'anyone' },
    version: { type: count, label: { zh: '版本', en: 'Version' }, read: 'anyone', tile: 0 },
    shifts: { type: Type.Array(Type.String()), label: { zh: '班次', en: 'Shifts' }, read: 'anyone' },
    valid_from: { type: instant, label: { zh: '生效', en: 'Valid from' }, read: 'anyone', tile: 0 },
    valid_to: { type: instant, label: { zh: '失效', en: 'Valid to' }, read: 'anyone', tile: 0 },
    area_m2: { type: Type.Number({ minimum: 0 }), unit: { zh: '平方米', en: 'm2' }, label: { zh: '面积', en: 'Area' }, read: 'anyone' },
    author: { type: text, label: { zh: '划定人', en: 'Author' }, read: 'anyone' },
    ...station, ...updated,
  },
  filters: { state: 'choice' },
  legend: { zh: '虚线框为研判划定的治安乱点，是地方而不是人；名称居中', en: 'A dashed outline is a zone that an analyst drew: a place, not a person; its name stands in the middle' },
  popup: ['name', 'state', 'reason', 'valid_from', 'valid_to', 'version'],
})
