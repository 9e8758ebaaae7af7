import { describe, expect, it } from 'vitest'
import { toolsFor } from '../../../tests/small-plans.ts'
import { backupCovering } from './backup-covering.ts'
import { busyUnits } from './busy-units.ts'
import { maximalCovering } from './maximal-covering.ts'
import { pCentre } from './p-centre.ts'
import { pMedian } from './p-median.ts'
import type { Answer, Problem, Refusal } from './problem.ts'
import { setCovering } from './set-covering.ts'

/** Four sites in a row, six cells; what is a minute from one is ten from the others. */
const row: Problem = {
  siteCount: 4, posts: 2, fixed: [], forbidden: [], weights: Float64Array.from([4, 1, 2, 3, 5, 0]), limits: new Float64Array(6).fill(300),
  seconds: Float32Array.from({ length: 24 }, (_, at) => Math.floor(at / 6) === Math.min(3, at % 6) ? 60 : 600),
}
const solvers: Record<string, (problem: Problem) => Promise<Answer>> = {
  'maximal covering': async problem => maximalCovering(problem, await toolsFor()), 'covering with back-up': async problem => backupCovering(problem, await toolsFor(), { backupWorth: 0.5 }),
  'busy units': async problem => busyUnits(problem, await toolsFor(), { busy: 0.3 }), 'p-median': async problem => pMedian(problem, await toolsFor()), 'p-centre': async problem => pCentre(problem, await toolsFor()),
}
const reasonsOf = (answer: Answer) => (answer as Refusal).reasons

describe('what can\'t be planned is explained', () => {
  for (const [name, solve] of Object.entries(solvers)) it(`by ${name}, whatever contradicts itself`, async () => {
    expect(reasonsOf(await solve({ ...row, fixed: [1, 2], forbidden: [2] }))).toMatchObject([{ code: 'fixed_forbidden', sites: [2] }])
    expect(reasonsOf(await solve({ ...row, posts: 5 }))).toMatchObject([{ code: 'more_posts_than_sites' }])
    expect(reasonsOf(await solve({ ...row, posts: 3, forbidden: [0, 1] }))).toMatchObject([{ code: 'more_posts_than_sites' }])
    expect(reasonsOf(await solve({ ...row, posts: 1, fixed: [0, 3] }))).toMatchObject([{ code: 'more_fixed_than_posts', needed: 2 }])
    expect(reasonsOf(await solve({ ...row, posts: 0 }))).toMatchObject([{ code: 'no_posts' }])
    expect(reasonsOf(await solve({ ...row, fixed: [1, 1] }))).toMatchObject([{ code: 'fixed_over_room', sites: [1] }])
    expect(reasonsOf(await solve({ ...row, forbidden: [0, 1, 2, 3] }))).toMatchObject([{ code: 'no_sites' }])
    expect(reasonsOf(await solve({ ...row, weights: new Float64Array(6) }))).toMatchObject([{ code: 'no_demand' }])
    expect(reasonsOf(await solve({ ...row, weights: new Float64Array(), limits: new Float64Array(), seconds: new Float32Array() }))).toMatchObject([{ code: 'no_demand' }])
    // All that is wrong at once, each in both languages, with what to change.
    const several = reasonsOf(await solve({ ...row, fixed: [2], forbidden: [2], weights: new Float64Array(6) }))
    expect(several.map(({ code }) => code)).toEqual(['fixed_forbidden', 'no_demand'])
    for (const { why, change } of several) for (const { zh, en } of [why, change]) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/[a-z]/)
    }
  })

  it('tells demand that no site serves: which cells, how much, and goes on without it where asked', async () => {
    const away = { ...row, posts: 4, seconds: row.seconds.map((seconds, at) => at % 6 === 4 ? Infinity : seconds) }
    for (const solve of [solvers['p-median']!, solvers['p-centre']!, async (problem: Problem) => setCovering(problem, await toolsFor())]) {
      expect(reasonsOf(await solve(away))).toMatchObject([{ code: 'unreachable', cells: [4], weight: 5 }])
      expect(await solve({ ...away, unreachable: 'leave_out' })).toMatchObject({ status: 'optimal', leftOut: { cells: [4], weight: 5 } })
    }
    expect(reasonsOf(await solvers['p-median']!(away))[0]!.why.en).toBe('no road leads from any site that may be used to 1 cells (demand 5, 33.3 %)')
    // Too far is not out of the world: covering counts it as not covered.
    const far = { ...row, posts: 4, limits: row.limits.map((limit, cell) => cell === 4 ? 10 : limit) }
    expect(await solvers['maximal covering']!(far)).toMatchObject({ status: 'optimal', objective: 10, leftOut: { cells: [4], weight: 5 } })
    expect(reasonsOf(setCovering(far, await toolsFor()))).toMatchObject([{ code: 'unreachable', cells: [4] }])
  })

  it('tells how many posts it takes where there are too few', async () => {
    const islands = { ...row, posts: 2, seconds: row.seconds.map(seconds => seconds === 600 ? Infinity : seconds) }
    for (const solve of [solvers['p-median']!, solvers['p-centre']!, async (problem: Problem) => backupCovering(problem, await toolsFor(), { backupWorth: 0, coverAll: true })])
      expect(reasonsOf(await solve(islands))).toMatchObject([{ code: 'too_few_posts', needed: 4 }])
    expect(await solvers['p-median']!({ ...islands, posts: 4 })).toMatchObject({ status: 'optimal', objective: 15 * 60 })
  })

  it('is no excuse for numbers that are none', async () => {
    await expect(solvers['p-median']!({ ...row, posts: 1.5 })).rejects.toThrow('posts is 1.5')
    await expect(solvers['p-centre']!({ ...row, fixed: [4] })).rejects.toThrow('fixed names site 4; sites are 0 to 3')
    await expect(solvers['maximal covering']!({ ...row, weights: row.weights.map((weight, cell) => cell === 2 ? NaN : weight) })).rejects.toThrow('the weight of cell 2 is NaN')
    await expect(solvers['busy units']!({ ...row, limits: new Float64Array(5) })).rejects.toThrow('limits has 5 entries')
    await expect(solvers['maximal covering']!({ ...row, seconds: row.seconds.map((seconds, at) => at === 7 ? -1 : seconds) })).rejects.toThrow('from site 1 to cell 1 is -1')
    expect(() => busyUnits(row, {} as never, { busy: 1 })).toThrow('busy is 1')
    expect(() => backupCovering(row, {} as never, { backupWorth: 1.2 })).toThrow('backupWorth is 1.2')
  })
})
