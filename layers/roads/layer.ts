import { Type } from 'typebox'
import { choice, flag, optionalCount, optionalText, station, updated } from '../choices.ts'
import { defineLayer } from '../layer.ts'

export const roadClasses = {
  motorway: { zh: '高速公路', en: 'Motorway' },
  trunk: { zh: '快速路', en: 'Trunk road' },
  primary: { zh: '主干路', en: 'Primary road' },
  secondary: { zh: '次干路', en: 'Secondary road' },
  tertiary: { zh: '支路', en: 'Tertiary road' },
  residential: { zh: '居住区道路', en: 'Residential street' },
  service: { zh: '内部道路', en: 'Service road' },
  path: { zh: '步行道', en: 'Path' },
} as const

export const layer = defineLayer({
  id: 'roads',
  title: { zh: '道路', en: 'Roads' },
  counted: { zh: '条', en: 'road sections' },
  geometry: 'LineString',
  read: 'anyone',
  minZoom: 0, detailZoom: 0, maxZoom: 15,
  properties: {
    name: { type: optionalText, label: { zh: '路名', en: 'Name' }, read: 'anyone', tile: 12 },
    class: { ...choice(roadClasses), label: { zh: '等级', en: 'Class' }, read: 'anyone', tile: 0 },
    oneway: { type: Type.Integer(), label: { zh: '单行', en: 'One-way' }, read: 'anyone', tile: 15 },
    speed_kmh: { type: optionalCount, label: { zh: '限速', en: 'Speed limit' }, unit: { zh: '公里/时', en: 'km/h' }, read: 'anyone' },
    bridge: { type: flag, label: { zh: '桥梁', en: 'Bridge' }, read: 'anyone' },
    tunnel: { type: flag, label: { zh: '隧道', en: 'Tunnel' }, read: 'anyone', tile: 12 },
    length_metres: { type: Type.Number(), label: { zh: '长度', en: 'Length' }, unit: { zh: '米', en: 'm' }, read: 'anyone' },
    ...station, ...updated,
  },
  filters: { class: 'choice' },
  legend: { zh: '线宽表示道路等级', en: 'Width shows the class of the road' },
  popup: ['name', 'class', 'oneway', 'speed_kmh', 'length_metres'],
})
