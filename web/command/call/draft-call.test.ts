import { expect, it } from 'vitest'
import { callOf, faultsOf } from './draft-call.ts'

const place = { longitude: 118.1, latitude: 24.5, addressId: 5, label: '莲前西路12号', source: 'address' as const }
const draft = { code: '010201', place, locationText: ' 3 楼 ', summary: ' 车棚里的车不见了 ', channel: 'call', grade: null, occurredFrom: '', occurredTo: '', requestKey: () => 'k' }

it('sends the address with what was added to it, and nothing that is empty', () => {
  expect(callOf(draft, 'Asia/Shanghai')).toEqual({
    taken_code: '010201', channel: 'call', longitude: 118.1, latitude: 24.5, address_id: 5, location_text: '莲前西路12号 3 楼', summary: '车棚里的车不见了', request_key: 'k',
  })
  expect(callOf({ ...draft, place: { ...place, addressId: null, label: null }, locationText: '', summary: '' }, 'UTC')).toEqual({ taken_code: '010201', channel: 'call', longitude: 118.1, latitude: 24.5, request_key: 'k' })
})

it('sends occurrences as instants', () => {
  expect(callOf({ ...draft, occurredFrom: '2026-11-21T22:00', occurredTo: '2026-11-22T06:00' }, 'Asia/Shanghai'))
    .toMatchObject({ occurred_from: '2026-11-21T14:00:00.000Z', occurred_to: '2026-11-21T22:00:00.000Z' })
})

it('names what is missing or in the wrong order', () => {
  expect(faultsOf({ code: null, place: null, occurredFrom: '', occurredTo: '' }, 'UTC')).toEqual(['type', 'place'])
  expect(faultsOf({ ...draft, occurredFrom: '2026-11-22T06:00', occurredTo: '2026-11-21T22:00' }, 'UTC')).toEqual(['order'])
  expect(() => callOf({ ...draft, code: null }, 'UTC')).toThrow('needs a type')
})
