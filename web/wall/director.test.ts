import { describe, expect, it } from 'vitest'
import { hearOpen, isNight, pass, release, resting, touch, tourStop, type Habits } from './director.ts'

const habits: Habits = { follow: true, pullMilliseconds: 25_000, holdMilliseconds: 900_000 }
const known = (...ids: number[]) => hearOpen(resting(), ids, habits, 0).director

describe('where a wall looks', () => {
  it('stays when the first list comes, however long it is', () => {
    expect(hearOpen(resting(), [1, 2, 3], habits, 0)).toMatchObject({ look: undefined, director: { doing: 'rest' } })
  })

  it('is pulled by a new one, and by nothing that becomes of old ones', () => {
    expect(hearOpen(known(1, 2), [2, 1], habits, 10).look).toBeUndefined()
    expect(hearOpen(known(1, 2), [2], habits, 10).look).toBeUndefined()
    expect(hearOpen(known(1, 2), [1, 2, 3], habits, 10)).toMatchObject({ look: { at: 'fresh', ids: [3] }, director: { doing: 'pulled', until: 25_010 } })
  })

  it('goes back when its time is over, or when what it was pulled to is', () => {
    const { director } = hearOpen(known(1), [1, 2], habits, 0)
    expect(pass(director, habits, 24_999).look).toBeUndefined()
    expect(pass(director, habits, 25_000)).toMatchObject({ look: { at: 'rest' }, director: { doing: 'rest', fresh: [] } })
    expect(hearOpen(director, [1], habits, 5_000)).toMatchObject({ look: { at: 'rest' } })
  })

  it('shows a second new one together with the first', () => {
    const { director } = hearOpen(known(1), [1, 2], habits, 0)
    expect(hearOpen(director, [1, 2, 3], habits, 5_000).look).toEqual({ at: 'fresh', ids: [2, 3] })
  })

  it('is held by a touch whatever comes, and one tap takes it to what came', () => {
    const held = touch(known(1), habits, 100).director
    const after = hearOpen(held, [1, 2], habits, 200)
    expect(after).toMatchObject({ look: undefined, director: { doing: 'held', fresh: [2] } })
    expect(release(after.director, habits, 300)).toMatchObject({ look: { at: 'fresh', ids: [2] }, director: { doing: 'pulled' } })
    expect(release(held, habits, 300)).toMatchObject({ look: { at: 'rest' }, director: { doing: 'rest' } })
  })

  it('goes back to work by itself a quarter of an hour after the last touch', () => {
    const held = touch(touch(known(1), habits, 0).director, habits, 60_000).director
    expect(pass(held, habits, 900_000).director.doing).toBe('held')
    expect(pass(held, habits, 960_000)).toMatchObject({ look: { at: 'rest' }, director: { doing: 'rest' } })
  })

  it('isn\'t pulled where a screen is told not to follow', () => {
    expect(hearOpen(known(1), [1, 2], { ...habits, follow: false }, 0)).toMatchObject({ look: undefined, director: { doing: 'rest', fresh: [2] } })
  })
})

describe('a tour', () => {
  it('shows each view as long as it says and begins again', () => {
    expect([0, 9_999, 10_000, 29_999, 30_000].map(passed => tourStop(3, 10, passed))).toEqual([0, 0, 1, 2, 0])
    expect(tourStop(3, 0, 1e6)).toBe(0)
    expect(tourStop(1, 10, 1e6)).toBe(0)
  })
})

describe('the night', () => {
  it('may go over midnight', () => {
    const night = { from_hour: 22, to_hour: 6 }
    expect([21, 22, 23, 0, 5, 6].map(hour => isNight(hour, night))).toEqual([false, true, true, true, true, false])
    expect([0, 1, 5, 6].map(hour => isNight(hour, { from_hour: 1, to_hour: 6 }))).toEqual([false, true, true, false])
  })
})
