import type { Terrain } from '../geography/terrain.ts'
import type { Point } from '../plane.ts'
import type { Random } from '../random.ts'

export type Use = 'towers' | 'slabs' | 'villas' | 'village' | 'oldtown' | 'commercial' | 'industrial' | 'school' | 'hospital' | 'park'

/** What a block is used for: by how dense the city is there, its size, and chance. */
export function useOf(random: Random, terrain: Terrain, at: Point, area: number): Use {
  const density = terrain.density(...at)
  const draw = random.next()
  if (terrain.industrial(...at) && draw < 0.78) return 'industrial'
  if (area > 12_000 && random.chance(0.045)) return 'school'
  if (area > 12_000 && density > 0.35 && random.chance(0.014)) return 'hospital'
  if (random.chance(density > 0.4 ? 0.05 : 0.025)) return 'park'
  if (density > 0.9) return draw < 0.3 ? 'oldtown' : draw < 0.64 ? 'slabs' : draw < 0.84 ? 'commercial' : 'towers'
  if (density > 0.68) return draw < 0.4 ? 'slabs' : draw < 0.72 ? 'towers' : draw < 0.93 ? 'commercial' : 'village'
  if (density > 0.42) return draw < 0.34 ? 'slabs' : draw < 0.66 ? 'towers' : draw < 0.8 ? 'commercial' : draw < 0.96 ? 'village' : 'villas'
  if (density > 0.2) return draw < 0.7 ? 'village' : draw < 0.82 ? 'slabs' : draw < 0.9 ? 'industrial' : 'villas'
  return 'village'
}

export const buildingKind: Record<Use, 'residential' | 'commercial' | 'industrial' | 'public'> = {
  towers: 'residential', slabs: 'residential', villas: 'residential', village: 'residential', oldtown: 'residential',
  commercial: 'commercial', industrial: 'industrial', school: 'public', hospital: 'public', park: 'public',
}
