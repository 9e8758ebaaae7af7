import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuery, writeQuery } from './url.ts'
import type { ViewState } from './view-state.ts'

const ids = ['incidents', 'units', 'disputes', 'street_lights']
const known = (id: string) => ids.includes(id)

const round = (low: number, high: number, digits: number) =>
  fc.integer({ min: Math.ceil(low * 10 ** digits), max: Math.floor(high * 10 ** digits) }).map(whole => whole / 10 ** digits)
const minute = fc.integer({ min: 0, max: 60_000_000 }).map(minutes => minutes * 60_000)

const view: fc.Arbitrary<ViewState> = fc.record({
  mode: fc.constantFrom('situation' as const, 'command' as const, 'wall' as const),
  camera: fc.record({
    longitude: round(-180, 180, 5), latitude: round(-85, 85, 5), zoom: round(0, 22, 2), bearing: round(-180, 180, 1), pitch: round(0, 70, 1),
  }),
  layers: fc.shuffledSubarray(ids, { minLength: 1 }).chain(chosen => fc.tuple(...chosen.map(id => fc.record({
    id: fc.constant(id), visible: fc.boolean(), opacity: round(0, 1, 2),
    filters: fc.dictionary(fc.stringMatching(/^[a-z_0-9]{1,8}$/), fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).filter(text => text.isWellFormed()), { maxKeys: 3, noNullPrototype: true }),
  })))),
  time: fc.oneof(
    fc.constantFrom('24h', '7d', '30d', '1y').map(preset => ({ preset }) as const),
    fc.tuple(minute, minute).filter(([a, b]) => a !== b).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  ) as fc.Arbitrary<ViewState['time']>,
  selection: fc.option(fc.record({ layer: fc.constantFrom(...ids), id: fc.integer({ min: 1, max: 1e12 }) })),
  screen: fc.constant(null),
})

describe('the address of a view', () => {
  it('brings back any view that it was made from', () => {
    fc.assert(fc.property(view, state => {
      const back = readQuery(writeQuery(state), known)
      expect({ selection: null, screen: null, ...back }).toEqual(state)
    }))
  })

  it('reads like the map it shows', () => {
    expect(writeQuery({
      mode: 'situation',
      camera: { longitude: 118.089, latitude: 24.4798, zoom: 12.5, bearing: 0, pitch: 45 },
      layers: [
        { id: 'incidents', visible: true, opacity: 1, filters: { code: '01,0203' } },
        { id: 'units', visible: true, opacity: 0.6, filters: {} },
        { id: 'disputes', visible: false, opacity: 1, filters: {} },
      ],
      time: { preset: '7d' },
      selection: null, screen: null,
    })).toEqual({
      mode: 'situation', view: '118.08900,24.47980,12.50,0.0,45.0',
      layers: 'incidents,units:60,-disputes', time: '7d', filter: 'incidents.code:01,0203',
    })
  })

  it('of a screen of the wall says which one and nothing else', () => {
    const query = writeQuery({ mode: 'wall', screen: '2', camera: { longitude: 118, latitude: 24, zoom: 12, bearing: 0, pitch: 0 }, layers: [], time: { preset: '24h' }, selection: null })
    expect(query).toEqual({ mode: 'wall', screen: '2' })
    expect(readQuery(query, known)).toEqual({ mode: 'wall', screen: '2' })
    expect(readQuery({ screen: 'east wall' }, known)).toEqual({})
  })

  it('opens with what it can read of a mistyped link', () => {
    expect(readQuery({ mode: 'party', view: '118,24', layers: 'nothing,units,units:30', time: 'yesterday', filter: 'units', select: 'units:x' }, known))
      .toEqual({ layers: [{ id: 'units', visible: true, opacity: 1, filters: {} }] })
    expect(readQuery({ view: '118,95,12', time: '2026-02-01T00:00Z~2026-01-01T00:00Z' }, known)).toEqual({})
  })
})
