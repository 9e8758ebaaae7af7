import { expect, it } from 'vitest'
import { leftOutTexts } from './left-out.ts'

it('tells only the reasons that hold for any, with how many', () => {
  const leftOut = { merged: 3, patrol: 0, hour_unknown: 0, no_coordinates: 1200, outside: 0, coarse: 0 }
  expect(leftOutTexts(leftOut, 'zh')).toEqual(['没有坐标 1,200', '已并案 3'])
  expect(leftOutTexts(leftOut, 'en')).toEqual(['1,200 without coordinates', '3 merged into others'])
})
