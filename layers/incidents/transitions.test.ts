import { describe, expect, it } from 'vitest'
import { transitionsOf } from './transitions.ts'

describe('the timeline of an incident', () => {
  it('is oldest first with the time between steps', () => {
    const steps = transitionsOf([
      { status: 'dispatched', at: '2026-11-22T12:03:00Z', actor: '指挥员' },
      { status: 'received', at: '2026-11-22T12:00:00Z' },
    ])
    expect(steps.map(step => [step.status, step.afterMilliseconds, step.actor])).toEqual([['received', null, null], ['dispatched', 180_000, '指挥员']])
  })
  it('leaves out what it cannot read', () => {
    expect(transitionsOf([{ status: 'received', at: 'soon' }, 'x', null])).toEqual([])
    expect(transitionsOf(null)).toEqual([])
  })
})
