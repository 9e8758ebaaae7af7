import { expect, it } from 'vitest'
import type { Stand } from '../types.ts'
import { goneWays } from './gone-ways.ts'

const stand: Stand = { id: 'facility:1', kind: 'station', name: '滨海所', longitude: 118.1, latitude: 24.4, units: 2 }
const junction = { id: 'junction:9', kind: 'junction' as const, name: '嘉禾路口', longitude: 118.2, latitude: 24.5 }

it('each move is told from where the one before left the post', () => {
  const ways = goneWays([{ from: 'facility:1', point: [118.15, 24.45] }, { from: 'drawn:118.15,24.45', to: 'junction:9' }], [stand], [junction])
  expect(ways.map(({ from, to }) => [from.name, from.longitude, to.name, to.longitude])).toEqual([['滨海所', 118.1, '', 118.15], ['', 118.15, '嘉禾路口', 118.2]])
})
