import { expect, it } from 'vitest'
import { nearestSite } from './nearest-site.ts'

const at = (id: string, longitude: number, latitude: number) => ({ id, kind: 'station' as const, name: id, longitude, latitude })
const sites = [at('west', 118.1, 24.5), at('east', 118.102, 24.5)]

it('takes the nearer of two sites', () => {
  expect(nearestSite(sites, { longitude: 118.1012, latitude: 24.5 }, 500)?.id).toBe('east')
})

it('takes none where a click is far from all of them', () => {
  expect(nearestSite(sites, { longitude: 118.11, latitude: 24.5 }, 500)).toBeNull()
})
