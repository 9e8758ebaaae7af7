import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { Conflict } from '../errors.ts'

/**
 * Do what a request asks for once per account and key, in the caller's transaction. Two at the same moment take turns;
 * work that throws leaves no trace, so that it may be tried again.
 *
 * @param what  what kind of request it is; a key can't serve two kinds
 * @returns the answer, and whether it is the earlier one
 * @throws {Conflict} for a key that was used for something else
 */
export async function once<T>(transaction: Database, { accountId, key, what }: { accountId: number, key: string | null, what: string }, work: () => Promise<T>): Promise<{ answer: T, repeated: boolean }> {
  if (key === null) return { answer: await work(), repeated: false }
  const { rows: [fresh] } = await sql`INSERT INTO answered_request (account_id, key, what) VALUES (${accountId}, ${key}, ${what}) ON CONFLICT DO NOTHING RETURNING key`.execute(transaction)
  if (!fresh) {
    const { rows: [known] } = await sql<{ what: string, answer: T }>`SELECT what, answer FROM answered_request WHERE account_id = ${accountId} AND key = ${key}`.execute(transaction)
    if (known!.what !== what) throw new Conflict(`the key ${key} was used for another request already; make a new one for each`)
    return { answer: known!.answer, repeated: true }
  }
  const answer = await work()
  await sql`UPDATE answered_request SET answer = ${JSON.stringify(answer)} WHERE account_id = ${accountId} AND key = ${key}`.execute(transaction)
  return { answer, repeated: false }
}

/** Forget answers that nobody will ask for again. @returns how many */
export async function forgetAnswers(db: Database, olderThanDays = 7): Promise<number> {
  const { numAffectedRows } = await sql`DELETE FROM answered_request WHERE at < now() - make_interval(days => ${olderThanDays})`.execute(db)
  return Number(numAffectedRows ?? 0)
}
