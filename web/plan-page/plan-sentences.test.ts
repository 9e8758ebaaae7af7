import { describe, expect, it } from 'vitest'
import type { DeploymentPlan } from '../planning/types.ts'
import { greedySentence, heldOutSentence, proofSentences } from './plan-sentences.ts'

const objective = { zh: '覆盖的需求', en: 'demand covered' }, counted_in = { zh: '每周', en: 'a week' }
const result = (more: object) => ({ status: 'optimal', gap: 0, objective: 1448.2, bound: 1448.2, counted_in, ...more }) as DeploymentPlan['result']
const figures = (share: number | null) => ({ share, mean_seconds: 203, ninetieth_seconds: 480 }) as DeploymentPlan['result']['figures']

describe('the proof', () => {
  it('says that nothing is better, or by how much at most', () => {
    expect(proofSentences({ result: result({}), moved: false }, objective).map(({ en }) => en)).toEqual(['Proven optimal: with the same sites and terms no other placement does better in demand covered (1,448 a week, equal to its bound).'])
    expect(proofSentences({ result: result({ status: 'gap', gap: 0.0123, bound: 1466 }), moved: false }, objective)[0]!.zh).toContain('至多再好 1.2%（现为 1,448 每周，界为 1,466）')
  })
  it('of a plan that a hand changed is told to be of the plan before', () => expect(proofSentences({ result: result({}), moved: true }, objective)[1]!.en).toContain('moved by hand'))
})

it('what it gains over greedy is said in points, and that it gains nothing too', () => {
  expect(greedySentence({ figures: figures(0.914), greedy: { sites: [], figures: figures(0.883) } })!.zh).toContain('多 3.1 个百分点')
  expect(greedySentence({ figures: figures(0.914), greedy: { sites: [], figures: figures(0.914) } })!.en).toContain('the same share')
  expect(greedySentence({ figures: figures(0.914), greedy: null })).toBeNull()
})

it('held-out weeks come with their interval, and a plan without any says so', () => {
  const held = { from: '2026-10-26T16:00:00Z', to: '2026-11-23T16:00:00Z', weeks: 4, incidents: 1234, elsewhere: 0, plan: figures(0.87), share: { mean: 0.87, low: 0.84, high: 0.9 } } as DeploymentPlan['result']['held_out']
  expect(heldOutSentence(held, at => at.slice(0, 10)).en).toBe('On 2026-10-26 to 2026-11-23, which the plan had not seen, 1,234 incidents: 87.0% in time (95% interval 84.0% to 90.0%), mean 3 min 23 s, 90% within 8 min.')
  expect(heldOutSentence(null, String).zh).toContain('没有留出检验周')
})
