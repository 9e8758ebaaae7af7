import { sql } from 'kysely'
import { localDay } from '../../layers/time.ts'
import type { LastingVoid } from '../alerts/kinds/evaluator.ts'
import type { Changes, LiveEvent } from '../changes.ts'
import type { Database } from '../database.ts'
import { NotFound, Unavailable, isConnectionError } from '../errors.ts'
import type { City } from '../layers/city.ts'
import { localHour } from '../network/ask-network.ts'
import type { NetworkService } from '../network/network-service.ts'
import type { Units } from '../positions/units.ts'
import { makeBreathe } from './breathe.ts'
import type { CityCells, CityCellsStore } from './city-cells.ts'
import { UnitSnaps } from './counted-units.ts'
import { coverRules, makeGround, type Cover, type CountedUnit, type Ground, type PlacedRule } from './cover-rules.ts'
import { placeRules } from './place-rules.ts'
import { readResponseRules } from './rules/rule.ts'
import { Voids } from './voids.ts'

export interface CoverageOptions { db: Database, changes: Changes, network: NetworkService, units: Units, city: () => Promise<City>, cityCells: CityCellsStore }

const everyMs = 5_000
/** Fixes grow old and hours change without an event. */
const atLeastEveryMs = 60_000
/** What cells are made of changes slowly; an import bumps revisions many times. */
const cellsEveryMs = 60_000
/** Who asked so lately is likely to ask again. */
const interestMs = 120_000

/**
 * Coverage as it is now, for every rule that is switched on: recomputed at most every five seconds, when units moved or
 * changed and somebody wants to know. The process that evaluates the alerts always wants to, keeps the table of voids and
 * tells open maps.
 */
export class Coverage {
  readonly #options: CoverageOptions
  readonly #voids = new Voids()
  #ground: Ground | undefined
  #snaps: UnitSnaps | undefined
  #cells: { city: CityCells, signature: string, readAt: number } | undefined
  #rules: PlacedRule[] | undefined
  #covers: readonly Cover[] = []
  #units: CountedUnit[] = []
  #computedAt = 0
  #persistedAt = 0
  #askedAt = -Infinity
  #dirty = true
  #news = new Set<number>()
  #running: Promise<void> | undefined
  /** The ground's search serves one at a time. */
  #turn: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #loaded: Promise<void> | undefined

  constructor(options: CoverageOptions) { this.#options = options }

  /** @param leads  whether this process keeps the table of voids */
  start(leads: () => boolean): void {
    const { changes, units } = this.#options
    units.on('moved', this.#touch)
    units.on('status', this.#touch)
    units.on('listed', this.#touch)
    changes.on('event', this.#hear)
    this.#timer = setInterval(() => {
      const now = Date.now(), wanted = leads() || now - this.#askedAt < interestMs
      if (wanted && (this.#dirty || now - this.#computedAt >= atLeastEveryMs)) this.refresh().catch(report)
    }, everyMs)
    this.#timer.unref()
  }

  async stop(): Promise<void> {
    const { changes, units } = this.#options
    clearInterval(this.#timer)
    units.off('moved', this.#touch)
    units.off('status', this.#touch)
    units.off('listed', this.#touch)
    changes.off('event', this.#hear)
    await this.#running?.catch(() => {})
  }

  /** Coverage under every rule that is on, five seconds old at most where something changed since. @throws {NotReady} before the road network is built */
  async now(): Promise<readonly Cover[]> {
    this.#askedAt = Date.now()
    if (this.#covers.length === 0 || this.#dirty && Date.now() - this.#computedAt >= everyMs || Date.now() - this.#computedAt >= atLeastEveryMs) await this.refresh()
    return this.#covers
  }

  /** What is at hand, if it is no older; newer is then under way for the next who asks. */
  async recent(maxAgeMs: number): Promise<readonly Cover[]> {
    if (this.#covers.length === 0 || Date.now() - this.#computedAt > maxAgeMs) return this.now()
    this.#askedAt = Date.now()
    if (this.#dirty && Date.now() - this.#computedAt >= everyMs) this.refresh().catch(report)
    return this.#covers
  }

  /** @throws {NotFound} for a rule that isn't there or is switched off */
  async of(ruleId: number): Promise<Cover> {
    const cover = (await this.now()).find(({ rule }) => rule.id === ruleId)
    if (!cover) throw new NotFound('response rule that is on', ruleId)
    return cover
  }

  /** What it was computed on. @throws {Unavailable} before it ever was */
  get ground(): Ground {
    if (!this.#ground) throw new Unavailable('coverage hasn\'t been computed yet')
    return this.#ground
  }

  voidsOf(ruleId: number): ReadonlyMap<string, number> { return this.#voids.of(ruleId) }

  /** Whether a void that began then was there at the rule's first look. */
  isStanding(ruleId: number, since: number): boolean { return this.#voids.isStanding(ruleId, since) }

  /** Voids that an alert may be raised for. */
  async lastingVoids(): Promise<readonly LastingVoid[]> {
    const covers = await this.now()
    return this.#voids.lasting(covers, this.ground.city, Date.now())
  }

  /** The same rule with some units taken away. */
  async without(cover: Cover, unitIds: ReadonlySet<number>): Promise<Cover> {
    const hour = localHour(new Date(cover.at), (await this.#options.city()).time_zone)
    return this.compute([cover], this.#units.filter(({ id }) => !unitIds.has(id)), hour, cover.at).then(([changed]) => changed!)
  }

  /** Coverage by these units, on today's network and cells; one computation at a time. */
  compute(rules: readonly PlacedRule[], units: readonly CountedUnit[], hour: number, at: number): Promise<Cover[]> {
    const turn = this.#turn.then(() => coverRules(this.ground, rules, units, hour, at))
    this.#turn = turn.catch(() => {})
    return turn
  }

  /** Compute now; who comes while it runs waits for the same. */
  refresh(): Promise<void> {
    return this.#running ??= this.#refresh().finally(() => { this.#running = undefined })
  }

  /** Write voids that settled or ended, and tell open maps which rules look different. Only for the process that leads, on its own connection. */
  async persist(db: Database): Promise<void> {
    const now = Date.now()
    if (this.#computedAt === 0) return
    // Another process may have written since: it was the one in between.
    if (now - this.#persistedAt > 4 * everyMs) await this.#voids.reloadWritten(db)
    this.#persistedAt = now
    await this.#voids.persist(db, now)
    const news = [...this.#news]
    this.#news.clear()
    for (const id of news) await sql`SELECT announce_live('coverage', NULL, json_build_object('rule_id', ${id}::integer, 'at', ${new Date(this.#computedAt).toISOString()}::text))`.execute(db)
  }

  async #refresh(): Promise<void> {
    const { db, network, units, city } = this.#options
    await (this.#loaded ??= this.#voids.load(db).catch(error => { this.#loaded = undefined; throw error }))
    const roads = network.current(), { time_zone: timeZone } = await city()
    await this.#readCells(timeZone)
    if (this.#ground?.network !== roads || this.#ground.city !== this.#cells!.city) {
      const turn = this.#turn.then(() => makeGround(roads, this.#cells!.city))
      this.#turn = turn.catch(() => {})
      this.#ground = await turn
      this.#snaps = new UnitSnaps(roads)
      this.#rules = undefined
    }
    this.#rules ??= await placeRules(db, this.#ground.city, (await readResponseRules(db)).filter(({ enabled }) => enabled))
    this.#dirty = false
    const now = Date.now()
    this.#units = await this.#snaps!.count(units.all(), now, makeBreathe())
    const covers = await this.compute(this.#rules, this.#units, localHour(new Date(now), timeZone), now)
    for (const cover of covers) {
      this.#voids.note(cover, this.#ground.city)
      if (looksDifferent(cover, this.#covers.find(({ rule }) => rule.id === cover.rule.id))) this.#news.add(cover.rule.id)
    }
    this.#voids.keepOnly(new Set(covers.map(({ rule }) => rule.id)))
    this.#covers = covers
    this.#computedAt = now
  }

  async #readCells(timeZone: string): Promise<void> {
    const today = localDay(new Date(), timeZone), { cityCells } = this.#options, signature = cityCells.signature(today)
    if (this.#cells?.signature === signature || this.#cells && Date.now() - this.#cells.readAt < cellsEveryMs) return
    this.#cells = { city: await cityCells.get(today), signature, readAt: Date.now() }
  }

  readonly #touch = (): void => { this.#dirty = true }

  readonly #hear = ({ event, data }: LiveEvent): void => {
    if (event !== 'settings' || data.what !== 'response_rules') return
    this.#rules = undefined
    this.#computedAt = 0
    this.#dirty = true
  }
}

const report = (error: unknown): void => { if (!(error instanceof Unavailable) && !isConnectionError(error)) console.error('coverage could not be computed; it is tried again', error) }

/** Whether a map would show it otherwise: some cell's minutes, in halves. */
function looksDifferent(cover: Cover, before: Cover | undefined): boolean {
  if (!before || before.cells !== cover.cells) return true
  const shown = (seconds: number) => Math.min(250, Math.floor(seconds / 30))
  return cover.cells.some(cell => shown(cover.soonest.firstSeconds[cell]!) !== shown(before.soonest.firstSeconds[cell]!))
}
