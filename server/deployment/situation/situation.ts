import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Database } from '../../database.ts'
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

const hashes = new WeakMap<Situation, string>(), timesKeys = new WeakMap<Situation, string>()
/** The last few that were read from the database, by hash: a plan that is kept is asked about again and again. */
const kept = new LRUCache<string, Situation>({ max: 6 })

/** Equal for equal situations; they never change. */
export function hashOf(situation: Situation): string {
  let hash = hashes.get(situation)
  if (!hash) hashes.set(situation, hash = digestOf(situation))
  return hash
}

/** Equal where times on the same roads are: of the same sites and cells, for who travels alike. Demand is none of it. */
export function timesKeyOf(situation: Situation): string {
  let key = timesKeys.get(situation)
  if (!key) {
    const { sites, ground: { longitude, latitude }, travel: { force: _, ...travel } } = situation
    timesKeys.set(situation, key = digestOf([sites.map(site => [site.longitude, site.latitude]), longitude, latitude, travel]))
  }
  return key
}

const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** The situation that a kept plan was made of. Whoever asks must have been asked whether they may see it. */
export async function readSituation(db: Database, hash: string): Promise<Situation> {
  const known = kept.get(hash)
  if (known) return known
  const { rows: [row] } = await sql<{ content: Situation }>`SELECT content FROM deployment_situation WHERE hash = ${hash}`.execute(db)
  return remembered(hash, row!.content)
}

function remembered(hash: string, situation: Situation): Situation {
  hashes.set(situation, hash)
  kept.set(hash, situation)
  return situation
}
