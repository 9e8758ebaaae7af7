import type { Timed } from '../deployment.ts'
import type { NetworkService } from '../../network/network-service.ts'
import type { CandidateSite } from '../sites/candidate.ts'
import { secondsFrom } from '../situation/time-situation.ts'

/** Where units stand under a plan: a candidate site, or wherever a post was dragged to. */
export interface Stand extends Omit<CandidateSite, 'kind'> { kind: CandidateSite['kind'] | 'unit', units: number }

/** Seconds from each stand to every cell: candidates' are known, others are searched. */
export async function rowsOf({ network }: { network: NetworkService }, { situation, seconds }: Timed, stands: readonly Stand[]): Promise<Float32Array[]> {
  const cells = situation.demand.cells.length, index = new Map(situation.sites.map(({ id }, i) => [id, i]))
  const others = stands.filter(({ id }) => !index.has(id)), found = others.length > 0 ? (await secondsFrom(network, others, situation)).seconds : undefined
  return stands.map(stand => {
    const site = index.get(stand.id), [from, at] = site === undefined ? [found!, others.indexOf(stand)] : [seconds, site]
    return from.subarray(at * cells, (at + 1) * cells)
  })
}

/** Units by site, as a list of stands. @param sites  numbers of candidates; one that gets two units comes twice */
export function standsAt(candidates: readonly CandidateSite[], sites: readonly number[]): Stand[] {
  return [...Map.groupBy(sites, site => site)].sort(([a], [b]) => a - b).map(([site, units]) => ({ ...candidates[site]!, units: units.length }))
}

