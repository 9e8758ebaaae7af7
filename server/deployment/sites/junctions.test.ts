import { expect, it } from 'vitest'
import { drawnNetwork } from '../../../tests/drawn-roads.ts'
import { metresBetween } from '../../network/metric.ts'
import { junctionSites } from './junctions.ts'

// Five streets each way, 100 m apart.
const lines = [0, 1, 2, 3, 4].map(i => i * 100)
const network = drawnNetwork([
  ...lines.map(y => ({ name: `横${y}`, line: lines.map(x => [x, y] as [number, number]) })),
  ...lines.map(x => ({ name: `纵${x}`, line: lines.map(y => [x, y] as [number, number]) })),
])
const everywhere = () => true

it('crossings are where three roads or more meet, and are named after them', () => {
  const sites = junctionSites(network, 10, everywhere)
  // 25 crossings; at the four corners only two roads meet.
  expect(sites).toHaveLength(21)
  expect(sites.find(({ name }) => name === '横100 / 纵200')).toBeDefined()
})

it('no crossing is nearer to another than the spacing, none that was left out could be added, and the same roads give the same', () => {
  const sites = junctionSites(network, 150, everywhere), all = junctionSites(network, 10, everywhere)
  const between = (a: typeof sites[number], b: typeof sites[number]) => metresBetween(a.longitude, a.latitude, b.longitude, b.latitude)
  sites.forEach((site, i) => sites.slice(i + 1).forEach(other => expect(between(site, other)).toBeGreaterThanOrEqual(150)))
  for (const left of all.filter(({ id }) => !sites.some(site => site.id === id))) expect(Math.min(...sites.map(site => between(site, left)))).toBeLessThan(150)
  expect(junctionSites(network, 150, everywhere)).toEqual(sites)
})

it('only crossings inside count', () => {
  const sites = junctionSites(network, 10, longitude => longitude > 0.002)
  expect(sites.length).toBeGreaterThan(0)
  expect(sites.every(({ longitude }) => longitude > 0.002)).toBe(true)
})
