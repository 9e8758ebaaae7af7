import { choice, count, instant, optionalText, text, updated } from '../choices.ts'
import { defineLayer } from '../layer.ts'
import { unitKinds } from '../unit-kinds.ts'

export const states = {
  manned: { zh: '在岗', en: 'On post' },
  partly: { zh: '部分在岗', en: 'Partly on post' },
  on_call: { zh: '出警中', en: 'Out on a call' },
  empty: { zh: '不在岗位', en: 'Not on post' },
  unnamed: { zh: '未指定警力', en: 'No unit named' },
} as const

export const layer = defineLayer({
  id: 'duty_posts',
  title: { zh: '勤务', en: 'Duty plan' },
  counted: { zh: '处', en: 'posts' },
  geometry: 'Point',
  read: 'anyone',
  minZoom: 0, detailZoom: 0, maxZoom: 14,
  properties: {
    name: { type: text, label: { zh: '岗位', en: 'Post' }, read: 'anyone', tile: 0 },
    callsigns: { type: optionalText, label: { zh: '警力', en: 'Units' }, read: 'anyone', tile: 0 },
    force: { ...choice(unitKinds), label: { zh: '警力类型', en: 'Force' }, read: 'anyone', tile: 0 },
    state: { ...choice(states), label: { zh: '到岗', en: 'State' }, read: 'anyone', tile: 0 },
    units: { type: count, label: { zh: '应到', en: 'Due' }, unit: { zh: '个', en: 'units' }, read: 'anyone', tile: 0 },
    named: { type: count, label: { zh: '已指定', en: 'Named' }, unit: { zh: '个', en: 'units' }, read: 'anyone', tile: 0 },
    there: { type: count, label: { zh: '在岗', en: 'On post' }, unit: { zh: '个', en: 'units' }, read: 'anyone', tile: 0 },
    from_at: { type: instant, label: { zh: '上岗', en: 'From' }, read: 'anyone', tile: 0 },
    to_at: { type: instant, label: { zh: '下岗', en: 'To' }, read: 'anyone', tile: 0 },
    plan: { type: text, label: { zh: '方案', en: 'Plan' }, read: 'anyone', tile: 0 },
    plan_id: { type: count, label: { zh: '方案编号', en: 'Plan no.' }, read: 'anyone', tile: 0 },
    ...updated,
  },
  filters: { state: 'choice', force: 'choice' },
  legend: { zh: '一个标记为已发布方案此刻的一处岗位；框内为警力类型，空心为人不在岗', en: 'One mark is a post of a published plan at this moment; inside it the kind of force, hollow when nobody is there' },
  popup: ['name', 'callsigns', 'force', 'state', 'from_at', 'to_at', 'plan'],
})
