import { makeBreathe } from '../../coverage/breathe.ts'
import type { Timed } from '../deployment.ts'
import type { CandidateSite } from '../sites/candidate.ts'
import { secondsFromOne } from '../situation/time-situation.ts'

/** Where units stand under a plan: a candidate site, or wherever a post was dragged to. */
export interface Stand extends Omit<CandidateSite, 'kind'> { kind: CandidateSite['kind'] | 'unit', units: number, /** Those that are named. */ unit_ids?: number[] }

/** Seconds from each stand to every cell: candidates' are known, others are searched. */
export async function rowsOf({ situation, seconds, placed }: Timed, stands: readonly Stand[]): Promise<Float32Array[]> {
  const cells = situation.demand.cells.length, index = new Map(situation.sites.map(({ id }, i) => [id, i])), rows: Float32Array[] = [], breathe = makeBreathe()
  for (const stand of stands) {
    const site = index.get(stand.id)
    rows.push(site === undefined ? secondsFromOne(stand, situation, placed) : seconds.subarray(site * cells, (site + 1) * cells))
    await breathe()
  }
  return rows
}

/** Units by site, as a list of stands. @param sites  numbers of candidates; one that gets two units comes twice */
export function standsAt(candidates: readonly CandidateSite[], sites: readonly number[]): Stand[] {
  return [...Map.groupBy(sites, site => site)].sort(([a], [b]) => a - b).map(([site, units]) => ({ ...candidates[site]!, units: units.length }))
}

