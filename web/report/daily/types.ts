import type { Label } from '../../../layers/layer.ts'

/** A count against the middle, lowest and highest of as long a time before; null where none was recorded. */
export interface Expected { today: number, expected: number | null, low: number | null, high: number | null }

/** What a station reads in the morning about the day before, as it was kept. */
export interface Daily {
  station: { id: number, name: string, name_en: string | null }
  day: string
  as_of: string
  incidents: Expected & { weeks: number, by_top: (Expected & { code: string, label: Label })[], week: Expected }
  new_hot: { cell: string, longitude: number, latitude: number, name: string, count: number, expected: number, p_adjusted: number }[]
  repeat_addresses: { address_id: number, address: string, count: number, last_at: string }[]
  zones: {
    id: number, name: string, version: number, state: 'planned' | 'active' | 'expired' | 'withdrawn', valid_to: string, expiring: boolean, now: number, before: number, change: number, p: number | null
    new_versions: { version: number, at: string, reason: string, author: string }[]
  }[]
  moved: { id: number, name: string, version: number, overlap: number }[]
  notes: Label[]
}
