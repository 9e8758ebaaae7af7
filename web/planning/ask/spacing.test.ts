import { expect, it } from 'vitest'
import { spacingFor } from './spacing.ts'

it('spaces crossings by how large the area is', () => {
  expect(spacingFor(1746, 8)).toBe(3_000)
  expect(spacingFor(60, 9)).toBe(300)
  expect(spacingFor(0, 9)).toBe(300)
})

it('has a widest spacing for areas without end', () => {
  expect(spacingFor(1_000_000, 7)).toBe(10_000)
})
