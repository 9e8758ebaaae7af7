import { expect, it } from 'vitest'
import { assignUnits, stillPlaced } from './assign-units.ts'

const at = (longitude: number) => ({ longitude, latitude: 24 })
const posts = [{ id: 'west', units: 1, ...at(118) }, { id: 'east', units: 2, ...at(118.1) }]

it('the nearest unit goes to each post, the shortest way of all first', () => {
  const units = [{ id: 1, ...at(118.09) }, { id: 2, ...at(118.04) }, { id: 3, ...at(118.3) }]
  expect(assignUnits(posts, units)).toEqual({ west: [2], east: [1, 3] })
})

it('who was named by hand stays and stands nowhere else', () => {
  const units = [{ id: 1, ...at(118.1) }, { id: 2, ...at(118.11) }]
  expect(assignUnits(posts, units, { west: [1] })).toEqual({ west: [1], east: [2] })
})

it('places stay empty where units run out', () => {
  expect(assignUnits(posts, [])).toEqual({ west: [], east: [] })
})

it('of two units at a post that one was moved away from, the first stays', () => {
  expect(stillPlaced({ west: [1], east: [2, 3] }, [{ id: 'east', units: 1 }, { id: 'north', units: 1 }])).toEqual({ east: [2] })
})
