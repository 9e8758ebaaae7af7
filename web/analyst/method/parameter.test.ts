import { expect, it } from 'vitest'
import type { Parameter } from '../../../server/analysis/method.ts'
import { readTyped, valueAsText } from './parameter.ts'

const words = { label: { zh: '', en: '' }, why: { zh: '', en: '' }, unit: { zh: '', en: '' } }
const number: Parameter = { ...words, kind: 'number', least: 1, most: 6, otherwise: 1 }
const numbers: Parameter = { ...words, kind: 'numbers', otherwise: [1, 2] }

it('takes an empty field for the default', () => {
  expect(readTyped(number, '  ')).toBe('default')
})

it('reads numbers with commas of either width, and hands on what is out of bounds for the server to name', () => {
  expect([readTyped(number, '99'), readTyped(numbers, '1，100 200')]).toEqual([{ value: 99 }, { value: [1, 100, 200] }])
})

it('says so where there is no number to hand on', () => {
  expect([readTyped(number, 'abc'), readTyped(number, '1 2'), readTyped(numbers, '1, x')]).toEqual(['unreadable', 'unreadable', 'unreadable'])
})

it('shows lists with commas and computed figures to two decimals', () => {
  expect([valueAsText([1, 2]), valueAsText(184.33333), valueAsText(null), valueAsText('quartic')]).toEqual(['1, 2', '184.33', '', 'quartic'])
})
