import { describe, expect, it } from 'vitest'
import { createRandom, weightedIndex } from './random.ts'

describe('the generator', () => {
  it('gives the same numbers for the same seed and label, and others for others', () => {
    const draw = (seed: number, label: string) => { const random = createRandom(seed, label); return Array.from({ length: 5 }, random.next) }
    expect(draw(1, 'a')).toEqual(draw(1, 'a'))
    expect(draw(1, 'a')).not.toEqual(draw(1, 'b'))
    expect(draw(1, 'a')).not.toEqual(draw(2, 'a'))
  })
  it('is uniform enough', () => {
    const random = createRandom(7, 'uniform'), bins = Array.from({ length: 10 }, () => 0)
    for (let i = 0; i < 20_000; i++) bins[Math.floor(random.next() * 10)]!++
    for (const count of bins) expect(Math.abs(count - 2_000)).toBeLessThan(200)
  })
  it('draws indices as often as they weigh, and never those that weigh nothing', () => {
    const random = createRandom(3, 'weights'), draw = weightedIndex([1, 0, 3]), counts = [0, 0, 0]
    for (let i = 0; i < 8_000; i++) counts[draw(random)]!++
    expect(counts[1]).toBe(0)
    expect(counts[2]! / counts[0]!).toBeCloseTo(3, 0)
  })
})
