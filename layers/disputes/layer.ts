import { choice, instant, optionalCount, optionalInstant, optionalText, station, text, updated } from '../choices.ts'
import { defineLayer } from '../layer.ts'

export const kinds = {
  family: { zh: '家庭', en: 'Family' },
  marriage: { zh: '婚恋', en: 'Marriage and relationship' },
  neighbour: { zh: '邻里', en: 'Neighbours' },
  labour: { zh: '劳资', en: 'Labour and wages' },
  economic: { zh: '经济', en: 'Economic' },
  medical: { zh: '医患', en: 'Medical' },
} as const

export const grades = {
  A: { zh: 'A 级', en: 'Grade A' },
  B: { zh: 'B 级', en: 'Grade B' },
  C: { zh: 'C 级', en: 'Grade C' },
  D: { zh: 'D 级', en: 'Grade D' },
} as const

export const stages = {
  registered: { zh: '已登记', en: 'Registered' },
  assigned: { zh: '已分派', en: 'Assigned' },
  visited: { zh: '已上门', en: 'Visited' },
  mediating: { zh: '调解中', en: 'Mediating' },
  resolved: { zh: '已化解', en: 'Resolved' },
  revisited: { zh: '已回访', en: 'Revisited' },
  closed: { zh: '已结案', en: 'Closed' },
  transferred: { zh: '已移交', en: 'Transferred' },
} as const

export const layer = defineLayer({
  id: 'disputes',
  title: { zh: '矛盾纠纷', en: 'Disputes' },
  counted: { zh: '件', en: 'disputes' },
  geometry: 'Point',
  read: 'station',
  minZoom: 5, detailZoom: 14, maxZoom: 15,
  properties: {
    number: { type: text, label: { zh: '编号', en: 'Number' }, read: 'anyone' },
    kind: { ...choice(kinds), label: { zh: '类型', en: 'Kind' }, read: 'anyone', tile: 14 },
    grade: { ...choice(grades), label: { zh: '等级', en: 'Grade' }, read: 'anyone', tile: 14 },
    stage: { ...choice(stages), label: { zh: '阶段', en: 'Stage' }, read: 'anyone', tile: 14 },
    registered_at: { type: instant, label: { zh: '登记时间', en: 'Registered' }, read: 'anyone', tile: 14 },
    due_at: { type: optionalInstant, label: { zh: '本阶段期限', en: 'Due' }, read: 'anyone', tile: 14 },
    visited_at: { type: optionalInstant, label: { zh: '上门时间', en: 'Visited' }, read: 'anyone' },
    resolved_at: { type: optionalInstant, label: { zh: '化解时间', en: 'Resolved' }, read: 'anyone' },
    revisited_at: { type: optionalInstant, label: { zh: '回访时间', en: 'Revisited' }, read: 'anyone' },
    closed_at: { type: optionalInstant, label: { zh: '结案时间', en: 'Closed' }, read: 'anyone' },
    transferred_to: { type: optionalText, label: { zh: '移交单位', en: 'Transferred to' }, read: 'anyone' },
    summary: { type: optionalText, label: { zh: '摘要', en: 'Summary' }, read: 'station' },
    address_id: { type: optionalCount, label: { zh: '地址', en: 'Address' }, read: 'anyone' },
    beat_id: { type: optionalCount, label: { zh: '警务区', en: 'Beat' }, read: 'anyone' },
    ...station, ...updated,
  },
  filters: { kind: 'choice', grade: 'choice', stage: 'choice' },
  time: 'registered_at',
  smallCounts: true,
  legend: {
    zh: '一个标记为一件纠纷，颜色表示等级，逾期描红；他所辖区内少于 10 的非零数显示为“<10”',
    en: 'One mark is one dispute, colour shows its grade, overdue ones are ringed in red; outside your stations non-zero counts under 10 read "<10"',
  },
  popup: ['number', 'kind', 'grade', 'stage', 'registered_at', 'due_at'],
  atAddress: true,
})
