import { describe, expect, it } from 'vitest'
import { incidentTypes } from './incidents/dictionary.ts'
import { indexTypes, matchTypes } from './initials.ts'

const index = indexTypes(incidentTypes.map(({ code, name, nameEn, police, grade }) => ({ code, name, name_en: nameEn, police, grade })))
const names = (query: string, limit?: number) => matchTypes(index, query, limit).map(({ name }) => name)

describe('two letters', () => {
  it('pick the types whose pinyin begins with them, lowest level first', () => {
    expect(names('qj')[0]).toBe('抢劫抢夺')
    expect(names('rh')[0]).toBe('入户盗窃')
    expect(names('dj').slice(0, 2)).toEqual(['打架斗殴', '打架斗殴'])
    expect(matchTypes(index, 'dj')[0]!.code).toHaveLength(6)
  })
  it('find what is in the middle of a name too, after what begins with them', () => {
    const found = names('dq', 30)
    for (const name of ['入户盗窃', '商铺盗窃', '电动自行车盗窃', '店内盗窃']) expect(found).toContain(name)
    expect(names('zs')[0]).not.toBe('施工噪音')
  })
  it('find the lowest level by the name of the one above', () => {
    expect(names('zp', 30)).toEqual(expect.arrayContaining(['刷单返利诈骗', '诈骗']))
    expect(names('dw')).toContain('流浪犬')
  })
})

it('Chinese, whole pinyin, English and codes do as well, in any width', () => {
  expect(names('噪音')).toEqual(expect.arrayContaining(['施工噪音', '娱乐噪音', '广场舞噪音']))
  expect(names('qiangjie')[0]).toBe('抢劫抢夺')
  expect(names('burg')).toEqual(expect.arrayContaining(['入户盗窃', '商铺盗窃']))
  expect(names('0105')).toEqual(['伤害与抢劫', '故意伤害', '抢劫抢夺'])
  expect(names('ＱＪ')[0]).toBe('抢劫抢夺')
})

it('says where a type stands, whether it is ours and how grave it is', () => {
  expect(matchTypes(index, 'qj')[0]).toEqual({ code: '010502', name: '抢劫抢夺', name_en: 'Robbery and snatching', police: true, grade: 1, path: ['刑事', '伤害与抢劫', '抢劫抢夺'] })
})

it('nothing typed, or nothing like it, is nothing', () => {
  expect(names('')).toEqual([])
  expect(names('xyzq')).toEqual([])
})

it('every lowest type is reached by the first two letters of its name among the first dozen', () => {
  const missed = incidentTypes.filter(type => type.code.length === 6).filter(type => {
    const initials = index.find(each => each.code === type.code)!.own.initials.slice(0, 2)
    return !matchTypes(index, initials, 12).some(({ code }) => code === type.code)
  })
  expect(missed.map(({ name }) => name)).toEqual([])
})
