import { expect, it } from 'vitest'
import { sortOut } from './picks.ts'

const at = { longitude: 118.1, latitude: 24.5 }
const point = { type: 'Point' as const, coordinates: [118.2, 24.6] }
const area = { type: 'Polygon' as const, coordinates: [] }
const feature = (source: string, id: number, geometry: typeof point | typeof area = point, sourceLayer = source) =>
  ({ source, id, geometry, sourceLayer, properties: sourceLayer === source ? { name: 'x' } : { n: 12, cell: '8a' } })

it('means the point and not the area beneath it', () => {
  const { picks } = sortOut([feature('divisions', 1, area), feature('places', 2)], at)
  expect(picks).toEqual([{ layer: 'places', id: 2, properties: { name: 'x' }, longitude: 118.2, latitude: 24.6 }])
})

it('means the area where nothing stands on it', () => {
  expect(sortOut([feature('divisions', 1, area)], at).picks).toMatchObject([{ layer: 'divisions', ...at }])
})

it('finds each thing once though several marks draw it', () => {
  expect(sortOut([feature('places', 2), feature('places', 2), feature('places', 3)], at).picks.map(pick => pick.id)).toEqual([2, 3])
})

it('tells one mark for many from things, and hides what is hidden', () => {
  expect(sortOut([feature('disputes', 0, point, 'disputes_cells')], at)).toEqual({ picks: [], heap: { layer: 'disputes', count: 12, longitude: 118.2, latitude: 24.6 } })
  expect(sortOut([{ ...feature('disputes', 0, point, 'disputes_cells'), properties: { hidden: true } }], at).heap?.count).toBeNull()
})
