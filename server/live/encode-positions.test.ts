// Both ends of the wire: what is encoded here is what the client reads there.
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../seed/random.ts'
import { decodePositions, type HeardPositions } from '../../web/live/decode-positions.ts'
import { PositionEncoder, type Locatable } from './encode-positions.ts'

const now = Date.parse('2026-11-22T08:00:00Z')
const unit = (id: number, longitude: number, latitude: number, at = now - 1_000, heading: number | null = 90, speedKmh: number | null = 40): Locatable => ({ id, fix: { longitude, latitude, at, heading, speedKmh } })

describe('positions on the wire', () => {
  it('arrive as they were, to a metre, a tenth of a second, a degree and a km/h', () => {
    const encoder = new PositionEncoder(), heard: HeardPositions = new Map()
    const message = encoder.changes([unit(4_294_967_295, -180, -90, now - 86_400_000, null, null), unit(7, 118.123456, 24.654321, now - 1_234, 359.9, 61.4), unit(8, 180, 90, now + 500, 0, 900)], now)!
    expect(decodePositions(message, heard)).toEqual({ moved: [7, 8, 4_294_967_295], gone: [] })
    expect(heard.get(7)).toEqual({ longitude: 118.12346, latitude: 24.65432, at: now - 1_200, heading: 360, speedKmh: 61 })
    expect(heard.get(8)).toEqual({ longitude: 180, latitude: 90, at: now, heading: 0, speedKmh: 254 })
    expect(heard.get(4_294_967_295)).toEqual({ longitude: -180, latitude: -90, at: now - 86_400_000, heading: null, speedKmh: null })
  })

  it('say nothing when nothing is new', () => {
    const encoder = new PositionEncoder(), units = [unit(1, 118, 24)]
    expect(encoder.changes(units, now)).toBeDefined()
    expect(encoder.changes(units, now + 500)).toBeUndefined()
    expect(encoder.changes([{ id: 2, fix: null }], now)).toBeUndefined()
  })

  it('name the unit that left the map, and tell it whole when it is back', () => {
    const encoder = new PositionEncoder(), heard: HeardPositions = new Map()
    decodePositions(encoder.changes([unit(5, 118, 24)], now)!, heard)
    const left = encoder.changes([{ id: 5, fix: null }], now)!
    expect(left).toMatchObject({ n: 0, gone: [5] })
    expect(decodePositions(left, heard)).toEqual({ moved: [], gone: [5] })
    expect(heard.size).toBe(0)
    decodePositions(encoder.changes([unit(5, 118.5, 24.5)], now)!, heard)
    expect(heard.get(5)).toMatchObject({ longitude: 118.5, latitude: 24.5 })
  })

  it('keep a listener from the first and one that joined late level, for as long as it lasts', () => {
    const random = createRandom(5, 'wire'), encoder = new PositionEncoder()
    const units = Array.from({ length: 400 }, (_, i) => unit(1 + i * 3, 118 + random.next(), 24 + random.next()))
    const early: HeardPositions = new Map()
    let late: HeardPositions = new Map([[999_999, { longitude: 0, latitude: 0, at: 0, heading: null, speedKmh: null }]])
    for (let tick = 0; tick < 300; tick++) {
      const at = now + tick * 500
      for (const each of units) {
        if (random.chance(0.01)) each.fix = each.fix ? null : { longitude: 118, latitude: 24, at, heading: null, speedKmh: null }
        else if (each.fix && random.chance(0.5)) each.fix = { ...each.fix, longitude: each.fix.longitude + random.between(-1e-3, 1e-3), latitude: each.fix.latitude + random.between(-1e-3, 1e-3), at: at - 100 }
      }
      const message = encoder.changes(units, at)
      if (message) decodePositions(message, early)
      if (tick === 100) decodePositions(encoder.everything(at), late)
      else if (tick > 100 && message) decodePositions(message, late)
    }
    expect(early.size).toBeGreaterThan(100)
    const sorted = (heard: HeardPositions) => [...heard].sort(([a], [b]) => a - b).map(([id, { at: _, ...rest }]) => [id, rest])
    expect(sorted(late)).toEqual(sorted(early))
    for (const { id, fix } of units) {
      expect(early.has(id)).toBe(fix !== null)
      if (fix) expect(Math.abs(early.get(id)!.longitude - fix.longitude)).toBeLessThan(0.51e-5)
    }
    late = new Map(early)
    expect(decodePositions({ ...encoder.everything(now), n: 1, p: 'CgAAAAAA', full: true }, late).gone).not.toContain(10)
  })

  it('are refused when they end too early or too late', () => {
    expect(() => decodePositions({ at: new Date(now).toISOString(), n: 1, p: btoa('\u0001\u0002') }, new Map())).toThrow(/ends within a record/)
    expect(() => decodePositions({ at: new Date(now).toISOString(), n: 0, p: btoa('\u0001') }, new Map())).toThrow(/ends after 0/)
  })

  it('take about six bytes for a car that goes on as it went', () => {
    const encoder = new PositionEncoder(), units = Array.from({ length: 1_000 }, (_, i) => unit(1 + i, 118 + i / 1_000, 24))
    encoder.changes(units, now)
    for (const each of units) each.fix = { ...each.fix!, longitude: each.fix!.longitude + 1.5e-4, at: now }
    expect(Buffer.from(encoder.changes(units, now + 500)!.p, 'base64').length / 1_000).toBeLessThan(6.5)
  })
})
