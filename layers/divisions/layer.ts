import { choice, optionalCount, optionalText, station, text, updated } from '../choices.ts'
import { defineLayer } from '../layer.ts'

export const divisionKinds = {
  province: { zh: '省', en: 'Province' },
  city: { zh: '市', en: 'City' },
  district: { zh: '区县', en: 'District' },
  street: { zh: '街道', en: 'Street' },
  community: { zh: '社区', en: 'Community' },
  bureau: { zh: '市局', en: 'Bureau' },
  branch: { zh: '分局', en: 'Branch' },
  station: { zh: '派出所', en: 'Station' },
  beat: { zh: '警务区', en: 'Beat' },
} as const

export const layer = defineLayer({
  id: 'divisions',
  title: { zh: '辖区', en: 'Divisions' },
  counted: { zh: '个', en: 'divisions' },
  geometry: 'Polygon',
  read: 'anyone',
  minZoom: 0, detailZoom: 0, maxZoom: 14,
  properties: {
    name: { type: text, label: { zh: '名称', en: 'Name' }, read: 'anyone', tile: 0 },
    name_en: { type: optionalText, label: { zh: '英文名', en: 'English name' }, read: 'anyone', tile: 0 },
    kind: { ...choice(divisionKinds), label: { zh: '类型', en: 'Kind' }, read: 'anyone', tile: 0 },
    code: { type: optionalText, label: { zh: '代码', en: 'Code' }, read: 'anyone' },
    parent_id: { type: optionalCount, label: { zh: '上级', en: 'Parent' }, read: 'anyone' },
    ...station, ...updated,
  },
  filters: { kind: 'choice' },
  legend: { zh: '虚线为辖区边界，名称居中', en: 'Dashed lines bound jurisdictions; the name stands in the middle' },
  popup: ['name', 'kind', 'code'],
})
