import { sql } from 'kysely'
import type { SignedIn } from '../access/sessions.ts'
import type { Database } from '../database.ts'
import { readOptionalText, readText } from '../desk/free-text.ts'
import { BadInput, Conflict, Forbidden, NotFound } from '../errors.ts'
import { transact } from '../transact.ts'
import { acceptTask, arriveAtTask, finishTask, noteOnTask, refuseTask, reportResult, type Deed, type Done } from './crew-tasks.ts'
import { requireCrew, type Crew } from './crew.ts'
import { once } from './once.ts'
import { answerRoll, rollCallFor } from './roll-call.ts'
import { setStatus } from './set-status.ts'

export const actionKinds = ['status', 'accept', 'refuse', 'arrive', 'note', 'result', 'roll_call', 'done'] as const

/** One tap on the phone, with a key of its own and the time of the tap. */
export interface Action {
  key: string
  kind: (typeof actionKinds)[number]
  at: Date
  incident_id?: number
  /** Of the unit that it was meant for, where the phone knows it: a tap made on board of one never acts for another. */
  unit_id?: number
  status?: string
  text?: string
  resolved_code?: string
  reason?: string
}

export interface Outcome { key: string, ok: boolean, repeated: boolean, late: boolean, reason?: string }
type Kept = Omit<Outcome, 'key' | 'repeated'>

/** Whoever was without signal for longer has no business with what is going on now. */
const oldestHours = 24

/**
 * Do what a crew's phone collected, in the order of its own times, each in a transaction of its own. What was done stays
 * done when a later one fails; sent again, each is answered as it was the first time.
 *
 * @param offset  milliseconds to add to the phone's times, where its clock is known to be off
 * @throws {Conflict} for an account that is on board of nothing
 */
export async function doActions(db: Database, { account }: SignedIn, actions: readonly Action[], offset = 0): Promise<Outcome[]> {
  const crew = await requireCrew(db, account.id)
  const outcomes = new Map<string, Outcome>()
  const now = Date.now()
  const timed = actions.map(action => ({ ...action, at: new Date(Math.min(action.at.getTime() + offset, now)) }))
  for (const action of timed.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const { answer, repeated } = await transact(db, transaction =>
      once<Kept>(transaction, { accountId: account.id, key: action.key, what: 'duty action' }, () => attempt(transaction, () => perform(transaction, crew, account.id, action))))
    outcomes.set(action.key, { key: action.key, ...answer, repeated })
  }
  return actions.map(({ key }) => outcomes.get(key)!)
}

/** A refusal undoes what its action began and is an answer like any other. */
async function attempt(transaction: Database, work: () => Promise<Done>): Promise<Kept> {
  await sql`SAVEPOINT action`.execute(transaction)
  try {
    const { late } = await work()
    await sql`RELEASE SAVEPOINT action`.execute(transaction)
    return { ok: true, late }
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof BadInput || error instanceof NotFound || error instanceof Forbidden)) throw error
    await sql`ROLLBACK TO SAVEPOINT action`.execute(transaction)
    return { ok: false, late: false, reason: error.message }
  }
}

async function perform(transaction: Database, { unitId, callsign }: Crew, accountId: number, action: Action): Promise<Done> {
  const { at, kind } = action
  if (action.unit_id !== undefined && action.unit_id !== unitId) throw new Conflict(`this was meant for another unit than ${callsign}`)
  if (Date.now() - at.getTime() > oldestHours * 3_600_000) throw new Conflict(`${at.toISOString()} is more than ${oldestHours} hours ago; check the phone's clock`)
  const deed: Deed = { unitId, incidentId: action.incident_id, at, actor: { accountId, name: callsign } }
  switch (kind) {
    case 'accept': return acceptTask(transaction, deed)
    case 'refuse': return refuseTask(transaction, { ...deed, reason: readOptionalText(action.reason, '/body/actions/reason') })
    case 'arrive': return arriveAtTask(transaction, deed)
    case 'done': return finishTask(transaction, deed)
    case 'result': return reportResult(transaction, deed, { resolvedCode: action.resolved_code ?? null, text: readOptionalText(action.text, '/body/actions/text') })
    case 'note': return noteOnTask(transaction, deed, readText(required(action, 'text'), '/body/actions/text'))
    case 'roll_call': return answer(transaction, deed)
    case 'status': {
      const changed = await setStatus(transaction, { unitId, to: required(action, 'status'), at, actor: deed.actor, reason: readOptionalText(action.reason, '/body/actions/reason') })
      if (!changed.ok) throw new Conflict(changed.reason)
      return { late: changed.late }
    }
  }
}

function required(action: Action, field: 'text' | 'status'): string {
  const value = action[field]?.trim()
  if (!value) throw new BadInput({ pointer: `/body/actions/${field}`, value: action[field], detail: `an action ${action.kind} needs it` })
  return value
}

async function answer(transaction: Database, { unitId, at, actor }: Deed): Promise<Done> {
  const call = await rollCallFor(transaction, unitId)
  if (!call) throw new Conflict('there is no roll-call that this unit hasn\'t answered')
  await answerRoll(transaction, { id: call.id, unitId, at, actor })
  return { late: at > call.due_at }
}
