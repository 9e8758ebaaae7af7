import fc from 'fast-check'
import { expect, it } from 'vitest'
import { labelsThatFit } from './label-places.ts'

const label = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }), width: fc.integer({ min: 20, max: 160 }), height: fc.integer({ min: 10, max: 40 }) })

it('names lie beside each other, never on each other, and none is left out that would have fitted', () => {
  fc.assert(fc.property(fc.array(label, { maxLength: 60 }), labels => {
    const placed = labelsThatFit(labels)
    const overlap = (a: typeof labels[0], b: typeof labels[0]) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && a.y < b.y + b.height && b.y < a.y + a.height
    for (const [i, a] of placed.entries()) for (const b of placed.slice(i + 1)) expect(overlap(a, b)).toBe(false)
    for (const each of labels) if (!placed.includes(each)) expect(placed.some(other => overlap(each, other))).toBe(true)
  }))
})
