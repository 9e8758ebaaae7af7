import { describe, expect, it } from 'vitest'
import { BadInput } from '../../errors.ts'
import { planWindows } from './plan-windows.ts'

const at = (text: string) => Date.parse(text) / 1000, zone = 'America/Chicago'
const data = { from: at('2010-01-01T06:30:00Z'), to: at('2010-07-01T04:59:00Z') }
const plan = (asked: object) => planWindows({ selection: { from: at('2010-01-01T06:00Z'), to: at('2010-05-01T05:00Z') }, judgeDays: 61, ...asked }, data, zone)
const refusal = (asked: object) => { try { plan(asked) } catch (error) { return (error as BadInput).faults[0]! } throw new Error('nothing was refused') }

describe('the windows of a judgement', () => {
  it('judge the days right after the selection', () => {
    expect(plan({})).toEqual([{ find: { from: at('2010-01-01T06:00Z'), to: at('2010-05-01T05:00Z') }, judge: { from: at('2010-05-01T05:00Z'), to: at('2010-07-01T05:00Z') } }])
  })
  it('lie side by side, each judged on what its own map can\'t know, midnight on either side of a change of clocks', () => {
    const windows = plan({ selection: { from: at('2010-02-01T06:00Z'), to: at('2010-03-01T06:00Z') }, judgeDays: 7, judgeUntil: '2010-04-05', windows: 4 })
    expect(windows.map(({ judge }) => [judge.from, judge.to])).toEqual([
      [at('2010-03-08T06:00Z'), at('2010-03-15T05:00Z')], [at('2010-03-15T05:00Z'), at('2010-03-22T05:00Z')], [at('2010-03-22T05:00Z'), at('2010-03-29T05:00Z')], [at('2010-03-29T05:00Z'), at('2010-04-05T05:00Z')]])
    for (const { find, judge } of windows) expect(find.to).toBe(judge.from)
    expect(windows[3]!.find.from).toBe(at('2010-03-01T06:00Z'))
  })
  it('end with the newest day where the days after the selection haven\'t come', () => {
    const windows = plan({ selection: { from: at('2010-06-01T05:00Z'), to: at('2010-07-01T05:00Z') }, judgeDays: 7 })
    expect(windows).toHaveLength(8)
    expect(windows[7]!.judge).toEqual({ from: at('2010-06-24T05:00Z'), to: at('2010-07-01T05:00Z') })
    expect(windows[7]!.find).toEqual({ from: at('2010-05-25T05:00Z'), to: at('2010-06-24T05:00Z') })
  })
  it('are as many as the data allow where nobody says', () => {
    expect(plan({ judgeDays: 20 })).toHaveLength(1)
    expect(plan({ judgeDays: 20, judgeUntil: '2010-07-01' })).toHaveLength(3)
  })
  it('are refused where they lie in the future', () => {
    expect(refusal({ judgeUntil: '2010-08-01' })).toMatchObject({ pointer: '/body/judge_until', value: '2010-08-01', detail: expect.stringMatching(/newest incident is of 2010-06-30; at most 2010-07-01/) })
    expect(refusal({ selection: { from: at('2011-01-01T06:00Z'), to: at('2011-02-01T06:00Z') } })).toMatchObject({ pointer: '/body/selection/from', detail: expect.stringMatching(/newest incident is of 2010-06-30/) })
    expect(refusal({ judgeUntil: '2010-02-30' })).toMatchObject({ pointer: '/body/judge_until' })
  })
  it('are refused where they reach back before the first incident', () => {
    expect(refusal({ judgeDays: 20, windows: 9, judgeUntil: '2010-07-01' })).toMatchObject({ pointer: '/body/windows', value: 9, detail: expect.stringMatching(/before the first incident \(2010-01-01\): at most 3/) })
    expect(refusal({ selection: { from: at('2009-01-01T06:00Z'), to: at('2010-05-01T05:00Z') } })).toMatchObject({ pointer: '/body/selection/from', detail: expect.stringMatching(/choose a shorter window/) })
  })
})
