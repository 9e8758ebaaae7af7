import { ImportRefused } from './refusal.ts'

const hour = 3_600_000

/** A time zone with its offsets remembered by the quarter-hour, because asking Intl for each of a million rows takes minutes. */
export class Zone {
  readonly name: string
  readonly #format: Intl.DateTimeFormat
  readonly #offsets = new Map<number, number>()

  /** @throws {ImportRefused} where the name isn't of the IANA list */
  constructor(name: string) {
    this.name = name
    try {
      this.#format = new Intl.DateTimeFormat('en-US', {
        timeZone: name, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
      })
    } catch { throw new ImportRefused(`the time zone "${name}" is unknown; use an IANA name such as Asia/Shanghai, America/Chicago or UTC`) }
  }

  /** Local minus UTC in milliseconds. */
  offset(instant: number): number {
    const quarter = Math.floor(instant / (hour / 4))
    let offset = this.#offsets.get(quarter)
    if (offset === undefined) {
      const at = quarter * (hour / 4)
      const part = Object.fromEntries(this.#format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
      offset = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second) - at
      this.#offsets.set(quarter, offset)
    }
    return offset
  }

  /**
   * The instant of a local time, given as if it were UTC. A time that comes twice (clocks go back) means the first;
   * one that never comes (clocks go forward) is undefined.
   */
  instant(local: number): number | undefined {
    const early = local - this.offset(local - 24 * hour)
    if (early + this.offset(early) === local) return early
    const late = local - this.offset(local + 24 * hour)
    return late + this.offset(late) === local ? late : undefined
  }
}

const zones = new Map<string, Zone>()
export function zone(name: string): Zone {
  let known = zones.get(name)
  if (!known) { known = new Zone(name); zones.set(name, known) }
  return known
}
