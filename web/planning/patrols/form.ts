import type { PatrolAsk } from './types.ts'

/** What the form holds, as it is typed; fields that were emptied are ''. */
export interface PatrolForm {
  day: string
  shift: string
  zones: number[]
  placesAZone: number | ''
  stops: { name: string, longitude: number, latitude: number }[]
  units: number[]
  /** Every unit eats within it; null: nobody does. */
  meal: { from: string, to: string, minutes: number | '' } | null
  leastMinutes: number | ''
  mostMinutes: number | ''
  everyMinutes: number | ''
}

/** The question as the server takes it; it draws a seed. What was emptied is left out: the server then says what it takes instead, or that it is missing. */
export function askOf({ day, shift, zones, placesAZone, stops, units, meal, leastMinutes, mostMinutes, everyMinutes }: PatrolForm): PatrolAsk {
  const given = <Name extends string>(field: Name, value: number | '') => (value === '' ? {} : { [field]: value }) as Partial<Record<Name, number>>
  return {
    day, shift, ...zones.length && { zones, ...given('places_a_zone', placesAZone) },
    ...stops.length && { stops: stops.map(({ name: called, longitude, latitude }) => ({ longitude, latitude, ...called.trim() && { name: called.trim() } })) },
    units: units.map(id => ({ unit_id: id, ...meal && { meal: { from: meal.from, to: meal.to, minutes: Number(meal.minutes) } } })),
    settings: { ...given('least_minutes', leastMinutes), ...given('most_minutes', mostMinutes), ...given('every_minutes', everyMinutes) },
  }
}

export const fields = ['day', 'shift', 'zones', 'stops', 'units', 'meal', 'settings'] as const
export type Field = (typeof fields)[number]

/** Which field a fault is of, and which unit, zone or stop of it. Null: of none that the form has. */
export function fieldOf(pointer: string): { field: Field, at: number | null } | null {
  const [, , first, second, third] = pointer.split('/'), at = second !== undefined && /^\d+$/.test(second) ? Number(second) : null
  if (first === 'units' && third === 'meal') return { field: 'meal', at }
  if (first === 'places_a_zone') return { field: 'zones', at: null }
  const field = fields.find(each => each === first)
  return field ? { field, at } : null
}

/** What must be said before anything is asked, by the field that lacks it. */
export const lacking = ({ day, shift, zones, stops, units }: PatrolForm): Field[] =>
  [...day ? [] : ['day' as const], ...shift ? [] : ['shift' as const], ...zones.length || stops.length ? [] : ['stops' as const], ...units.length ? [] : ['units' as const]]
