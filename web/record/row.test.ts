import { expect, it } from 'vitest'
import { layer as addresses } from '../../layers/addresses/layer.ts'
import { layer as disputes } from '../../layers/disputes/layer.ts'
import { layer as incidents } from '../../layers/incidents/layer.ts'
import { layer as places } from '../../layers/places/layer.ts'
import { countSince, summaryOf } from './row.ts'
import type { Words } from './value.ts'

const words: Words = {
  clock: { now: new Date('2026-11-22T13:04:00Z'), timeZone: 'Asia/Shanghai', locale: 'zh' },
  dictionary: (_, code) => ({ '0203': { name: '电动车盗窃', name_en: 'E-bike theft' }, hotel: { name: '旅馆', name_en: 'Hotel' } })[code],
  station: () => undefined,
}

it('leads with what happened, not with a number', () => {
  expect(summaryOf(incidents, { id: 1, number: 'J1', code: '0203', status: 'closed', channel: 'call', received_at: '2026-11-22T12:52:00Z' }, words))
    .toEqual({ title: '电动车盗窃', detail: '已结案 · 110 来电 · J1', age: '12 分钟前', at: '2026-11-22 20:52:00', overdue: null })
})

it('takes the short name where the title is not in the tile', () => {
  expect(summaryOf(addresses, { id: 1, name: '12号', level: 'number' }, words)).toMatchObject({ title: '12号', detail: '门牌' })
})

it('says what is overdue', () => {
  expect(summaryOf(disputes, { id: 1, number: 'D1', kind: 'neighbour', grade: 'B', stage: 'mediating', registered_at: '2026-11-01T00:00:00Z', due_at: '2026-11-20T13:00:00Z' }, words))
    .toMatchObject({ title: '邻里', detail: 'B 级 · 调解中 · D1', overdue: '已逾期 2 天' })
})

it('leaves out what is missing', () => {
  expect(summaryOf(places, { id: 1, name: '白鹭宾馆', category: 'hotel', inspection_state: null }, words)).toMatchObject({ title: '白鹭宾馆', detail: '旅馆' })
  expect(summaryOf(places, { id: 7 }, words).title).toBe('#7')
})

it('counts repeats in the last days', () => {
  expect(countSince([{ at: '2026-11-20T00:00:00Z' }, { at: '2026-09-20T00:00:00Z' }, {}], 'at', 30, words.clock.now)).toBe(1)
})
