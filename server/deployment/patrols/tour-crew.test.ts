import { expect, it } from 'vitest'
import { Squad, periodOf } from '../simulate/crews.ts'
import { crewOfTour } from './tour-crew.ts'

it('a patrol is found by the simulation where its tour has it', () => {
  const tour = { from: 1000, to: 5000, visits: [{ stop: 0, place: 3, arrive: 1300, leave: 2000 }, { stop: 1, place: 4, arrive: 2400, leave: 3000 }] }
  const crew = crewOfTour(tour, 9, place => place * 10, { can: 3 }), squad = new Squad([crew], new Float64Array(1))
  expect([0, 1500, 2500].map(second => squad.siteAt(0, second))).toEqual([30, 40, 90])
  expect([periodOf(crew), crew.can]).toEqual([4000, 3])
  expect(crewOfTour({ ...tour, visits: [] }, 9, place => place).round).toEqual([{ site: 9, seconds: 4000 }])
})
