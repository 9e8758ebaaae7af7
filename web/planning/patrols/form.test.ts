import { expect, it } from 'vitest'
import { askOf, fieldOf, lacking, type PatrolForm } from './form.ts'

const form: PatrolForm = {
  day: '2026-11-24', shift: 'evening', zones: [3], placesAZone: 2, stops: [{ name: '', longitude: 118.1, latitude: 24.5 }], units: [7, 9],
  meal: { from: '18:00', to: '20:00', minutes: 30 }, leastMinutes: 10, mostMinutes: 16, everyMinutes: '',
}

it('asks for what was filled in, and leaves to the server what was emptied', () => {
  expect(askOf(form)).toEqual({
    day: '2026-11-24', shift: 'evening', zones: [3], places_a_zone: 2, stops: [{ longitude: 118.1, latitude: 24.5 }],
    units: [{ unit_id: 7, meal: { from: '18:00', to: '20:00', minutes: 30 } }, { unit_id: 9, meal: { from: '18:00', to: '20:00', minutes: 30 } }], settings: { least_minutes: 10, most_minutes: 16 },
  })
  expect(askOf({ ...form, zones: [], stops: [], meal: null })).toEqual({ day: '2026-11-24', shift: 'evening', units: [{ unit_id: 7 }, { unit_id: 9 }], settings: { least_minutes: 10, most_minutes: 16 } })
})

it('finds the field that a fault is of', () => {
  expect(fieldOf('/body/units/1/meal')).toEqual({ field: 'meal', at: 1 })
  expect(fieldOf('/body/units/1/unit_id')).toEqual({ field: 'units', at: 1 })
  expect(fieldOf('/body/zones/0')).toEqual({ field: 'zones', at: 0 })
  expect(fieldOf('/body/settings/least_minutes')).toEqual({ field: 'settings', at: null })
  expect(fieldOf('/body/places_a_zone')).toEqual({ field: 'zones', at: null })
  expect(fieldOf('/path/id')).toBeNull()
})

it('says what is lacking before anything is asked', () => {
  expect(lacking(form)).toEqual([])
  expect(lacking({ ...form, zones: [], stops: [], units: [], shift: '', day: '' })).toEqual(['day', 'shift', 'stops', 'units'])
  expect(lacking({ ...form, zones: [] })).toEqual([])
})
