import { describe, expect, it } from 'vitest'
import { afterSentences, presenceOf, type Evening, type PostHours } from './after-sentences.ts'

const post = (unit_id: number | null, to: string, on_post: number): PostHours => ({ unit_id, from: '2026-11-24T08:00:00Z', to, on_post, on_call: 0, away: 1 - on_post, unknown: 0 })
const after = (more: Partial<Evening> = {}): Evening => ({
  complete: true, posts: [post(7, '2026-11-24T16:00:00Z', 0.75), post(null, '2026-11-24T16:00:00Z', 0)],
  incidents: { all: 20, reached: 18, planned_of_reached: { share: 0.9, mean_seconds: 180, ninetieth_seconds: 300 }, real: { share: 0.75, mean_seconds: 270, ninetieth_seconds: 500 } }, ...more,
})
const later = new Date('2026-11-25T00:00:00Z')
const en = (of: Evening, now = later) => afterSentences(of, now).map(({ en: text }) => text)

describe('the evening after', () => {
  it('says that a shift isn\'t over', () => expect(en(after({ complete: false }))[0]).toContain('isn’t over'))
  it('tells presence of the posts with a unit, and planned against real of the same incidents', () => {
    expect(en(after())).toEqual([
      'Of 8 post-hours with a unit named: 75.0% on post, 0.0% out on calls, 25.0% away, 0.0% without a fix.',
      '20 incidents were received meanwhile; of 18 the arrival was logged.', 'Of these 18, 90.0% should be reached in time by the plan, mean 3 min; really it was 75.0%, mean 4 min 30 s.',
      'Really it took 1 min 30 s longer on average.',
    ])
  })
  it('without incidents makes no figures up', () => {
    const none = { share: null, mean_seconds: null, ninetieth_seconds: null }
    expect(en(after({ posts: [], incidents: { all: 0, reached: 0, planned_of_reached: none, real: none } }))).toEqual(['No incidents that count were received meanwhile.'])
  })
})

it('a post weighs as long as it lasts', () => {
  expect(presenceOf([post(1, '2026-11-24T09:00:00Z', 1), post(2, '2026-11-24T11:00:00Z', 0)], later)).toEqual({ hours: 4, share: { on_post: 0.25, on_call: 0, away: 0.75, unknown: 0 } })
  expect(presenceOf([post(null, '2026-11-24T11:00:00Z', 0)], later)).toBeNull()
  // So far: a shift that runs has lasted until now only.
  expect(presenceOf([post(1, '2026-11-24T16:00:00Z', 1)], new Date('2026-11-24T10:00:00Z'))!.hours).toBe(2)
})
