import type { Database } from '../database.ts'
import { evaluators as allEvaluators } from './kinds/all.ts'
import type { Evaluators, LastingVoid } from './kinds/evaluator.ts'
import { reconcile, type Finding, type Reconciled } from './reconcile.ts'
import { inForce } from './rules/in-force.ts'
import { readRules, type AlertKind } from './rules/rule.ts'
import { readStationsUnder } from './rules/where.ts'

export interface EvaluationOptions {
  now: Date
  timeZone: string
  voids: () => Promise<readonly LastingVoid[]>
  /** Only these kinds, where something happened that concerns no other. */
  kinds?: readonly AlertKind[]
  /** Hears of a kind that couldn't be evaluated; its alerts stay as they are. */
  onError: (kind: AlertKind, error: unknown) => void
  evaluators?: Evaluators
}

/** Look at every rule once: what holds now, against what is open. Rules that aren't in force now hold nothing. */
export async function evaluateAlerts(db: Database, { now, timeZone, voids, kinds, onError, evaluators = allEvaluators }: EvaluationOptions): Promise<Reconciled> {
  const rules = await readRules(db)
  const concerned = kinds ? rules.filter(({ kind }) => kinds.includes(kind)) : rules
  const active = concerned.filter(rule => inForce(rule, now, timeZone))
  const under = await readStationsUnder(db, active.flatMap(({ division_id }) => division_id ?? []))
  const findings: Finding[] = concerned.filter(rule => !active.includes(rule)).map(rule => ({ rule, held: [] }))
  for (const [kind, ofKind] of Map.groupBy(active, rule => rule.kind)) {
    try {
      const held = await evaluators[kind]({ db, now, timeZone, under, voids }, ofKind)
      for (const rule of ofKind) findings.push({ rule, held: held.get(rule.id) ?? [] })
    } catch (error) {
      onError(kind, error)
    }
  }
  return reconcile(db, findings, new Set(rules.map(({ id }) => id)), now)
}
