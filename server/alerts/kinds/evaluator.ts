import type { Database } from '../../database.ts'
import type { AlertKind, AlertRule } from '../rules/rule.ts'
import type { StationsUnder } from '../rules/where.ts'

/** Something that holds now and that a rule wants to be told of. One open alert a rule and subject. */
export interface Held {
  subject: string
  level: 'warn' | 'alert'
  station_id: number | null
  incident_id: number | null
  unit_id: number | null
  longitude: number | null
  latitude: number | null
  /** Figures for its text, by kind. Never restricted text. */
  data: Record<string, unknown>
}

/** A void that has lasted: cells of one station, or of the whole city where it is too many stations to name. */
export interface LastingVoid {
  rule_id: number
  rule: { name: string, name_en: string }
  station: { id: number, name: string } | null
  /** How many stations, where it is the whole city. */
  stations: number
  cells: number
  since: Date
  longitude: number
  latitude: number
}

/** What an evaluation looks at. */
export interface Moment {
  db: Database
  now: Date
  timeZone: string
  under: StationsUnder
  /** Voids that have lasted for their rule's minutes, as coverage knows them. */
  voids(): Promise<readonly LastingVoid[]>
}

/** One kind of rule: `read` asks for the facts once for all rules of the kind, `hold` is pure. */
export interface Evaluator<Facts> {
  read(moment: Moment, rules: readonly AlertRule[]): Promise<Facts>
  hold(rule: AlertRule, facts: Facts, moment: Pick<Moment, 'now' | 'under'>): Held[]
}

/** Everything that holds now, for each rule of one kind. */
export type Evaluate = (moment: Moment, rules: readonly AlertRule[]) => Promise<Map<number, Held[]>>
export type Evaluators = Readonly<Record<AlertKind, Evaluate>>

export const evaluateWith = <Facts>({ read, hold }: Evaluator<Facts>): Evaluate => async (moment, rules) => {
  const facts = await read(moment, rules)
  return new Map(rules.map(rule => [rule.id, hold(rule, facts, moment)]))
}

export const minutesBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 60_000
