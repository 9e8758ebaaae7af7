import type { RoadNetwork, Snap } from '../network/road-network.ts'
import { kindOfUnit } from '../network/speeds.ts'
import type { UnitNow } from '../positions/units.ts'
import { snapTo } from './anchors.ts'
import type { CountedUnit } from './cover-rules.ts'
import { sendableKinds } from './rules/rule.ts'

/** Older fixes don't say where a unit is. */
export const staleAfterMs = 30 * 60_000

export const isSendable = ({ meaning, kind, fix }: Pick<UnitNow, 'meaning' | 'kind' | 'fix'>, now: number): boolean =>
  meaning === 'available' && fix !== null && now - fix.at <= staleAfterMs && sendableKinds.includes(kind)

/** Snaps of units, kept as long as they don't move: most of five thousand stand. */
export class UnitSnaps {
  readonly #network: RoadNetwork
  readonly #known = new Map<number, { longitude: number, latitude: number, kind: string, snap: Snap | null }>()
  constructor(network: RoadNetwork) { this.#network = network }

  /** Units that count, from where they are; those far from any road don't. In slices. */
  async count(units: Iterable<UnitNow>, now: number, breathe: () => Promise<void> | undefined): Promise<CountedUnit[]> {
    const counted: CountedUnit[] = []
    // Units may change while others have their turn: what counts is decided in one go.
    const sendable = [...units].filter(unit => isSendable(unit, now)).map(({ id, kind, fix }) => ({ id, kind, longitude: fix!.longitude, latitude: fix!.latitude }))
    for (const [i, { id, kind, longitude, latitude }] of sendable.entries()) {
      let known = this.#known.get(id)
      if (!known || known.longitude !== longitude || known.latitude !== latitude || known.kind !== kind)
        this.#known.set(id, known = { longitude, latitude, kind, snap: snapTo(this.#network, longitude, latitude, kindOfUnit(kind)) })
      if (known.snap) counted.push({ id, kind, snap: known.snap })
      if (i % 64 === 0) {
        const pause = breathe()
        if (pause) await pause
      }
    }
    return counted
  }
}
