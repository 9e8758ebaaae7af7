import { Type } from 'typebox'
import { choice, count, instant, optionalInstant, optionalText, station, text, updated } from '../choices.ts'
import { defineLayer } from '../layer.ts'

export const unitKinds = {
  officer: { zh: '步巡民警', en: 'Officer on foot' },
  patrol_car: { zh: '巡逻车', en: 'Patrol car' },
  motorcycle: { zh: '摩托车', en: 'Motorcycle' },
  drone: { zh: '无人机', en: 'Drone' },
  post: { zh: '固定岗', en: 'Post' },
  reserve: { zh: '备勤组', en: 'Station reserve' },
} as const

export const meanings = {
  available: { zh: '空闲', en: 'Available' },
  enroute: { zh: '途中', en: 'En route' },
  on_scene: { zh: '处警中', en: 'On scene' },
  unavailable: { zh: '不可用', en: 'Unavailable' },
  off_duty: { zh: '离岗', en: 'Off duty' },
} as const

export const layer = defineLayer({
  id: 'units',
  title: { zh: '警力', en: 'Units' },
  counted: { zh: '个', en: 'units' },
  geometry: 'Point',
  read: 'anyone',
  minZoom: 0, detailZoom: 9, maxZoom: 15,
  properties: {
    callsign: { type: text, label: { zh: '呼号', en: 'Callsign' }, read: 'anyone', tile: 9 },
    kind: { ...choice(unitKinds), label: { zh: '警力类型', en: 'Kind' }, read: 'anyone', tile: 9 },
    meaning: { ...choice(meanings), label: { zh: '状态', en: 'Status' }, read: 'anyone', tile: 9 },
    status: { type: text, dictionary: 'unit_status', label: { zh: '具体状态', en: 'Detailed status' }, read: 'anyone' },
    status_since: { type: instant, label: { zh: '状态起始', en: 'Since' }, read: 'anyone' },
    capabilities: { type: Type.Array(Type.String()), dictionary: 'capability', label: { zh: '装备能力', en: 'Capabilities' }, read: 'anyone' },
    crew: { type: count, label: { zh: '人数', en: 'Crew' }, unit: { zh: '人', en: 'people' }, read: 'anyone' },
    shift_from: { type: optionalInstant, label: { zh: '上岗', en: 'Shift from' }, read: 'anyone' },
    shift_to: { type: optionalInstant, label: { zh: '下岗', en: 'Shift to' }, read: 'anyone' },
    fix_at: { type: instant, label: { zh: '定位时间', en: 'Last fix' }, read: 'anyone', tile: 9 },
    contact_phone: { type: optionalText, label: { zh: '联系电话', en: 'Phone' }, read: 'station' },
    ...station, ...updated,
  },
  filters: { kind: 'choice', meaning: 'choice' },
  legend: { zh: '只显示在岗警力；颜色为状态，形状为类型，空心为定位过期', en: 'On-duty units only; colour is status, shape is kind, hollow means a stale fix' },
  popup: ['callsign', 'kind', 'meaning', 'status_since', 'fix_at'],
})
