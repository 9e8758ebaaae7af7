import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from './database.ts'

const mostTries = 4
/** What was read before the locks were taken isn't so any more: the transaction must begin anew. */
export class Outrun extends Error {}

/** PostgreSQL chose this transaction to end a deadlock, or could not serialise it. */
const again = new Set(['40P01', '40001'])

/**
 * Run a write in one transaction; where it lost a deadlock it is run again from the start, so `work` must not have
 * effects outside the database.
 *
 * Order of locks, so that this is rare: incidents, then units, then what hangs on them, the audit entry last.
 */
export async function transact<T>(db: Database, work: (transaction: Database) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (tried === mostTries || !(error instanceof Outrun || again.has(String((error as { code?: unknown }).code)))) throw error
      await sleep(Math.random() * 50 * tried)
    }
  }
}
