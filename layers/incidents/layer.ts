import { Type } from 'typebox'
import { addressLevels, choice, instant, optionalCount, optionalInstant, optionalText, station, text, updated } from '../choices.ts'
import { defineLayer } from '../layer.ts'

export const channels = {
  call: { zh: '110 来电', en: '110 call' },
  walk_in: { zh: '上门报案', en: 'Walk-in' },
  patrol: { zh: '巡逻发现', en: 'Patrol-discovered' },
  sensor: { zh: '设备感知', en: 'Sensor' },
  transferred: { zh: '其他部门转来', en: 'Transferred in' },
} as const

export const statuses = {
  received: { zh: '已接警', en: 'Received' },
  dispatched: { zh: '已派警', en: 'Dispatched' },
  enroute: { zh: '途中', en: 'En route' },
  on_scene: { zh: '到场', en: 'On scene' },
  handled: { zh: '已处置', en: 'Handled' },
  closed: { zh: '已结案', en: 'Closed' },
  transferred: { zh: '已移交', en: 'Transferred' },
  returned: { zh: '已退回', en: 'Returned' },
} as const

const precisions = {
  minute: { zh: '分钟', en: 'Minute' },
  hour: { zh: '小时', en: 'Hour' },
  day: { zh: '日', en: 'Day' },
  month: { zh: '月', en: 'Month' },
} as const

const grades = {
  1: { zh: '一级（紧急）', en: '1 (act now)' },
  2: { zh: '二级', en: '2' },
  3: { zh: '三级', en: '3' },
} as const

export const layer = defineLayer({
  id: 'incidents',
  title: { zh: '警情', en: 'Incidents' },
  counted: { zh: '起', en: 'incidents' },
  geometry: 'Point',
  read: 'anyone',
  minZoom: 0, detailZoom: 14, maxZoom: 15,
  properties: {
    number: { type: text, label: { zh: '警情编号', en: 'Number' }, read: 'anyone' },
    code: { type: text, dictionary: 'incident_type', label: { zh: '类别', en: 'Type' }, read: 'anyone', tile: 14 },
    taken_code: { type: text, dictionary: 'incident_type', label: { zh: '接警类别', en: 'Taken as' }, read: 'anyone' },
    resolved_code: { type: optionalText, dictionary: 'incident_type', label: { zh: '反馈类别', en: 'Resolved as' }, read: 'anyone' },
    grade: { type: Type.Integer({ minimum: 1, maximum: 3 }), choices: grades, label: { zh: '等级', en: 'Grade' }, read: 'anyone' },
    status: { ...choice(statuses), label: { zh: '状态', en: 'Status' }, read: 'anyone', tile: 14 },
    channel: { ...choice(channels), label: { zh: '来源', en: 'Source' }, read: 'anyone', tile: 15 },
    received_at: { type: instant, label: { zh: '接警时间', en: 'Received' }, read: 'anyone', tile: 14 },
    time_precision: { ...choice(precisions), label: { zh: '时间精度', en: 'Time precision' }, read: 'anyone' },
    occurred_from: { type: optionalInstant, label: { zh: '发生起', en: 'Occurred from' }, read: 'anyone' },
    occurred_to: { type: optionalInstant, label: { zh: '发生止', en: 'Occurred to' }, read: 'anyone' },
    point_level: { ...choice(addressLevels), label: { zh: '坐标可信层级', en: 'Point level' }, read: 'anyone' },
    location_text: { type: optionalText, label: { zh: '警情地址', en: 'Location' }, read: 'station' },
    summary: { type: optionalText, label: { zh: '简要警情', en: 'Summary' }, read: 'station' },
    result: { type: optionalText, label: { zh: '处警结果', en: 'Result' }, read: 'station' },
    timeline: { type: Type.Array(Type.Unknown()), label: { zh: '处警过程', en: 'Timeline' }, read: 'station' },
    merged_into_id: { type: optionalCount, label: { zh: '并入警情', en: 'Merged into' }, read: 'anyone' },
    address_id: { type: optionalCount, label: { zh: '地址', en: 'Address' }, read: 'anyone' },
    place_id: { type: optionalCount, label: { zh: '场所', en: 'Place' }, read: 'anyone' },
    beat_id: { type: optionalCount, label: { zh: '警务区', en: 'Beat' }, read: 'anyone' },
    ...station, ...updated,
  },
  filters: { code: 'prefix', channel: 'choice', status: 'choice' },
  time: 'received_at',
  legend: { zh: '一点为一起警情，颜色和符号表示一级类别；网格为起数', en: 'One mark is one incident, colour and sign show the top-level type; cells show how many' },
  popup: ['number', 'code', 'status', 'received_at', 'channel'],
  atAddress: true,
})
