import { describe, expect, it } from 'vitest'
import type { Shown } from '../../../server/analysis/method.ts'
import { contrast } from '../../theme/contrast.ts'
import { tokens } from '../../theme/tokens.ts'
import { confidenceColour, divergingColour } from './colours.ts'
import { pictureOf } from './picture.ts'

const none = { zh: '', en: '' }, classing = { rule: 'equal' as const, classes: 2, hand: null }
const counts: Shown = { kind: 'amount', label: none, unit: none, decimals: 0 }
const told = (values: (number | string | null)[], shown: Shown, bounds?: number[]) => {
  const { classes, classOf } = pictureOf(values, shown, classing, 'dark', bounds)
  return [...classOf].map(at => classes[at]!.label.en)
}

describe('the picture of a column', () => {
  it('keeps nothing apart from no figure and from few', () => {
    expect(told([0, null, 1, 10], counts)).toEqual(['0', 'No figure', '1–5', '6–10'])
  })

  it('parts ups and downs by the same sizes', () => {
    expect(told([-4, 0, 2, 4], { ...counts, kind: 'difference' })).toEqual(['−4', 'No change', '+1–3', '+4'])
  })

  it('draws another answer by given classes, with one for what lies above', () => {
    expect(told([1, 5, 30], counts, [2, 10])).toEqual(['1–2', '3–10', '11–30'])
  })

  it('shows 90, 95 and 99 per cent both ways', () => {
    expect(told([99, -90, 0, null], { kind: 'confidence', label: none, unit: none })).toEqual(['Hot 99%', 'Cold 90%', 'Not significant', 'No figure'])
    expect(told([95, -95], { kind: 'confidence', of: 'change', label: none, unit: none })).toEqual(['Up 95%', 'Down 95%'])
  })

  it('says categories in words, the hottest first', () => {
    const shown: Shown = { kind: 'category', label: none, unit: none, values: { cold: { label: { zh: '冷', en: 'Cold' }, tone: -1 }, hot: { label: { zh: '热', en: 'Hot' }, tone: 1 } } }
    const { classes } = pictureOf(['cold', 'hot', 'hot', null], shown, classing, 'light')
    expect(classes.map(({ label, cells }) => [label.en, cells])).toEqual([['Hot', 2], ['Cold', 1], ['Not significant or no figure', 1]])
  })
})

describe('colours of hot and cold', () => {
  it.each(['dark', 'light'] as const)('stand out more from the land the surer they are, in %s', theme => {
    for (const sign of [1, -1]) {
      const steps = [90, 95, 99].map(level => contrast(confidenceColour(sign * level, theme), tokens[theme].land))
      expect(steps[0]! < steps[1]! && steps[1]! < steps[2]!).toBe(true)
      expect(steps[2]).toBeGreaterThan(3)
    }
  })

  it('go through a neutral middle', () => {
    expect(divergingColour(0, 'dark')).toBe(confidenceColour(0, 'dark'))
    expect(divergingColour(1, 'dark')).toBe(confidenceColour(99, 'dark'))
    expect(divergingColour(-1, 'light')).toBe(confidenceColour(-99, 'light'))
  })
})
