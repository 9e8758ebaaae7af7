import { covers, disclose, type Caller } from '../../layers/access.ts'
import type { StoredLayer } from '../layers/stored.ts'

/** Whether this caller hears of something. */
export type Audience = (caller: Caller) => boolean

/** Events that tell of a row: heard by those who may read that row. */
const layerOf: Readonly<Record<string, string>> = { incident: 'incidents', unit: 'units' }

export const everybody: Audience = () => true

/** Who hears of an event: of an incident or unit whoever may read it, of an alert whose scope covers its station; of the others everybody. */
export function audienceOf(event: string, stationId: number | null, layers: ReadonlyMap<string, StoredLayer>): Audience {
  const stored = layers.get(layerOf[event] ?? '')
  if (stored) return caller => {
    const { rows } = disclose(caller, stored.layer)
    return rows === 'all' || covers(rows, stationId)
  }
  if (event === 'alert' && stationId !== null) return ({ stations }) => covers(stations, stationId)
  return everybody
}
