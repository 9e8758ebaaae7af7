import { describe, expect, it } from 'vitest'
import { disputeLine } from './stages.ts'

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
