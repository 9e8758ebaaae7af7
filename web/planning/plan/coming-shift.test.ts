import { expect, it } from 'vitest'
import { comingShift, dutyEnd } from './coming-shift.ts'

const zone = 'Asia/Shanghai', now = Date.parse('2026-11-24T20:30:00+08:00')
const shifts = [{ id: 'night', hours: [22, 23, 0, 1, 2, 3, 4, 5] }, { id: 'morning', hours: [6, 7, 8, 9, 10, 11, 12, 13] }, { id: 'evening', hours: [14, 15, 16, 17, 18, 19, 20, 21] }]

it('the coming shift is the one that begins next', () => {
  expect(comingShift(shifts, now, zone)).toEqual({ id: 'night', day: '2026-11-24' })
  expect(comingShift(shifts, Date.parse('2026-11-24T22:00:00+08:00'), zone)).toEqual({ id: 'morning', day: '2026-11-25' })
})

it('one that is running comes again tomorrow', () => {
  expect(comingShift([shifts[2]!], now, zone)).toEqual({ id: 'evening', day: '2026-11-25' })
})

it('a shift in pieces begins never', () => {
  expect(comingShift([{ id: 'odd', hours: [1, 2, 9] }], now, zone)).toBeNull()
})

it('a night\'s duty ends on the morning after, one around the clock at midnight', () => {
  const [night, , evening] = shifts, end = (shift: typeof night | null) => new Date(dutyEnd('2026-11-24', shift ?? null, zone)).toISOString()
  expect([end(night), end(evening), end(null)]).toEqual(['2026-11-24T22:00:00.000Z', '2026-11-24T14:00:00.000Z', '2026-11-24T16:00:00.000Z'])
})
