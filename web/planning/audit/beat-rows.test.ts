import { expect, it } from 'vitest'
import { beatRows } from './beat-rows.ts'

it('sets the loads of beats against their mean', () => {
  const beats = [{ centre: 'a', load: 30, cells: 4, mean_seconds: 90 }, { centre: 'b', load: 10, cells: 9, mean_seconds: null }]
  expect(beatRows({ beats })).toEqual([{ share: 0.75, deviation: 0.5, cells: 4, meanSeconds: 90 }, { share: 0.25, deviation: -0.5, cells: 9, meanSeconds: null }])
  expect(beatRows({ beats: beats.map(beat => ({ ...beat, load: 0 })) }).map(({ deviation }) => deviation)).toEqual([0, 0])
})
