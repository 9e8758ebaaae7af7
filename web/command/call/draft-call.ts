import type { Call } from '../api/incidents.ts'
import type { Place } from './draft.ts'
import { fromLocal } from './local-time.ts'

interface Draft {
  code: string | null
  place: Place | null
  locationText: string
  summary: string
  channel: string
  grade: number | null
  occurredFrom: string
  occurredTo: string
  requestKey(): string
}

/** What keeps a call from being sent: nothing chosen, no place, or an occurrence that ends before it begins. */
export function faultsOf({ code, place, occurredFrom, occurredTo }: Pick<Draft, 'code' | 'place' | 'occurredFrom' | 'occurredTo'>, timeZone: string): ('type' | 'place' | 'order')[] {
  const [from, to] = [fromLocal(occurredFrom, timeZone), fromLocal(occurredTo, timeZone)]
  return [...code ? [] : ['type' as const], ...place ? [] : ['place' as const], ...from !== null && to !== null && to < from ? ['order' as const] : []]
}

/**
 * The call as it is sent. Times of the form are in the city's zone.
 *
 * @throws {RangeError} where a type or a place is missing: see `faultsOf`
 */
export function callOf(draft: Draft, timeZone: string): Call {
  const { code, place } = draft
  if (!code || !place) throw new RangeError(`a call needs a type (${code}) and a place (${place?.label})`)
  const [from, to] = [fromLocal(draft.occurredFrom, timeZone), fromLocal(draft.occurredTo, timeZone)]
  // What the caller adds ("3 楼") says more together with the address than alone.
  const words = [place.label, draft.locationText.trim()].filter(Boolean).join(' ')
  return {
    taken_code: code, channel: draft.channel, longitude: place.longitude, latitude: place.latitude, request_key: draft.requestKey(),
    ...(place.addressId !== null && { address_id: place.addressId }),
    ...(words && { location_text: words }),
    ...(draft.summary.trim() && { summary: draft.summary.trim() }),
    ...(draft.grade !== null && { grade: draft.grade }),
    ...(from !== null && { occurred_from: new Date(from).toISOString() }),
    ...(to !== null && { occurred_to: new Date(to).toISOString() }),
  }
}
