import { describe, expect, it } from 'vitest'
import { random } from '../../../tests/seeded.ts'
import { fitPrior, shrink } from './estimate.ts'
import { weigher } from './weights.ts'

/** A Gamma variable of whole shape: a sum of exponentials. */
const gamma = (draw: () => number, shape: number) => Array.from({ length: shape }, () => -Math.log(1 - draw())).reduce((sum, each) => sum + each, 0)
function poisson(draw: () => number, mean: number): number {
  let n = 0
  for (let product = draw(); product > Math.exp(-mean); product *= draw()) n++
  return n
}

describe('the demand of a cell', () => {
  const draw = random(5), weeks = 12, rates = Float64Array.from({ length: 3_000 }, () => gamma(draw, 2) / 4)
  const counts = Float64Array.from(rates, rate => poisson(draw, rate * weeks)), prior = fitPrior(counts, weeks)!

  it('finds the distribution that the rates were drawn from', () => {
    expect(prior.shape).toBeCloseTo(2, 0)
    expect(prior.rate).toBeCloseTo(4, 0)
  })

  it('has an interval that holds nine tenths of the true rates, and errs less than plain counting', () => {
    const estimates = Array.from(counts, count => shrink(count, weeks, prior))
    const held = estimates.filter(({ low, high }, i) => rates[i]! >= low && rates[i]! <= high).length / rates.length
    expect(Math.abs(held - 0.9)).toBeLessThan(0.02)
    const error = (of: (i: number) => number) => rates.reduce((sum, rate, i) => sum + (of(i) - rate) ** 2, 0)
    expect(error(i => estimates[i]!.mean)).toBeLessThan(error(i => counts[i]! / weeks))
  })

  it('shrinks wholly to the mean where places don\'t differ beyond chance', () => {
    const alike = Float64Array.from({ length: 500 }, () => poisson(draw, 3)), fitted = fitPrior(alike, 1)!
    expect(shrink(9, 1, fitted).mean - shrink(0, 1, fitted).mean).toBeLessThan(1)
  })

  it('is none where nothing ever happened', () => expect(fitPrior(new Float64Array(5), 3)).toBeNull())
})

describe('the weight of an incident', () => {
  const types = [{ code: '01', grade: 2 }, { code: '0105', grade: 1 }, { code: '03', grade: 3 }].map(type => ({ name: '', name_en: '', police: true, ...type }))
  it('is that of its grade, by the longest known prefix of its type', () => {
    const weigh = weigher({ types, weights: {} })
    expect([10_500, 10_100, 30_000, 990_000].map(weigh)).toEqual([3, 2, 1, 1])
  })
  it('is multiplied by what the planner says of its type', () => {
    const weigh = weigher({ types, weights: { by_code: { '01': 2, '010501': 0 }, by_grade: { 2: 5 } } })
    expect([10_501, 10_502, 10_100].map(weigh)).toEqual([0, 6, 10])
  })
})
