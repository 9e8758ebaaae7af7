import { hostname } from 'node:os'
import { join } from 'node:path'
import { EventEmitter } from 'node:events'
import type { MqttClient } from 'mqtt'
import type { Changes } from '../changes.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database.ts'
import { NotKept, type Fault } from '../errors.ts'
import { addCounts, noCounts, type Counts } from './counts.ts'
import { Courses } from './courses.ts'
import { readFix } from './fix.ts'
import { Gateways, type Gateway } from './gateways.ts'
import { Journal } from './journal.ts'
import { requireFolder } from './journal-folder.ts'
import { startMqtt } from './mqtt.ts'
import { encodeRecords, type StoredFix } from './record.ts'
import { tidyTracks } from './retention.ts'
import { readDatabaseId, readPositionSettings } from './settings.ts'
import { Share, type ShareState } from './share.ts'
import type { Units } from './units.ts'
import { Writer } from './writer.ts'

export type Outcome = Counts & { errors: Fault[] }
/** Who reports: a gateway by its key, the broker, or a crew's own phone. */
export type Source = Gateway | 'mqtt' | 'crew'

const mostErrors = 20
const readEveryMs = 2_000
const tidyEveryMs = 3_600_000
const adoptEveryMs = 30_000

export interface PositionParts { config: Config, db: Database, changes: Changes, units: Units, onError(error: unknown): void }

/** The way of a position from whoever reports it to disk, map, other processes and database. */
export class Positions extends EventEmitter<{ redis: [ShareState] }> {
  readonly counts: Counts = noCounts()
  readonly gateways: Gateways
  readonly #parts: PositionParts
  readonly #journal: Journal
  readonly #writer: Writer
  readonly #share: Share | undefined
  readonly #courses: Courses
  #mqtt: MqttClient | undefined
  readonly #timers: NodeJS.Timeout[] = []

  /** @throws when the database can't be reached */
  static async start(parts: PositionParts): Promise<Positions> {
    await requireFolder(parts.config.journalFolder)
    const positions = new Positions(parts, await readDatabaseId(parts.db))
    await positions.#begin()
    return positions
  }

  private constructor(parts: PositionParts, databaseId: string) {
    super()
    this.setMaxListeners(0)
    const { config, db, units, onError } = parts
    this.#parts = parts
    this.gateways = new Gateways(db)
    this.#courses = new Courses(units)
    this.#journal = new Journal(join(config.journalFolder, databaseId))
    this.#writer = new Writer({ db, journal: this.#journal, onError, onAdopted: fixes => this.#show(fixes, true) })
    if (config.redisUrl) this.#share = new Share(config.redisUrl, databaseId)
  }

  /** Whether positions of other processes are heard; `unused` where this one is alone by configuration. */
  get redis(): ShareState { return this.#share?.state ?? 'unused' }
  /** Whether the broker is connected; `unused` where none is configured. */
  get mqtt(): ShareState { return this.#mqtt ? this.#mqtt.connected ? 'up' : 'down' : 'unused' }
  /** Fixes on disk that aren't in the database yet. */
  get journalled(): number { return this.#journal.pending }
  get writeLagSeconds(): number { return this.#writer.lagSeconds }
  get written(): number { return this.#writer.written }

  /**
   * Judge fixes and keep the good ones. When this resolves they are on disk; the map has them, the database will.
   *
   * @param raw  as they came; what isn't a fix is counted as invalid
   * @throws {NotKept} when the disk won't have them: send all of them again
   */
  async accept(raw: readonly unknown[], source: Source): Promise<Outcome> {
    const now = Date.now()
    const counts = noCounts(), errors: Fault[] = [], kept: StoredFix[] = []
    const oldest = now - this.#parts.config.trackDays * 86_400_000
    let newestAt = -Infinity
    raw.forEach((each, index) => {
      const read = readFix(each, index)
      const fault = !read.ok ? read.fault : read.fix.at < oldest
        ? { pointer: `/fixes/${index}/at`, value: (each as { at: unknown }).at, detail: `is older than tracks are kept (${this.#parts.config.trackDays} days); epoch times are in milliseconds` } : undefined
      if (!read.ok || fault) {
        counts.invalid++
        if (errors.length < mostErrors) errors.push(fault!)
        return
      }
      const { outcome, stored } = this.#courses.judge(read.fix, now)
      counts[outcome]++
      if (stored) kept.push(stored)
      if (outcome !== 'duplicate') newestAt = Math.max(newestAt, read.fix.at)
    })
    if (typeof source === 'object') this.gateways.noteSeen(source, now)
    await this.#keep(kept)
    addCounts(this.counts, counts)
    if (typeof source === 'object') {
      addCounts(source.counts, counts)
      if (newestAt > -Infinity) source.clock.note(newestAt, now)
    }
    return { ...counts, errors }
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    await this.#mqtt?.endAsync(true)
    this.#share?.stop()
    await this.#writer.stop()
    await this.#journal.close()
  }

  async #keep(fixes: readonly StoredFix[]): Promise<void> {
    try {
      // A repeated fix is acknowledged no sooner than the one that it repeats.
      await (fixes.length > 0 ? this.#journal.append(encodeRecords(fixes)) : this.#journal.settled())
    } catch (error) {
      this.#courses.forget(fixes)
      this.#parts.onError(error)
      throw new NotKept(`positions can't be kept now (${(error as Error).message}); send them again`)
    }
    this.#writer.noteAppended(fixes.length)
    this.#show(fixes, false)
    this.#share?.publish(fixes)
  }

  /** @param learn  whether they are news to the courses too: another process had them */
  #show(fixes: readonly StoredFix[], learn: boolean): void {
    if (learn) this.#courses.learn(fixes)
    for (const { unitId, ...fix } of fixes) this.#parts.units.move(unitId, fix)
  }

  async #begin(): Promise<void> {
    const { config, db, changes, units, onError } = this.#parts
    await this.#configure()
    changes.on('event', ({ event, data }) => {
      if (event === 'settings' && (data.what === 'gateways' || data.what === 'positions')) this.#configure().catch(onError)
    })
    units.on('status', ({ id, meaning }) => {
      if (meaning !== 'off_duty') return
      this.#courses.drop(id)
      this.#writer.noteOffDuty(id)
    })
    units.on('removed', ({ id }) => this.#courses.drop(id))
    await this.#journal.adopt()
    this.#writer.start()
    const quietly = (work: () => Promise<unknown>) => () => { work().catch(() => { /* the database is away: the next time */ }) }
    const every = (milliseconds: number, work: () => Promise<unknown>) => { this.#timers.push(setInterval(quietly(work), milliseconds)) }
    every(adoptEveryMs, () => Promise.all([this.#journal.adopt(), this.gateways.saveSeen()]))
    every(tidyEveryMs, () => tidyTracks(db, config.trackDays))
    await tidyTracks(db, config.trackDays)
    this.#startSharing(every)
    if (config.mqttUrl) this.#mqtt = startMqtt({
      url: config.mqttUrl, topic: config.mqttTopic, clientId: `yizhangtu-${hostname()}-${config.port ?? 0}`, accept: fixes => this.accept(fixes, 'mqtt'), onError,
    })
  }

  async #configure(): Promise<void> {
    await this.gateways.load()
    this.#courses.settings = await readPositionSettings(this.#parts.db)
  }

  #startSharing(every: (milliseconds: number, work: () => Promise<unknown>) => void): void {
    const share = this.#share
    if (!share) return
    const { units } = this.#parts
    share.on('fixes', fixes => this.#show(fixes, true))
    // What the others accepted while Redis was away is in the database by now, the last of it within two seconds.
    let readUntil = Infinity
    share.on('state', state => {
      readUntil = state === 'up' ? Date.now() + 3 * readEveryMs : Infinity
      this.emit('redis', state)
    })
    every(readEveryMs, async () => { if (Date.now() < readUntil) await units.readPositions() })
    share.start()
  }
}
