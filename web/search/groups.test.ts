import { expect, it } from 'vitest'
import { groupByLayer, isTooShort, marked, remember, type Found } from './groups.ts'

const found = (layer: string, id: number): Found =>
  ({ layer, id, label: `${layer} ${id}`, detail: '', longitude: 118, latitude: 24, score: 1, matched: 'text' })

it('puts the layer of the best answer first and numbers answers as the arrows walk them', () => {
  const groups = groupByLayer([found('places', 1), found('addresses', 2), found('places', 3)])
  expect(groups.map(group => [group.layer, group.items.map(item => [item.found.id, item.index])]))
    .toEqual([['places', [[1, 0], [3, 1]]], ['addresses', [[2, 2]]]])
})

it('marks the part of a label that was asked for', () => {
  expect(marked('莲前西路12号', '西路')).toEqual([{ text: '莲前', hit: false }, { text: '西路', hit: true }, { text: '12号', hit: false }])
  expect(marked('莲前西路', 'lqxl')).toEqual([{ text: '莲前西路', hit: false }])
})

it('remembers eight answers, the newest first, each once', () => {
  const recent = Array.from({ length: 9 }, (_, id) => found('places', id)).reduce(remember, [] as Found[])
  expect(recent.map(one => one.id)).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
  expect(remember(recent, found('places', 5)).map(one => one.id)).toEqual([5, 8, 7, 6, 4, 3, 2, 1])
})

it('does not ask for one character', () => {
  expect(isTooShort(' 莲 ')).toBe(true)
  expect(isTooShort('莲前')).toBe(false)
})
