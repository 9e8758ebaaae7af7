import { describe, expect, it } from 'vitest'
import { hourWords, selectionWords, type SelectionNames } from './selection-words.ts'

const names = (locale: 'zh' | 'en'): SelectionNames => ({
  locale, type: code => ({ '0103': '盗窃' })[code] ?? code, division: id => `辖区${id}`, zone: (id, version) => `区域${id}${version ? `v${version}` : ''}`,
  shift: id => ({ night: '夜班' })[id] ?? id, choice: (_, value) => ({ call: '110' })[value] ?? value, placeCategory: code => code, instant: text => `<${text}>`,
})

describe('a selection in words', () => {
  it('says of a bare window that all types of the whole city are meant', () => {
    expect(selectionWords({ from: '2026-08-01', to: '2026-11-01' }, names('zh'))).toEqual([
      { part: 'window', text: '2026-08-01 至 2026-10-31' }, { part: 'types', text: '全部类别' }, { part: 'place', text: '全市' }])
  })
  it('tells every part that narrows it, in one order', () => {
    const said = selectionWords({
      trusted_to: 'building', channels: ['call'], zone: { id: 7, version: 2 }, days: ['workday', 'holiday'], shifts: ['night'], codes: ['0103', '99'], by_code: 'either',
      from: '2026-08-01T08:30:00+08:00', to: '2026-11-01',
    }, names('en'))
    expect(said.map(({ part }) => part)).toEqual(['window', 'types', 'shifts', 'days', 'place', 'channels', 'trusted'])
    expect(said.map(({ text }) => text)).toEqual(['<2026-08-01T08:30:00+08:00> to 2026-10-31', '盗窃, 99 (as taken or as found)', '夜班', 'workdays, public holidays', '区域7v2', '110', 'building'])
  })
  it('says that all types are meant as taken', () => {
    expect(selectionWords({ from: '2026-08-01', to: '2026-08-02', by_code: 'taken' }, names('zh'))[1]).toEqual({ part: 'types', text: '全部类别（按接警）' })
  })
})

describe('hours of the week in words', () => {
  const of = (days: number[], hours: number[]) => days.flatMap(day => hours.map(hour => day * 24 + hour))
  it('puts days with the same hours together', () => {
    expect(hourWords(of([0, 1, 2, 3, 4], [22, 23, 0, 1]), true)).toBe('周一至周五 0–2, 22–24 时')
    expect(hourWords(of([0, 1, 2, 3, 4, 5, 6], [9]), true)).toBe('每天 9–10 时')
    expect(hourWords([...of([5, 6], [20, 21]), ...of([2], [3])], false)).toBe('Wed 3–4 h; Sat, Sun 20–22 h')
  })
})
