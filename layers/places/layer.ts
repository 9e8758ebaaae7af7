import { choice, flag, optionalCount, optionalDay, optionalInstant, optionalText, station, text, updated } from '../choices.ts'
import { defineLayer } from '../layer.ts'

export const inspectionStates = {
  none: { zh: '无需检查', en: 'Not required' },
  passed: { zh: '合格', en: 'Passed' },
  due: { zh: '待检查', en: 'Due' },
  overdue: { zh: '逾期未查', en: 'Overdue' },
  failed: { zh: '不合格', en: 'Failed' },
} as const

export const layer = defineLayer({
  id: 'places',
  title: { zh: '场所', en: 'Places' },
  counted: { zh: '处', en: 'places' },
  geometry: 'Point',
  read: 'anyone',
  minZoom: 5, detailZoom: 13, maxZoom: 15,
  properties: {
    name: { type: text, label: { zh: '名称', en: 'Name' }, read: 'anyone', tile: 13 },
    category: { type: text, dictionary: 'place_category', label: { zh: '类别', en: 'Category' }, read: 'anyone', tile: 13 },
    protected: { type: flag, label: { zh: '智安单位', en: 'Protected unit' }, read: 'anyone', tile: 13 },
    inspection_state: { ...choice(inspectionStates), label: { zh: '检查状态', en: 'Inspection' }, read: 'anyone', tile: 13 },
    inspected_at: { type: optionalInstant, label: { zh: '上次检查', en: 'Last inspected' }, read: 'anyone' },
    inspection_due: { type: optionalDay, label: { zh: '检查期限', en: 'Inspection due' }, read: 'anyone' },
    occupancy_limit: { type: optionalCount, label: { zh: '核定容量', en: 'Occupancy limit' }, unit: { zh: '人', en: 'people' }, read: 'anyone' },
    contact_phone: { type: optionalText, label: { zh: '值班电话', en: 'Duty phone' }, read: 'station' },
    address_text: { type: optionalText, label: { zh: '地址', en: 'Address' }, read: 'anyone' },
    address_id: { type: optionalCount, label: { zh: '地址编号', en: 'Address id' }, read: 'anyone' },
    ...station, ...updated,
  },
  filters: { category: 'choice', inspection_state: 'choice', protected: 'flag' },
  legend: { zh: '一个标记为一处场所，符号表示类别', en: 'One mark is one place; its sign shows the category' },
  popup: ['name', 'category', 'inspection_state', 'address_text', 'inspected_at'],
  atAddress: true,
})
