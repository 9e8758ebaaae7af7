import { drawings } from '../map/drawings.ts'
import type { Properties } from '../record/api.ts'
import { propertiesOf } from './unit.ts'
import { useUnits } from './units.ts'

/** Where a thing that moves is drawn now: [longitude, latitude]; null for what stands, or isn't on the map. */
export const livePlace = (layer: string, id: number): [number, number] | null =>
  drawings[layer]?.live ? useUnits().position(id) : null

/** What the stream says of a thing, newer than its record; null where the layer isn't live or it isn't known. Reactive. */
export function liveProperties(layer: string, id: number): Properties | null {
  if (!drawings[layer]?.live) return null
  const store = useUnits()
  void store.moved
  void store.changed
  const unit = store.units.get(id)
  return unit ? propertiesOf(unit) : null
}
