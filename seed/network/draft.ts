import type { Point } from '../plane.ts'

export const roadClasses = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'residential', 'service', 'path'] as const
export type RoadClass = (typeof roadClasses)[number]

/** A road as it was drawn, before it is cut where it meets others. */
export interface Draft {
  points: Point[]
  class: RoadClass
  /** Which street it is part of: drafts of one street share a name. */
  street: string
  /** Metres along the street at its first point; door numbers count from here. */
  chainage: number
  oneway: 0 | 1
  /** Where it runs over or under water: kept there instead of being cut off. */
  over?: 'bridge' | 'tunnel'
}

export const speeds: Record<RoadClass, number> = {
  motorway: 100, trunk: 80, primary: 60, secondary: 50, tertiary: 40, residential: 30, service: 20, path: 5,
}

/** From the middle of the road to the edge of its pavement, metres. */
export const halfWidths: Record<RoadClass, number> = {
  motorway: 14, trunk: 12, primary: 14, secondary: 11, tertiary: 8, residential: 5.5, service: 3.5, path: 2,
}

export const drivable = (road: RoadClass): boolean => road !== 'path'
