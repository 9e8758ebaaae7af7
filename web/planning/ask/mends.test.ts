import { expect, it } from 'vitest'
import type { SolveQuestion, ToldReason } from '../types.ts'
import { mendsOf } from './mends.ts'

const question: SolveQuestion = { selection: { from: '2026-05-26', to: '2026-11-23', shifts: ['evening'], codes: ['0103'] }, model: 'maximal_covering', posts: 9, fixed: ['a', 'a', 'b'], forbidden: ['b'] }
const reason = (code: ToldReason['code'], more: Partial<ToldReason> = {}): ToldReason => ({ code, why: { zh: '', en: '' }, change: { zh: '', en: '' }, ...more })
const known = { names: new Map([['a', '厦港派出所'], ['b', '滨海派出所']]), count: 4, spacing: 1500 }
const offered = (of: ToldReason, asked = question) => mendsOf(of, asked, known).map(({ label, question: next }) => [label.zh, next] as const)

it('offers to take back either of what contradicts itself, by the site\'s name', () => {
  const [unfix, allow] = offered(reason('fixed_forbidden', { sites: ['b'] }))
  expect(unfix).toEqual(['取消固定 滨海派出所', { ...question, fixed: ['a', 'a'] }])
  expect(allow![0]).toBe('取消禁用 滨海派出所')
  expect(allow![1]).not.toHaveProperty('forbidden')
})

it('offers all at once where many sites contradict themselves', () => {
  expect(offered(reason('fixed_forbidden', { sites: ['a', 'b', 'c', 'd'] })).map(([label]) => label)).toEqual(['这 4 处取消固定', '这 4 处取消禁用'])
})

it('offers room for as many units as are fixed at a site, or one there', () => {
  expect(offered(reason('fixed_over_room', { sites: ['a'] }))).toEqual([['每处可驻 2 个', { ...question, room: 2 }], ['每处只固定一个', { ...question, fixed: ['a', 'b'] }]])
})

it('offers the number that the allowed sites have room for, or more room at each', () => {
  const asked = { ...question, posts: 7 }
  expect(offered(reason('more_posts_than_sites'), asked).slice(0, 2)).toEqual([['把数量改为 3', { ...asked, posts: 3 }], ['每处可驻 3 个', { ...asked, room: 3 }]])
})

it.each([['too_few_posts', '把数量改为 12', 'posts'], ['more_fixed_than_posts', '把数量改为 12', 'posts'], ['too_few_moves', '允许调动 12 个', 'moves']] as const)('offers what %s needs', (code, label, part) => {
  const [first] = offered(reason(code, { needed: 12 }))
  expect(first).toEqual([label, { ...question, [part]: 12 }])
})

it('offers to leave out what can\'t be reached, and further sites', () => {
  const [leave, add] = offered(reason('unreachable', { cells: ['x'], weight: 2 }))
  expect(leave![1].unreachable).toBe('leave_out')
  expect(add![1].sites).toEqual({ junctions: { spacing_metres: 1500 } })
})

it('doesn\'t offer road crossings where they are candidates already', () => {
  expect(offered(reason('unreachable'), { ...question, sites: { junctions: { spacing_metres: 500 } } })).toHaveLength(1)
})

it('widens what was narrowed where there is no demand, and offers nothing where nothing was', () => {
  const [any, all] = offered(reason('no_demand'))
  expect(any![1].selection).toEqual({ from: '2026-05-26', to: '2026-11-23', codes: ['0103'] })
  expect(all![1].selection).toEqual({ from: '2026-05-26', to: '2026-11-23', shifts: ['evening'] })
  expect(offered(reason('no_demand'), { ...question, selection: { from: '2026-05-26', to: '2026-11-23' } })).toEqual([])
})

it('widens an area without demand to the whole scope', () => {
  const [whole] = offered(reason('no_demand'), { ...question, selection: { from: '2026-05-26', to: '2026-11-23' }, zones: [3] })
  expect(whole).toEqual(['改为全部辖区', { selection: { from: '2026-05-26', to: '2026-11-23' }, model: 'maximal_covering', posts: 9, fixed: ['a', 'a', 'b'], forbidden: ['b'] }])
})

it('gives the solver three times as long, and no more than it may have', () => {
  expect(offered(reason('time_ended'))[0]).toEqual(['给求解 60 秒', { ...question, seconds: 60 }])
  expect(offered(reason('time_ended'), { ...question, seconds: 300 })).toEqual([])
})
