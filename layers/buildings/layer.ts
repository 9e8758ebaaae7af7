import { choice, optionalCount, optionalText, station, updated } from '../choices.ts'
import { defineLayer } from '../layer.ts'

export const buildingKinds = {
  residential: { zh: '住宅', en: 'Residential' },
  commercial: { zh: '商业', en: 'Commercial' },
  industrial: { zh: '工业', en: 'Industrial' },
  public: { zh: '公共', en: 'Public' },
  other: { zh: '其他', en: 'Other' },
} as const

export const layer = defineLayer({
  id: 'buildings',
  title: { zh: '建筑', en: 'Buildings' },
  counted: { zh: '栋', en: 'buildings' },
  geometry: 'Polygon',
  read: 'anyone',
  minZoom: 8, detailZoom: 14, maxZoom: 15,
  properties: {
    name: { type: optionalText, label: { zh: '名称', en: 'Name' }, read: 'anyone', tile: 15 },
    storeys: { type: optionalCount, label: { zh: '层数', en: 'Storeys' }, unit: { zh: '层', en: 'storeys' }, read: 'anyone', tile: 14 },
    kind: { ...choice(buildingKinds), label: { zh: '用途', en: 'Use' }, read: 'anyone', tile: 14 },
    address_id: { type: optionalCount, label: { zh: '地址', en: 'Address' }, read: 'anyone' },
    ...station, ...updated,
  },
  filters: { kind: 'choice' },
  legend: { zh: '一块轮廓为一栋建筑，倾斜时按每层 3 米立起', en: 'One outline is one building, raised 3 m a storey when the map is tilted' },
  popup: ['name', 'kind', 'storeys'],
  atAddress: true,
})
