import { describe, expect, it } from 'vitest'
import { beginsOn, courseOf, postsAhead, stopInView, tourAhead } from './tonight-pick.ts'
import type { DutyPost, PatrolPlan } from './tonight-shapes.ts'

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)
const post = (id: number, from: string, to: string, more: Partial<DutyPost> = {}): DutyPost => ({
  id, plan_id: 1, plan: '今晚勤务', day: '2026-11-24', shift: 'evening', force: 'patrol_car', site: `s${id}`, name: `岗${id}`, unit_id: 7, callsign: '巡07',
  from: `${from}:00.000Z`, to: `${to}:00.000Z`, longitude: 118, latitude: 24, ...more,
})
const plan = (more: Partial<PatrolPlan> = {}): PatrolPlan => ({
  id: 1, name: '夜巡', status: 'published',
  stops: ['a', 'b', 'c'].map(id => ({ id, name: `点${id}`, longitude: 118, latitude: 24 })),
  tours: [{
    unit_id: 7, callsign: '巡07', from: '2026-11-24T12:00:00.000Z', to: '2026-11-24T16:00:00.000Z',
    visits: [{ stop: 'b', arrive: '2026-11-24T13:00:00.000Z', leave: '2026-11-24T13:12:00.000Z' }, { stop: 'a', arrive: '2026-11-24T12:10:00.000Z', leave: '2026-11-24T12:22:00.000Z' }, { stop: 'c', arrive: '2026-11-24T15:00:00.000Z', leave: '2026-11-24T15:10:00.000Z' }],
    meal: { from: '2026-11-24T14:00:00.000Z', to: '2026-11-24T14:30:00.000Z' },
  }],
  ...more,
})

describe('a unit\'s posts', () => {
  it('are its own that aren\'t over, soonest first', () => {
    const posts = [post(3, '2026-11-25T04:00', '2026-11-25T08:00'), post(1, '2026-11-24T04:00', '2026-11-24T08:00'), post(2, '2026-11-24T08:00', '2026-11-24T16:00'), post(4, '2026-11-24T08:00', '2026-11-24T16:00', { unit_id: 8 })]
    expect(postsAhead(posts, 7, at('09:00')).map(({ id }) => id)).toEqual([2, 3])
    expect(postsAhead(posts, 7, at('08:00')).map(({ id }) => id)).toEqual([2, 3])
  })
  it('of the day after tomorrow are nobody\'s business tonight', () => expect(postsAhead([post(1, '2026-11-26T08:00', '2026-11-26T16:00')], 7, at('09:00'))).toEqual([]))
})

it.each([
  ['2026-11-24T16:00', '23:50', 'tomorrow'], ['2026-11-24T16:00', '00:10', 'today'], ['2026-11-24T14:00', '00:10', 'earlier'], ['2026-11-24T16:10', '00:05', 'today'],
])('a post from %s UTC, looked at at %s in the city, begins %s', (from, clock, day) => {
  const [hour, minute] = clock.split(':').map(Number), now = new Date(Date.UTC(2026, 10, hour === 23 ? 24 : 25, hour! - 8, minute))
  expect(beginsOn({ from: `${from}:00.000Z` }, now, 'Asia/Shanghai')).toBe(day)
})

describe('a patrol tour', () => {
  it('is the unit\'s own, published and not over', () => {
    expect(tourAhead([plan()], 7, at('12:00'))?.tour.callsign).toBe('巡07')
    expect(tourAhead([plan()], 8, at('12:00'))).toBeNull()
    expect(tourAhead([plan({ status: 'withdrawn' })], 7, at('12:00'))).toBeNull()
    expect(tourAhead([plan()], 7, at('16:00'))).toBeNull()
  })

  it('lists stops in their order with the meal among them, done ones by the clock', () => {
    const course = courseOf(tourAhead([plan()], 7, at('13:05'))!, at('13:05'))
    expect(course.map(each => [each.kind === 'stop' ? each.stop : 'meal', each.state])).toEqual([['a', 'done'], ['b', 'here'], ['meal', 'later'], ['c', 'next']])
    expect(stopInView(course)?.stop).toBe('b')
  })

  it('looks ahead to the next stop on the way there, and to none after the last', () => {
    expect(stopInView(courseOf(tourAhead([plan()], 7, at('13:30'))!, at('13:30')))?.stop).toBe('c')
    expect(stopInView(courseOf(tourAhead([plan()], 7, at('15:10'))!, at('15:10')))).toBeNull()
  })

  it('that visits a stop it doesn\'t have is refused by name', () => expect(() => courseOf(tourAhead([plan({ stops: [] })], 7, at('12:00'))!, at('12:00'))).toThrow('visits the stop "a"'))
})
