import { describe, expect, it } from 'vitest'
import { createRandom } from '../../analysis/random.ts'
import { beatOf } from './course.ts'
import { drawTour } from './draw-tour.ts'
import { usualPatrol } from './question.ts'

const places = [[0, 0], [300, 0], [0, 400], [350, 300], [100, 150]] as const
const question = {
  stops: [0, 1, 2, 3].map(place => ({ id: `${place}`, place, weight: 1 })), units: [], placeCount: 5, settings: usualPatrol, seed: 0,
  seconds: Float32Array.from(places.flatMap(a => places.map(b => Math.hypot(a[0] - b[0], a[1] - b[1])))),
}
const beat = beatOf(question, { id: 'car', station: 4, from: 0, to: 14_400 }, [0, 1, 2, 3])

describe('how well a tour can be foretold', () => {
  it('is what guessing the likeliest next stop comes to, over many tours', () => {
    // Who has seen the same beginnings often enough guesses what followed most often.
    const tours = Array.from({ length: 6000 }, (_, seed) => drawTour(beat, { scale: 120, stretch: 0 }, createRandom(seed * 7919)))
    const guessed = (step: number) => {
      const groups = Map.groupBy(tours, ({ visits }) => visits.slice(0, step).map(({ stop }) => stop).join())
      return groups.values().reduce((sum, group) => sum + Math.max(...Map.groupBy(group, ({ visits }) => visits[step]!.stop).values().map(({ length }) => length)), 0) / tours.length
    }
    for (const step of [0, 1, 2]) expect(guessed(step)).toBeCloseTo(tours.reduce((sum, { choices }) => sum + choices[step]!.bestGuess, 0) / tours.length, 1)
  })

  it('lies between a sure guess and one among all stops', () => {
    const { choices } = drawTour(beat, { scale: Infinity, stretch: 1 }, createRandom(1))
    for (const { bestGuess, bits } of choices) {
      expect(bestGuess).toBeGreaterThanOrEqual(1 / 4)
      expect(bestGuess).toBeLessThanOrEqual(1)
      expect(bits).toBeLessThanOrEqual(2 + 1e-9)
      expect(bits).toBeGreaterThanOrEqual(-Math.log2(bestGuess) - 1e-9)
    }
  })
})
