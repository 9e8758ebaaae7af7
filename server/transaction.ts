import type { Database } from './database.ts'

/**
 * Run work in a transaction. When the database says that it lost against another one (a deadlock, or a conflict of
 * versions), everything is rolled back and done again, three times in all.
 */
export async function transact<T>(db: Database, work: (transaction: Database) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt === 3 || !(error instanceof Outrun || ['40001', '40P01'].includes(String((error as { code?: unknown })?.code)))) throw error
    }
  }
}

/** What was read before the locks were taken isn't so any more: the transaction must begin anew. */
export class Outrun extends Error {}
