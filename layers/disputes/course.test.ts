import { describe, expect, it } from 'vitest'
import { createRandom } from '../../seed/random.ts'
import { follow, type Grade } from './course.ts'

const day = 86_400_000
const now = Date.parse('2026-11-20T04:00:00Z')
const grades: readonly Grade[] = ['A', 'B', 'C', 'D']

describe('the course of a generated dispute', () => {
  const random = createRandom(1, 'courses')
  const courses = Array.from({ length: 2_000 }, (_, i) => follow(random, 'neighbour', grades[i % 4]!, now - random.between(0, 90) * day, now))
  it('reaches every stage, and some are overdue', () => {
    expect(new Set(courses.map(course => course.stage)).size).toBe(8)
    expect(courses.some(course => course.dueAt !== null && course.dueAt < now)).toBe(true)
  })
  it('closes only after a revisit, and has no deadline then', () => {
    for (const course of courses.filter(({ stage }) => stage === 'closed')) {
      expect(course.revisitedAt).not.toBeNull()
      expect(course.dueAt).toBeNull()
    }
  })
  it('never reports what has not happened yet', () => {
    for (const { visitedAt, resolvedAt, revisitedAt, closedAt } of courses) {
      for (const at of [visitedAt, resolvedAt, revisitedAt, closedAt]) expect(at ?? 0).toBeLessThanOrEqual(now)
    }
  })
})
