import { Type } from 'typebox'
import { choice, count, instant, optionalInstant, optionalText, station, text, updated } from '../choices.ts'
import { defineLayer } from '../layer.ts'
import { unitKinds } from '../unit-kinds.ts'
import { unitMeanings } from '../unit-meanings.ts'

export const meanings = unitMeanings

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
