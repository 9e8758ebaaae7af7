import { sql } from 'kysely'
import type { Database } from '../../database.ts'
import type { Answer, Request } from './recommend.ts'

/** Keep what was proposed. @returns its id and time */
export async function saveRecommendation(db: Database, { incident, accountId, request, answer }: { incident: { id: number, received_at: Date }, accountId: number, request: Request, answer: Answer }): Promise<{ id: number, made_at: Date }> {
  const { rows: [row] } = await sql<{ id: number, made_at: Date }>`
    INSERT INTO recommendation (incident_id, received_at, account_id, request, answer)
    VALUES (${incident.id}, ${incident.received_at}, ${accountId}, ${JSON.stringify(request)}, ${JSON.stringify(answer)}) RETURNING id, made_at`.execute(db)
  return row!
}

/** What a recommendation said of units: travel seconds by unit, and which it marked as diverted from something else. */
export interface Said { expected: Map<number, number>, diverted: Set<number> }

export async function readSaid(db: Database, recommendationId: number): Promise<Said> {
  const { rows: [row] } = await sql<{ answer: Answer }>`SELECT answer FROM recommendation WHERE id = ${recommendationId}`.execute(db)
  const { candidates, passed_over } = row?.answer ?? { candidates: [], passed_over: [] }
  return {
    expected: new Map([...candidates, ...passed_over].flatMap(({ unit_id, seconds }) => seconds === null ? [] : [[unit_id, seconds] as const])),
    diverted: new Set(candidates.filter(({ reasons }) => reasons.some(({ code }) => code === 'diversion')).map(({ unit_id }) => unit_id)),
  }
}

export interface SavedRecommendation { id: number, made_at: Date, request: Request, answer: Answer, chosen: number[] | null, chosen_at: Date | null, chosen_by: string | null, reason: string | null }

/** What was proposed for an incident and what was chosen, newest first. */
export async function readRecommendations(db: Database, incidentId: number): Promise<SavedRecommendation[]> {
  const { rows } = await sql<SavedRecommendation>`
    SELECT r.id, r.made_at, r.request, r.answer, to_json(r.chosen) AS chosen, r.chosen_at, a.display_name AS chosen_by, r.reason
    FROM recommendation r LEFT JOIN account a ON a.id = r.chosen_by WHERE r.incident_id = ${incidentId} ORDER BY r.made_at DESC, r.id DESC LIMIT 50`.execute(db)
  return rows
}
