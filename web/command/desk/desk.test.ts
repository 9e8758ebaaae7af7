import { describe, expect, it } from 'vitest'
import type { IncidentEventRow } from '../api/types.ts'
import { needsReason, toggled } from './choose.ts'
import { newsSince, undoLeft, wasLate } from './news.ts'

const event = (id: number): IncidentEventRow => ({ id, at: '2026-11-22T04:00:00Z', recorded_at: '2026-11-22T04:00:20Z', kind: 'note', from_status: null, to_status: null, account_id: null, actor: '甲', unit_id: null, callsign: null, detail: {}, undone: false })

describe('a choice among candidates', () => {
  const candidates = [{ unit_id: 11, rank: 1 }, { unit_id: 12, rank: 2 }, { unit_id: 13, rank: 3 }]
  it('needs no reason where it is the first ones of the list, in any order', () => {
    expect(needsReason(candidates, [11])).toBe(false)
    expect(needsReason(candidates, [12, 11])).toBe(false)
  })
  it('needs one where a better one is passed over', () => {
    expect(needsReason(candidates, [12])).toBe(true)
    expect(needsReason(candidates, [11, 13])).toBe(true)
    expect(needsReason(candidates, [99])).toBe(true)
  })
  it('switches in and out', () => expect(toggled(toggled([11], 12), 11)).toEqual([12]))
})

describe('what happened meanwhile', () => {
  it('is what was not there before', () => expect(newsSince([event(1)], [event(1), event(2)]).map(({ id }) => id)).toEqual([2]))
  it('is late when its own time is a minute or more off', () => {
    expect(wasLate(event(1))).toBe(false)
    expect(wasLate({ at: '2026-11-22T03:50:00Z', recorded_at: '2026-11-22T04:00:00Z' })).toBe(true)
  })
  it('can be undone until it can not', () => {
    expect(undoLeft('2026-11-22T04:05:00Z', Date.parse('2026-11-22T04:03:59.500Z'))).toBe(61)
    expect(undoLeft('2026-11-22T04:05:00Z', Date.parse('2026-11-22T04:06:00Z'))).toBe(0)
  })
})
