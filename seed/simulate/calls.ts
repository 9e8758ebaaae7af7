import type { Random } from '../random.ts'
import type { PastCall } from './read-city.ts'

/** Calls as the city's own past has them: each is modelled on one that came in at the same hour of the day. */
export class Calls {
  readonly #byHour: Map<number, PastCall[]>
  readonly #random: Random
  readonly #perHour: number
  readonly #size: number

  /** @param perHour  on average over the day */
  constructor(past: readonly PastCall[], random: Random, perHour: number) {
    this.#byHour = Map.groupBy(past, call => call.hour)
    this.#size = past.length
    this.#random = random
    this.#perHour = perHour
  }

  /** Calls an hour that are to be expected at an hour of the day. */
  rateAt(hour: number): number {
    return this.#size === 0 ? 0 : this.#perHour * 24 * (this.#byHour.get(hour)?.length ?? 0) / this.#size
  }

  /** Seconds until the next one; Infinity where none comes. */
  wait(hour: number): number {
    const rate = this.rateAt(hour)
    return rate === 0 ? Infinity : this.#random.exponential(3600 / rate)
  }

  /** What a call at this hour is about, as the desk takes it. */
  draw(hour: number): Record<string, unknown> {
    const past = this.#random.pick(this.#byHour.get(hour)!)
    // At an address it is that address again; on the street, somewhere near.
    const off = past.addressId === null ? 0.0004 : 0
    return {
      taken_code: past.code, channel: past.channel, longitude: past.longitude + off * this.#random.normal(), latitude: past.latitude + off * this.#random.normal(),
      ...(past.addressId !== null && { address_id: past.addressId }), ...(past.location !== null && { location_text: past.location }),
      summary: `${past.kind}，报警人在现场等候`,
    }
  }
}
