import { addressLevels, choice, optionalCount, optionalInstant, station, text, updated } from '../choices.ts'
import { defineLayer } from '../layer.ts'

export const layer = defineLayer({
  id: 'addresses',
  title: { zh: '标准地址', en: 'Standard addresses' },
  counted: { zh: '个', en: 'addresses' },
  geometry: 'Point',
  read: 'anyone',
  minZoom: 8, detailZoom: 16, maxZoom: 16,
  properties: {
    full_text: { type: text, label: { zh: '地址全称', en: 'Full text' }, read: 'anyone' },
    name: { type: text, label: { zh: '本级名称', en: 'Own name' }, read: 'anyone', tile: 16 },
    code: { type: text, label: { zh: '地址编码', en: 'Code' }, read: 'anyone' },
    level: { ...choice(addressLevels), label: { zh: '层级', en: 'Level' }, read: 'anyone', tile: 16 },
    text_level: { ...choice(addressLevels), label: { zh: '文本可信层级', en: 'Text level' }, read: 'anyone' },
    point_level: { ...choice(addressLevels), label: { zh: '坐标可信层级', en: 'Point level' }, read: 'anyone' },
    parent_id: { type: optionalCount, label: { zh: '上级地址', en: 'Parent' }, read: 'anyone' },
    verified_at: { type: optionalInstant, label: { zh: '核实时间', en: 'Verified' }, read: 'anyone' },
    beat_id: { type: optionalCount, label: { zh: '警务区', en: 'Beat' }, read: 'anyone' },
    ...station, ...updated,
  },
  filters: { level: 'choice' },
  legend: { zh: '一点为一个门牌或楼栋', en: 'One dot is a door number or a building' },
  popup: ['full_text', 'level', 'code', 'verified_at'],
})
