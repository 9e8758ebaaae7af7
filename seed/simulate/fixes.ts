import type { Client } from './client.ts'
import type { Crew } from './crew.ts'

interface Fix { unit: number, at: number, longitude: number, latitude: number, heading?: number, speed_kmh: number, accuracy_metres: number }

/** A unit that moves says where it is every 3 s, one that stands every 45 s. */
const movingMs = 3_000, standingMs = 45_000
/** What a gateway keeps while the server is away. */
const mostKept = 20_000
const mostAtOnce = 5_000

/** The gateway between the crews' devices and the server: collects fixes, sends them, keeps them while it can't. */
export class Fixes {
  readonly #client: Client
  readonly #crews: ReadonlyMap<number, Crew>
  readonly #perSecond: number | undefined
  #kept: Fix[] = []
  #sending = false
  #timer: NodeJS.Timeout | undefined
  #sent = 0
  #told: Record<string, number> = {}
  #since = Date.now()

  /** @param perSecond  of all units together; undefined: as they move */
  constructor(client: Client, crews: ReadonlyMap<number, Crew>, perSecond: number | undefined) {
    this.#client = client
    this.#crews = crews
    this.#perSecond = perSecond
  }

  start(): void {
    const now = Date.now()
    // Not all at once.
    let i = 0
    for (const crew of this.#crews.values()) crew.nextFixAt = now + (i++ % 30) * 100
    this.#timer = setInterval(() => this.#collect(), this.#perSecond === undefined ? 1_000 : 200)
  }

  stop(): void { clearInterval(this.#timer) }

  /** Fixes a second since the last report, and what the server made of them. */
  report(): string {
    const seconds = (Date.now() - this.#since) / 1000
    const told = Object.entries(this.#told).filter(([, n]) => n > 0).map(([verdict, n]) => `${verdict} ${n}`).join(', ')
    const line = `fixes ${(this.#sent / seconds).toFixed(1)}/s (${told || 'none yet'}${this.#kept.length ? `, kept ${this.#kept.length}` : ''})`
    this.#sent = 0
    this.#told = {}
    this.#since = Date.now()
    return line
  }

  #collect(): void {
    const now = Date.now()
    const onDuty = [...this.#crews.values()].filter(crew => crew.onDuty && !crew.facts.manned)
    const every = this.#perSecond === undefined ? undefined : onDuty.length / this.#perSecond * 1000
    for (const crew of onDuty) {
      // After a pause only the present counts.
      if (crew.nextFixAt < now - 5_000) crew.nextFixAt = now
      while (crew.nextFixAt <= now) {
        const at = Math.round(crew.nextFixAt)
        const { longitude, latitude, heading, speedKmh } = crew.spotAt(at)
        this.#kept.push({ unit: crew.id, at, longitude: round(longitude, 1e6), latitude: round(latitude, 1e6), ...(heading !== null && { heading: Math.round(heading) % 360 }), speed_kmh: round(speedKmh, 10), accuracy_metres: 5 })
        crew.nextFixAt += every ?? (crew.moving ? movingMs : standingMs)
      }
    }
    if (this.#kept.length > mostKept) this.#kept = this.#kept.slice(-mostKept)
    void this.#send()
  }

  async #send(): Promise<void> {
    if (this.#sending || this.#kept.length === 0) return
    this.#sending = true
    const batch = this.#kept.slice(0, mostAtOnce)
    try {
      const { errors: _, ...counts } = await this.#client.sendFixes<Record<string, number>>(batch)
      this.#kept = this.#kept.slice(batch.length)
      this.#sent += batch.length
      for (const [verdict, n] of Object.entries(counts)) this.#told[verdict] = (this.#told[verdict] ?? 0) + n
    } catch {
      // Kept, and sent again with what comes next.
    } finally { this.#sending = false }
  }
}

const round = (value: number, parts: number): number => Math.round(value * parts) / parts
