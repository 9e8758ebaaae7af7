import { LRUCache } from 'lru-cache'
import { makeBreathe } from '../../coverage/breathe.ts'
import type { Timed } from '../deployment.ts'
import type { CandidateSite } from '../sites/candidate.ts'
import { secondsFromOne } from '../situation/time-situation.ts'

/** Where units stand under a plan: a candidate site, or wherever a post was dragged to. */
export interface Stand extends Omit<CandidateSite, 'kind'> { kind: CandidateSite['kind'] | 'unit', units: number, /** Those that are named. */ unit_ids?: number[] }

/** A city's units on duty, and the places of a drag beside them; some 7 kB each for 1,700 cells. */
const mostSearched = 500
/** Of points that units stand at or were dragged to lately, by the times that candidates have: new roads or speeds bring new ones. */
const searched = new WeakMap<Float32Array, LRUCache<string, Float32Array>>()

/** Seconds from each stand to every cell: candidates' are known, others are searched once; a hand comes back to where it let go. */
export async function rowsOf({ situation, seconds, placed }: Timed, stands: readonly Stand[]): Promise<Float32Array[]> {
  const cells = situation.demand.cells.length, index = new Map(situation.sites.map(({ id }, i) => [id, i])), rows: Float32Array[] = [], breathe = makeBreathe()
  const known = searched.get(seconds) ?? new LRUCache<string, Float32Array>({ max: mostSearched })
  searched.set(seconds, known)
  for (const stand of stands) {
    const site = index.get(stand.id), key = `${stand.longitude},${stand.latitude}`
    let row = site === undefined ? known.get(key) : seconds.subarray(site * cells, (site + 1) * cells)
    if (!row) known.set(key, row = secondsFromOne(stand, situation, placed))
    rows.push(row)
    await breathe()
  }
  return rows
}

/** Units by site, as a list of stands. @param sites  numbers of candidates; one that gets two units comes twice */
export function standsAt(candidates: readonly CandidateSite[], sites: readonly number[]): Stand[] {
  return [...Map.groupBy(sites, site => site)].sort(([a], [b]) => a - b).map(([site, units]) => ({ ...candidates[site]!, units: units.length }))
}

