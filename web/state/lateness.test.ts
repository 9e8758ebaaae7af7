import { describe, expect, it } from 'vitest'
import { watchLateness } from './lateness.ts'

describe('whether the stream is late', () => {
  it('is told although the two clocks differ by hours', () => {
    const stream = watchLateness()
    const ahead = 3 * 3_600_000
    for (let at = 0; at < 60_000; at += 500) stream.hear(at + ahead, at + 80)
    expect(stream.lateSince(60_000)).toBeNull()
    stream.hear(60_000 + ahead, 69_000)
    // The quickest took 80 ms by these clocks; this one nine seconds.
    expect(stream.lateSince(69_000)).toBe(60_080)
    stream.hear(69_500 + ahead, 69_590)
    expect(stream.lateSince(69_600)).toBeNull()
  })

  it('is told by silence: since the last that was heard', () => {
    const stream = watchLateness()
    expect(stream.lateSince(100_000)).toBeNull()
    stream.hear(0, 10)
    expect(stream.lateSince(30_000)).toBeNull()
    expect(stream.lateSince(40_011)).toBe(10)
  })

  it('forgets a quickest message that clocks no longer bear out', () => {
    const stream = watchLateness()
    // The server's clock is set back by a minute: for a while all seems late, then it is the rule.
    stream.hear(0, 0)
    for (let now = 1_000; now < 1_300_000; now += 1_000) stream.hear(now - 60_000, now)
    expect(stream.lateSince(1_300_000)).toBeNull()
  })
})
