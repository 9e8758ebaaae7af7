import { describe, expect, it } from 'vitest'
import { columnsOf, questionOf, type Rows } from '../../../bench/judge/columns-of.ts'
import { feedbackOf, shareOf } from './feedback.ts'
import { fisherTest } from './fisher.ts'
import { runGuard } from './run-guard.ts'

describe('Fisher\'s exact test', () => {
  it('equals R\'s', () => {
    // fisher.test(matrix(c(3, 1, 1, 3), 2)), fisher.test(matrix(c(12, 30, 8, 90), 2))
    expect(fisherTest({ marked: 3, all: 4 }, { marked: 1, all: 4 })).toBeCloseTo(0.485714285714, 11)
    expect(fisherTest({ marked: 12, all: 20 }, { marked: 30, all: 120 })).toBeCloseTo(0.00302039435974, 12)
    expect(fisherTest({ marked: 0, all: 0 }, { marked: 3, all: 9 })).toBe(1)
  })
})

describe('the feedback guard', () => {
  it('warns of a zone where patrols find more than elsewhere, and more than before it was drawn', () => {
    const found = feedbackOf(shareOf(60, 200), shareOf(50, 1000), shareOf(8, 150))
    expect(found).toMatchObject({ feeds_itself: true, ratio: expect.closeTo(6, 9), why: { zh: expect.stringMatching(/自我强化/), en: expect.stringMatching(/may feed itself/) } })
    expect(found.holds).toEqual({ with_patrol: 200 / 1200, without_patrol: 140 / 1090 })
  })
  it('doesn\'t where patrols were there before', () => {
    expect(feedbackOf(shareOf(60, 200), shareOf(50, 1000), shareOf(45, 150))).toMatchObject({ feeds_itself: false, before: { share: 0.3 }, why: { en: expect.stringMatching(/30\.0% inside already/) } })
  })
  it('doesn\'t for a difference that is small, or that chance explains', () => {
    expect(feedbackOf(shareOf(12_000, 100_000), shareOf(100_000, 1_000_000))).toMatchObject({ feeds_itself: false })
    expect(feedbackOf(shareOf(2, 10), shareOf(50, 1000))).toMatchObject({ feeds_itself: false })
  })
  it('says so where there is nothing to compare', () => {
    expect(feedbackOf(shareOf(0, 0), shareOf(5, 10))).toMatchObject({ feeds_itself: false, ratio: null, inside: { share: null }, why: { en: expect.stringMatching(/no incidents inside/) } })
  })
  it('counts a zone since it has held, and as long before', () => {
    const rows: Rows & { patrol: boolean[] } = { longitude: [], latitude: [], received: [], code: [], patrol: [] }
    const add = (n: number, x: number, at: number, patrol: boolean) => { for (let i = 0; i < n; i++) { rows.longitude.push(x); rows.latitude.push(24.5); rows.received.push(at); rows.code.push(10_000); rows.patrol.push(patrol) } }
    // Holds from 1000: before it 1 of 10 inside, then 12 of 20; outside 2 of 40.
    add(9, 118.1, 950, false); add(1, 118.1, 950, true); add(8, 118.1, 1050, false); add(12, 118.1, 1050, true); add(38, 118.3, 1060, false); add(2, 118.3, 1060, true)
    const question = questionOf(800, 1100)
    question.channels[question.patrol] = true
    const { result } = runGuard({ kind: 'guard', columns: columnsOf(rows), question, rings: [[[118, 24], [118.2, 24], [118.2, 25], [118, 25], [118, 24]]], validFrom: 1000 })
    expect(result).toMatchObject({
      inside: { patrol: 12, all: 20, share: 0.6 }, outside: { patrol: 2, all: 40, share: 0.05 }, before: { patrol: 1, all: 10 }, feeds_itself: true,
      window: { from: '1970-01-01T00:16:40.000Z', to: '1970-01-01T00:18:20.000Z' },
    })
  })
})
