import { covers, type Disclosure } from '../../layers/access.ts'
import type { UnitNow, Units } from '../positions/units.ts'
import { PositionEncoder } from './encode-positions.ts'
import type { Listener } from './listener.ts'
import { encodeEvent } from './ring.ts'

/** Listeners who may see the same units; each message is encoded once for all of them. */
export class PositionGroup {
  readonly listeners = new Set<Listener>()
  readonly #encoder = new PositionEncoder()
  readonly #sees: (unit: UnitNow) => boolean
  #full: Buffer | undefined

  constructor(units: Iterable<UnitNow>, { rows }: Pick<Disclosure, 'rows'>) {
    this.#sees = rows === 'all' ? () => true : unit => covers(rows, unit.stationId)
    this.#encoder.changes([...units].filter(this.#sees), Date.now())
  }

  /** Everything that this group was told so far: after it, the next `tell` fits. */
  get full(): Buffer { return this.#full ??= encodeEvent('positions', this.#encoder.everything(Date.now())) }

  /** Tell every listener what changed. */
  tell(changed: readonly UnitNow[], at: number): void {
    const message = this.#encoder.changes(changed.filter(this.#sees), at)
    if (!message) return
    this.#full = undefined
    const bytes = encodeEvent('positions', message)
    for (const listener of this.listeners) listener.sendPositions(bytes)
  }
}

/** What moved, told once a tick to groups of listeners by what they may see. */
export class PositionGroups {
  /** For listeners who want none: nobody is in it. */
  readonly none = new PositionGroup([], { rows: [] })
  readonly #units: Units
  readonly #groups = new Map<string, PositionGroup>()
  readonly #changed = new Set<UnitNow>()
  readonly #timer: NodeJS.Timeout

  constructor(units: Units, tickMs: number) {
    this.#units = units
    const note = (unit: UnitNow) => { if (this.#groups.size > 0) this.#changed.add(unit) }
    units.on('moved', note)
    units.on('status', note)
    units.on('removed', note)
    this.#timer = setInterval(() => this.#tick(), tickMs)
  }

  stop(): void { clearInterval(this.#timer) }

  /** The group for callers of this disclosure. */
  group(disclosure: Disclosure): PositionGroup {
    let group = this.#groups.get(disclosure.key)
    if (!group) this.#groups.set(disclosure.key, group = new PositionGroup(this.#units.all(), disclosure))
    return group
  }

  #tick(): void {
    const changed = [...this.#changed], at = Date.now()
    this.#changed.clear()
    for (const [key, group] of this.#groups) {
      if (group.listeners.size === 0) this.#groups.delete(key)
      else if (changed.length > 0) group.tell(changed, at)
    }
  }
}
