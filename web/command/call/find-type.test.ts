import { expect, it } from 'vitest'
import { findTypes, indexTypes } from './find-type.ts'

const entry = (code: string, name: string, name_en = '') => ({ code, name, name_en, police: true })
const index = indexTypes([
  entry('01', '刑事', 'Criminal'), entry('0102', '车辆盗窃', 'Vehicle theft'), entry('010201', '电动自行车盗窃', 'E-bike theft'), entry('010202', '机动车盗窃', 'Motor vehicle theft'),
  entry('02', '治安', 'Public order'), entry('0201', '打架斗殴', 'Fighting'), entry('020101', '酒后打架', 'Drunken fight'),
  entry('05', '群众求助', 'Help'), entry('0503', '开锁与物业'), entry('050301', '开锁求助', 'Locked out'),
])
const codes = (query: string, uses = {}) => findTypes(index, query, uses).map(({ entry }) => entry.code)

it('finds a type by two letters of its pinyin, the lowest level first', () => {
  expect(codes('dq')).toEqual(['010201', '010202', '0102'])
  expect(codes('ks')[0]).toBe('050301')
})

it('puts first what this desk takes most often', () => {
  expect(codes('dq', { '010202': 3 })[0]).toBe('010202')
})

it('takes pinyin, Chinese, English and codes as well', () => {
  expect(codes('dajia')[0]).toBe('020101')
  expect(codes('打架')[0]).toBe('020101')
  expect(codes('theft')).toContain('010201')
  expect(codes('0102')).toEqual(['010201', '010202', '0102'])
})

it('finds what lies below a name too, after what is called so itself', () => {
  expect(codes('xs')).toEqual(['01', '010201', '010202', '0102'])
})

it('gives the path from the top', () => {
  expect(index.find(({ entry }) => entry.code === '010201')!.path.map(({ name }) => name)).toEqual(['刑事', '车辆盗窃', '电动自行车盗窃'])
})

it('offers the lowest level when nothing was typed and nothing for nonsense', () => {
  expect(codes('', { '050301': 1 })[0]).toBe('050301')
  expect(codes('zzqq')).toEqual([])
})
