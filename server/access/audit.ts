import { sql } from 'kysely'
import type { Database } from '../database.ts'

export interface AuditEntry { accountId: number | null, action: string, subject: string, detail?: Record<string, unknown> }

/** Append to the audit log. The database numbers, times and chains the entry; it can't be changed afterwards. */
export async function audit(db: Database, { accountId, action, subject, detail = {} }: AuditEntry): Promise<void> {
  await sql`INSERT INTO audit (account_id, action, subject, detail) VALUES (${accountId}, ${action}, ${subject}, ${JSON.stringify(detail)})`.execute(db)
}
