import { audit } from '../access/audit.ts'
import type { SignedIn } from '../access/sessions.ts'
import type { Services } from '../services.ts'

/** The purpose that the desk's own reads are audited with. */
export const deskPurpose = '处警'
const listMilliseconds = 3_600_000
const lastNoted = new WeakMap<Services, Map<number, number>>()

/**
 * Audit that somebody watches the list, which says where each call is. A desk reads it all day long: once an hour and
 * account is enough to say who did.
 */
export async function noteListRead(services: Services, { account }: SignedIn): Promise<void> {
  let noted = lastNoted.get(services)
  if (!noted) lastNoted.set(services, noted = new Map())
  const now = Date.now()
  if (now - (noted.get(account.id) ?? 0) < listMilliseconds) return
  noted.set(account.id, now)
  await audit(services.db, { accountId: account.id, action: 'restricted read', subject: 'incidents/open', detail: { purpose: deskPurpose } })
}

/** Audit that somebody opened an incident with its restricted part. */
export const noteRecordRead = ({ db }: Services, { account }: SignedIn, incidentId: number): Promise<void> =>
  audit(db, { accountId: account.id, action: 'restricted read', subject: `incidents/${incidentId}`, detail: { purpose: deskPurpose } })
