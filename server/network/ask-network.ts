import { localParts } from '../../layers/time.ts'
import { BadInput, Conflict } from '../errors.ts'
import type { RoadNetwork, Snap } from './road-network.ts'
import { snap } from './snap.ts'
import { kinds, type Kind, type Profile } from './speeds.ts'

export interface ProfileQuery { kind?: string | undefined, siren?: string | boolean | undefined, at?: string | undefined }

/**
 * Kind, siren and the local hour of a request; a car without siren now, where it says nothing.
 *
 * @throws {BadInput}
 */
export function readProfile({ kind = 'car', siren = false, at }: ProfileQuery, timeZone: string, pointer = '/query'): Profile {
  if (!(kinds as readonly string[]).includes(kind)) throw new BadInput({ pointer: `${pointer}/kind`, value: kind, detail: `must be one of ${kinds.join(', ')}` })
  if (![true, false, 'true', 'false'].includes(siren)) throw new BadInput({ pointer: `${pointer}/siren`, value: siren, detail: 'must be true or false' })
  const instant = at === undefined ? new Date() : new Date(at)
  if (Number.isNaN(instant.getTime())) throw new BadInput({ pointer: `${pointer}/at`, value: at, detail: 'must be an instant such as 2026-11-22T12:00:00+08:00' })
  return { kind: kind as Kind, siren: siren === true || siren === 'true', hour: localHour(instant, timeZone) }
}

/** The hour on the city's clocks, 0 to 23. */
export const localHour = (instant: Date, timeZone: string): number => Number(localParts(instant, timeZone)[1].slice(0, 2))

/** Longitude and latitude from `118.1,24.5`. @throws {BadInput} */
export function readPoint(text: string, pointer: string): [longitude: number, latitude: number] {
  return checkPoint(text.split(',').map(part => part.trim() === '' ? NaN : Number(part)), pointer, text)
}

/** @throws {BadInput} where it isn't two numbers in the world */
export function checkPoint(point: readonly number[], pointer: string, value: unknown = point): [longitude: number, latitude: number] {
  const [longitude, latitude] = point
  if (point.length !== 2 || !(Math.abs(longitude!) <= 180 && Math.abs(latitude!) <= 90))
    throw new BadInput({ pointer, value, detail: 'must be longitude,latitude in degrees, within 180 and 90' })
  return [longitude!, latitude!]
}

/** The nearest road of a point. @throws {Conflict} saying that there is none */
export function snapOrRefuse(network: RoadNetwork, [longitude, latitude]: readonly [number, number], kind: Kind): Snap {
  const place = snap(network, longitude, latitude, { kind })
  if (!place) throw new Conflict(`no road open to ${kind === 'foot' ? 'walkers' : `a ${kind}`} lies within 500 m of ${longitude},${latitude}`)
  return place
}
