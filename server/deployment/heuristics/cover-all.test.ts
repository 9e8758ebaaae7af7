import { describe, expect, it } from 'vitest'
import { createRandom } from '../../analysis/random.ts'
import { coverGroups } from '../models/cover-groups.ts'
import type { Problem } from '../models/problem.ts'
import { coverAll } from './cover-all.ts'
import { greedyCover } from './cover.ts'

/** Sites that each reach some cells. */
const reaching = (reach: number[][], cells: number, posts: number, more: Partial<Problem> = {}): Problem => ({
  siteCount: reach.length, posts, fixed: [], forbidden: [], limits: new Float64Array(cells).fill(1), weights: new Float64Array(cells).fill(1),
  seconds: Float32Array.from({ length: reach.length * cells }, (_, at) => reach[Math.floor(at / cells)]!.includes(at % cells) ? 1 : 2), ...more,
})
const search = (problem: Problem, start: number[] = []) => coverAll(problem, coverGroups(problem), start, { swaps: 2_000, random: createRandom(1) })

describe('posts that together cover everybody', () => {
  // Three triples cover nine cells; a site with the middle of each and one more is what greedy takes first.
  const reach = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [1, 4, 7, 0]]
  it('are found where adding one after the other fails', () => {
    const problem = reaching(reach, 9, 3), greedy = greedyCover({ problem, groups: coverGroups(problem), gains: [1] })
    expect(greedy).toContain(3)
    expect(search(problem, greedy)?.sort()).toEqual([0, 1, 2])
  })
  it('are not found where there are none, however long one looks', () => {
    expect(search(reaching(reach, 9, 2))).toBeNull()
  })
  it('keep what is fixed and never use what is forbidden', () => {
    expect(search(reaching(reach, 9, 4, { fixed: [3] }))?.sort()).toEqual([0, 1, 2, 3])
    expect(search(reaching(reach, 9, 3, { fixed: [3] }))).toBeNull()
    expect(search(reaching([...reach, [0, 1, 2]], 9, 3, { forbidden: [0] }))?.sort()).toEqual([1, 2, 4])
  })
  it('begin with what each post of the plan to begin with covers alone, in whatever order they are told', () => {
    // Cells 1 and 2 have three posts of the first plan; of these 1 covers nothing alone, so one swap is enough.
    const many = [[0, 1, 2], [1, 2], [1, 2, 3], [4], [0], [3], [1], [2]], problem = reaching(many, 5, 3)
    for (const start of [[0, 1, 2], [1, 2, 0], [2, 1, 0]]) expect(coverAll(problem, coverGroups(problem), start, { swaps: 1, random: createRandom(1) })?.sort(), `from ${start.join(', ')}`).toEqual([0, 2, 3])
  })
  it('are found in every one of a hundred cities that hide such a plan', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = createRandom(seed), cells = 120, posts = 6
      // Six hidden sites share the cells out; sixty others each have as many, anywhere.
      const owner = Array.from({ length: cells }, () => Math.floor(random() * posts)), hidden = Array.from({ length: posts }, (_, site) => owner.flatMap((its, cell) => its === site ? [cell] : []))
      const others = Array.from({ length: 60 }, () => Array.from({ length: cells }, (_, cell) => cell).filter(() => random() < 1 / posts))
      const problem = reaching([...others, ...hidden], cells, posts)
      expect(search(problem)?.sort((a, b) => a - b), `seed ${seed}`).toEqual([60, 61, 62, 63, 64, 65])
    }
  })
})
