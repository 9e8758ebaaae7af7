import { createHash } from 'node:crypto'
import type { Kind } from '../../network/speeds.ts'
import type { Demand } from '../demand/gather-demand.ts'
import type { AreaClass, Force } from '../minutes/setting.ts'
import type { CandidateSite } from '../sites/candidate.ts'

/** How a force travels; `straight_line` is for where no road is known, or to see what roads change. */
export interface Travel { force: Force, kind: Kind, siren: boolean, hour: number, times: 'road' | 'straight_line', /** Of the straight line. */ kmh: number | null }

/** A cell of demand and what is known of it, beside its demand. In the order of the demand's cells. */
export interface Ground {
  /** Where one arrives in a cell, degrees: where most of its residents live. */
  longitude: number[]
  latitude: number[]
  /** Published ones (server/analysis/residents.ts). */
  residents: number[]
  /** Places of key categories. */
  key_places: number[]
  /** Null where nothing is known of residents. */
  area_class: (AreaClass | null)[]
  /** Seconds allowed. */
  limits: number[]
}

/** All that a plan is made of but the roads: demand before an instant, sites, times allowed. Plain data, kept with a plan as it was. */
export interface Situation {
  demand: Demand
  ground: Ground
  sites: CandidateSite[]
  travel: Travel
}

const known = new WeakMap<Situation, string>()

/** Equal for equal situations; they never change. */
export function hashOf(situation: Situation): string {
  let hash = known.get(situation)
  if (!hash) known.set(situation, hash = createHash('sha256').update(JSON.stringify(situation)).digest('hex'))
  return hash
}
