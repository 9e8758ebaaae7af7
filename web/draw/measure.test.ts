import { expect, it } from 'vitest'
import { areaSquareMetres, areaText, lengthMetres, lengthText } from './measure.ts'

it('measures a degree of latitude as 111 km', () => {
  expect(lengthMetres([[118, 24], [118, 25]])).toBeCloseTo(111_195, -2)
  expect(lengthMetres([[118, 24]])).toBe(0)
})

it('measures a square of a hundredth of a degree in Xiamen', () => {
  const square = { type: 'Polygon' as const, coordinates: [[[118.1, 24.5], [118.11, 24.5], [118.11, 24.51], [118.1, 24.51], [118.1, 24.5]]] }
  expect(areaSquareMetres(square) / 1e6).toBeCloseTo(1.128, 1)
})

it('says lengths and areas in the unit that reads best', () => {
  expect(lengthText(86.4, 'zh')).toBe('86 米')
  expect(lengthText(1240, 'zh')).toBe('1.24 公里')
  expect(areaText(1250, 'zh')).toBe('1,250 平方米')
  expect(areaText(34_200, 'en')).toBe('3.42 ha')
  expect(areaText(12_600_000, 'zh')).toBe('12.60 平方公里')
})
