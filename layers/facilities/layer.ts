import { choice, optionalCount, optionalInstant, optionalText, station, text, updated } from '../choices.ts'
import { defineLayer } from '../layer.ts'

export const facilityKinds = {
  station: { zh: '派出所', en: 'Police station' },
  police_post: { zh: '警务站', en: 'Police post' },
  community_room: { zh: '社区警务室', en: 'Community police room' },
  camera: { zh: '视频监控', en: 'Camera' },
  hydrant: { zh: '消火栓', en: 'Hydrant' },
  shelter: { zh: '应急避难所', en: 'Shelter' },
  aed: { zh: 'AED', en: 'AED' },
} as const

export const layer = defineLayer({
  id: 'facilities',
  title: { zh: '警务设施', en: 'Facilities' },
  counted: { zh: '处', en: 'facilities' },
  geometry: 'Point',
  read: 'anyone',
  minZoom: 5, detailZoom: 13, maxZoom: 15,
  properties: {
    name: { type: text, label: { zh: '名称', en: 'Name' }, read: 'anyone', tile: 13 },
    kind: { ...choice(facilityKinds), label: { zh: '类型', en: 'Kind' }, read: 'anyone', tile: 13 },
    state: {
      ...choice({ normal: { zh: '正常', en: 'Normal' }, faulty: { zh: '故障', en: 'Faulty' }, offline: { zh: '离线', en: 'Offline' } }),
      label: { zh: '状态', en: 'State' }, read: 'anyone', tile: 13,
    },
    checked_at: { type: optionalInstant, label: { zh: '巡检时间', en: 'Checked' }, read: 'anyone' },
    contact_phone: { type: optionalText, label: { zh: '电话', en: 'Phone' }, read: 'station' },
    address_id: { type: optionalCount, label: { zh: '地址', en: 'Address' }, read: 'anyone' },
    ...station, ...updated,
  },
  filters: { kind: 'choice', state: 'choice' },
  legend: { zh: '一个标记为一处设施', en: 'One mark is one facility' },
  popup: ['name', 'kind', 'state', 'checked_at'],
  atAddress: true,
})
