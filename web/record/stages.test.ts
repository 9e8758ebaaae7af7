import { describe, expect, it } from 'vitest'
import { disputeLine, transitionsOf } from './stages.ts'

describe('the line of a dispute', () => {
  const dates = { registered_at: '2026-11-01T00:00:00Z', visited_at: '2026-11-03T00:00:00Z', resolved_at: null }
  it('has what is done, where it stands and what is to come', () => {
    const line = disputeLine('mediating', dates)
    expect(line.map(stage => stage.state)).toEqual(['done', 'done', 'done', 'current', 'ahead', 'ahead', 'ahead'])
    expect(line[2]!.at).toBe('2026-11-03T00:00:00Z')
  })
  it('is all done when closed', () => {
    expect(disputeLine('closed', dates).every(stage => stage.state === 'done')).toBe(true)
  })
  it('leaves after the last stage it reached when transferred', () => {
    expect(disputeLine('transferred', dates).map(stage => [stage.id, stage.state])).toEqual(
      [['registered', 'done'], ['assigned', 'done'], ['visited', 'done'], ['transferred', 'left']])
  })
})

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
