import { describe, expect, it } from 'vitest'
import { contrast } from './contrast.ts'
import { tokens, type Theme, type Token } from './tokens.ts'

const themes: Theme[] = ['dark', 'light']
const surfaces: Token[] = ['panel', 'raised']
const grounds: Token[] = ['ground', 'land', 'water']

describe.each(themes)('the %s theme', theme => {
  const colours = tokens[theme]

  it.each(surfaces)('has readable text on %s', surface => {
    for (const ink of ['text', 'second'] as const)
      expect(contrast(colours[ink], colours[surface]), `${ink} on ${surface}`).toBeGreaterThanOrEqual(4.5)
  })

  it.each(surfaces)('has readable states on %s', surface => {
    for (const ink of ['accent', 'act-now', 'caution', 'fine'] as const)
      expect(contrast(colours[ink], colours[surface]), `${ink} on ${surface}`).toBeGreaterThanOrEqual(4.5)
  })

  it.each(grounds)('has marks that stand out from %s', ground => {
    for (const mark of ['accent', 'act-now', 'caution', 'fine', 'boundary'] as const)
      expect(contrast(colours[mark], colours[ground]), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3)
  })
})

it('measures black on white as 21 and refuses what is no colour', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(() => contrast('red', '#ffffff')).toThrow('"red"')
})
