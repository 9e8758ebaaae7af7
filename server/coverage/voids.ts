import { sql } from 'kysely'
import type { LastingVoid } from '../alerts/kinds/evaluator.ts'
import type { Database } from '../database.ts'
import type { CityCells } from './city-cells.ts'
import { isCovered, type Cover } from './cover-rules.ts'
import { meaningOf } from './rules/rule.ts'

/** A void that is shorter isn't worth a row: cells at the edge of a circle come and go with every car that moves. */
const settleMs = 60_000
/** A station's void is worth an alert from so many cells on. */
const leastCells = 3
/** Where more stations than these have a void under a rule, the city as a whole has it. */
const mostStations = 8

/** When a rule was first looked at, and what it meant then. What was a void at that look is how the city stands, no news. */
interface Baseline { meaning: string, at: number }

/**
 * Since when which cells are void, in memory, and what of it is in the database. A process that writes does so by `persist`;
 * the others only keep count.
 */
export class Voids {
  /** By rule and cell (hexadecimal): since when, epoch ms. */
  readonly #open = new Map<number, Map<string, number>>()
  /** Of those, the ones that have a row. */
  readonly #written = new Map<number, Map<string, number>>()
  readonly #baselines = new Map<number, Baseline>()
  #baselinesChanged = false

  /** Know what an earlier process knew. */
  async load(db: Database): Promise<void> {
    const { rows } = await sql<{ rule_id: number, cell: string, since: Date }>`SELECT rule_id, to_hex(cell) AS cell, since FROM void_period WHERE until IS NULL`.execute(db)
    for (const { rule_id, cell, since } of rows) {
      put(this.#open, rule_id, cell, since.getTime())
      put(this.#written, rule_id, cell, since.getTime())
    }
    const { rows: [setting] } = await sql<{ value: Record<string, Baseline> }>`SELECT value FROM setting WHERE key = 'coverage_baseline'`.execute(db)
    for (const [id, baseline] of Object.entries(setting?.value ?? {})) this.#baselines.set(Number(id), baseline)
  }

  /** Take over what is covered at an instant. */
  note(cover: Cover, { cells }: CityCells): void {
    const { rule, at } = cover, meaning = meaningOf(rule), known = this.#open.get(rule.id)
    // A rule that means something else now is looked at for the first time: its voids begin, whatever was void under the old one.
    if (this.#baselines.get(rule.id)?.meaning !== meaning) {
      this.#baselines.set(rule.id, { meaning, at })
      this.#baselinesChanged = true
    }
    const now = new Map<string, number>()
    for (const cell of cover.cells) if (!isCovered(cover, cell)) now.set(cells[cell]!, known?.get(cells[cell]!) ?? at)
    this.#open.set(rule.id, now)
  }

  /** Rules that are gone or switched off have no voids. */
  keepOnly(ruleIds: ReadonlySet<number>): void {
    for (const id of this.#open.keys()) if (!ruleIds.has(id)) this.#open.delete(id)
    for (const id of this.#baselines.keys()) if (!ruleIds.has(id)) { this.#baselines.delete(id); this.#baselinesChanged = true }
  }

  /** Void cells of a rule and since when (epoch ms). */
  of(ruleId: number): ReadonlyMap<string, number> { return this.#open.get(ruleId) ?? new Map() }

  /** Voids that have lasted for their rule's minutes and weren't there from the first look on: by station, largest first. */
  lasting(covers: readonly Cover[], city: CityCells, now: number): LastingVoid[] {
    return covers.flatMap(({ rule, cells }): LastingVoid[] => {
      const open = this.of(rule.id), first = this.#baselines.get(rule.id)?.at ?? 0
      const lasts = (since: number) => since > first && now - since >= rule.void_alert_minutes * 60_000
      const groups = [...Map.groupBy([...cells].filter(cell => lasts(open.get(city.cells[cell]!) ?? now)), cell => city.station[cell]!)]
        .filter(([station, lasting]) => city.stationNames.has(station) && lasting.length >= leastCells).sort((a, b) => b[1].length - a[1].length)
      const told = groups.length > mostStations ? [[null, groups.flatMap(([, lasting]) => lasting)] as const] : groups
      return told.map(([station, lasting]) => ({
        rule_id: rule.id, rule: { name: rule.name, name_en: rule.name_en }, station: station === null ? null : { id: station, name: city.stationNames.get(station)! },
        stations: station === null ? groups.length : 1, cells: lasting.length, since: new Date(Math.min(...lasting.map(cell => open.get(city.cells[cell]!)!))),
        longitude: mean(lasting.map(cell => city.longitude[cell]!)), latitude: mean(lasting.map(cell => city.latitude[cell]!)),
      }))
    })
  }

  /** Write what changed: voids that have settled and those that ended. @returns how many rows were begun and ended */
  async persist(db: Database, now: number): Promise<{ begun: number, ended: number }> {
    const begun: { rule: number, cell: string, since: Date }[] = [], ended: { rule: number, cell: string, since: number }[] = []
    for (const [rule, cells] of this.#open) for (const [cell, since] of cells)
      if (now - since >= settleMs && this.#written.get(rule)?.get(cell) === undefined) begun.push({ rule, cell, since: new Date(since) })
    for (const [rule, cells] of this.#written) for (const [cell, since] of cells) if (this.#open.get(rule)?.get(cell) === undefined) ended.push({ rule, cell, since })
    if (begun.length === 0 && ended.length === 0 && !this.#baselinesChanged) return { begun: 0, ended: 0 }
    await db.transaction().execute(async transaction => {
      await sql`
        UPDATE void_period v SET until = ${new Date(now)} FROM json_to_recordset(${JSON.stringify(ended)}::json) AS e(rule integer, cell text)
        WHERE v.rule_id = e.rule AND v.cell = ('x' || lpad(e.cell, 16, '0'))::bit(64)::bigint AND v.until IS NULL`.execute(transaction)
      await sql`
        INSERT INTO void_period (rule_id, cell, since) SELECT b.rule, ('x' || lpad(b.cell, 16, '0'))::bit(64)::bigint, b.since
        FROM json_to_recordset(${JSON.stringify(begun)}::json) AS b(rule integer, cell text, since timestamptz) JOIN response_rule r ON r.id = b.rule ON CONFLICT DO NOTHING`.execute(transaction)
      if (this.#baselinesChanged) await sql`
        INSERT INTO setting (key, value) VALUES ('coverage_baseline', ${JSON.stringify(Object.fromEntries(this.#baselines))}::jsonb)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`.execute(transaction)
    })
    for (const { rule, cell, since } of begun) put(this.#written, rule, cell, since.getTime())
    for (const { rule, cell } of ended) this.#written.get(rule)!.delete(cell)
    this.#baselinesChanged = false
    return { begun: begun.length, ended: ended.length }
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function put(map: Map<number, Map<string, number>>, rule: number, cell: string, since: number): void {
  const known = map.get(rule)
  if (known) known.set(cell, since); else map.set(rule, new Map([[cell, since]]))
}
