import { EventEmitter } from 'node:events'
import type { Changes, LiveEvent } from '../changes.ts'
import type { Database } from '../database.ts'
import type { Meaning } from '../dispatch/change-status.ts'
import { PointGrid } from './point-grid.ts'
import { readPositions, readUnits, type UnitRow } from './read-units.ts'

export interface UnitFix { longitude: number, latitude: number, at: number, heading: number | null, speedKmh: number | null }

/** A unit now. Times are epoch milliseconds. The object stays the same for as long as the unit is known; its fields change. */
export interface UnitNow {
  id: number
  callsign: string
  kind: string
  capabilities: readonly string[]
  deviceKey: string | null
  status: string
  meaning: Meaning
  statusSince: number
  /** When it came on duty, as far as that is known; null off duty. What a device says of before then is not ours to keep. */
  dutySince: number | null
  stationId: number | null
  shiftFrom: number | null
  shiftTo: number | null
  crew: number
  incidentId: number | null
  /** The newest fix; always null off duty. */
  fix: UnitFix | null
}

interface Events {
  /** A newer fix. */
  moved: [unit: UnitNow]
  /** Another status; its fix is gone when that is off duty. */
  status: [unit: UnitNow]
  /** Units came, went or got other properties. */
  listed: []
}

/** Reloads while statuses change all the time: no more often than this. */
const reloadEveryMs = 2_000

/**
 * Every unit in memory: loaded at the start, then kept by what the database announces and by fixes as they are accepted.
 * Moving one and finding the nearest cost the same for ten thousand as for ten.
 */
export class Units extends EventEmitter<Events> {
  readonly #db: Database
  readonly #byId = new Map<number, UnitNow>()
  readonly #byDevice = new Map<string, UnitNow>()
  readonly #slots = new Map<number, number>()
  readonly #units: (UnitNow | undefined)[] = []
  readonly #freeSlots: number[] = []
  readonly #grid = new PointGrid()
  /** When an event last spoke of a unit, by performance.now(): a reload that began before knows less. */
  readonly #heard = new Map<number, number>()
  #reload: NodeJS.Timeout | undefined
  #loading = Promise.resolve()
  #reloadedAt = 0
  #version = 0

  constructor(db: Database) {
    super()
    this.#db = db
    this.setMaxListeners(0)
  }

  /** Load everything and follow what is announced. @throws when the database can't be reached */
  async start(changes: Changes): Promise<void> {
    changes.on('event', event => { if (event.event === 'unit') this.#hear(event) })
    changes.on('revision', ({ layer }) => { if (layer === 'units') this.#reloadSoon() })
    changes.on('health', ({ database }) => { if (database === 'up') this.#reloadSoon() })
    await this.reload()
  }

  stop(): void { clearTimeout(this.#reload) }

  /** Counts every change of anything here. */
  get version(): number { return this.#version }

  /** Every unit, off duty too (fix null then). */
  all(): Iterable<UnitNow> { return this.#byId.values() }

  get(id: number): UnitNow | undefined { return this.#byId.get(id) }

  /** The unit that a positioning gateway calls by this key. */
  byDevice(deviceKey: string): UnitNow | undefined { return this.#byDevice.get(deviceKey) }

  /** Nearest on-duty units that have a fix, by straight line, nearest first. */
  nearest(longitude: number, latitude: number, limit: number, accept?: (unit: UnitNow) => boolean): { unit: UnitNow, metres: number }[] {
    return this.#grid.nearest(longitude, latitude, limit, slot => accept === undefined || accept(this.#units[slot]!))
      .map(({ slot, metres }) => ({ unit: this.#units[slot]!, metres }))
  }

  /** Take a fix over if it is newer than the one known. @returns whether it was; never for a unit that is unknown or off duty */
  move(id: number, fix: UnitFix): boolean {
    const unit = this.#byId.get(id)
    if (!unit || unit.meaning === 'off_duty' || (unit.fix && unit.fix.at >= fix.at)) return false
    this.#place(unit, fix)
    this.emit('moved', unit)
    return true
  }

  /** Read everything anew. */
  async reload(): Promise<void> {
    this.#loading = this.#loading.catch(() => {}).then(async () => {
      const began = this.#reloadedAt = performance.now()
      const rows = await readUnits(this.#db)
      this.#learn(rows, began)
    })
    await this.#loading
  }

  /** Take over newer fixes that another process wrote. */
  async readPositions(): Promise<void> {
    for (const { id, at, longitude, latitude, heading, speed_kmh } of await readPositions(this.#db))
      this.move(id, { at, longitude, latitude, heading, speedKmh: speed_kmh })
  }

  #reloadSoon(): void {
    this.#reload ??= setTimeout(() => {
      this.#reload = undefined
      // While the database is away the next news of its return brings us back here.
      this.reload().catch(() => {})
    }, Math.max(100, this.#reloadedAt + reloadEveryMs - performance.now()))
  }

  #learn(rows: readonly UnitRow[], began: number): void {
    const gone = new Set(this.#byId.keys())
    const before = this.#version
    this.#byDevice.clear()
    for (const row of rows) {
      gone.delete(row.id)
      const unit = this.#byId.get(row.id) ?? this.#add(row)
      Object.assign(unit, { callsign: row.callsign, kind: row.kind, capabilities: row.capabilities, deviceKey: row.device_key, stationId: row.station_id,
        shiftFrom: row.shift_from, shiftTo: row.shift_to, crew: row.crew })
      if (row.device_key !== null) this.#byDevice.set(row.device_key, unit)
      if ((this.#heard.get(row.id) ?? -1) < began) {
        this.#heard.delete(row.id)
        this.#changeStatus(unit, { ...row, statusSince: row.status_since, incidentId: row.incident_id })
        if (unit.meaning !== 'off_duty') unit.dutySince = row.duty_since
      }
      if (row.fix_at !== null) this.move(row.id, { at: row.fix_at, longitude: row.longitude!, latitude: row.latitude!, heading: row.heading, speedKmh: row.speed_kmh })
    }
    for (const id of gone) this.#remove(id)
    this.#version = before + 1
    this.emit('listed')
  }

  #add({ id, status, meaning, status_since, duty_since, incident_id }: UnitRow): UnitNow {
    if (id > 0xFFFF_FFFF) throw new RangeError(`unit id ${id} is above 4294967295, which positions have no room for`)
    const unit: UnitNow = {
      id, callsign: '', kind: '', capabilities: [], deviceKey: null, status, meaning, statusSince: status_since, dutySince: meaning === 'off_duty' ? null : duty_since,
      stationId: null, shiftFrom: null, shiftTo: null, crew: 0, incidentId: incident_id, fix: null,
    }
    const slot = this.#freeSlots.pop() ?? this.#units.length
    this.#byId.set(id, unit)
    this.#slots.set(id, slot)
    this.#units[slot] = unit
    return unit
  }

  #remove(id: number): void {
    const unit = this.#byId.get(id)!
    this.#takeOff(unit)
    const slot = this.#slots.get(id)!
    this.#byId.delete(id)
    this.#slots.delete(id)
    this.#units[slot] = undefined
    this.#freeSlots.push(slot)
  }

  #hear({ data }: LiveEvent): void {
    const { id, status, meaning, status_since, incident_id, shift_to } = data as
      { id: number, status: string, meaning: Meaning, status_since: string, incident_id: number | null, shift_to: string | null }
    this.#heard.set(id, performance.now())
    const unit = this.#byId.get(id)
    // A new unit: its revision brings the rest.
    if (!unit) return
    unit.shiftTo = shift_to === null ? null : Date.parse(shift_to)
    this.#changeStatus(unit, { status, meaning, statusSince: Date.parse(status_since), incidentId: incident_id })
  }

  #changeStatus(unit: UnitNow, { status, meaning, statusSince, incidentId }: Pick<UnitNow, 'status' | 'meaning' | 'statusSince' | 'incidentId'>): void {
    if (unit.status === status && unit.meaning === meaning && unit.statusSince === statusSince && unit.incidentId === incidentId) return
    if (unit.meaning === 'off_duty' && meaning !== 'off_duty') unit.dutySince = statusSince
    Object.assign(unit, { status, meaning, statusSince, incidentId })
    if (meaning === 'off_duty') this.#takeOff(unit)
    this.#version++
    this.emit('status', unit)
  }

  #place(unit: UnitNow, fix: UnitFix): void {
    unit.fix = fix
    this.#grid.place(this.#slots.get(unit.id)!, fix.longitude, fix.latitude)
    this.#version++
  }

  #takeOff(unit: UnitNow): void {
    unit.fix = null
    unit.dutySince = null
    this.#grid.remove(this.#slots.get(unit.id)!)
  }
}
