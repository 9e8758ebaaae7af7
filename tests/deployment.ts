// What tests of deployment share: the tiny city with its units heard of just now, who plans there, and one question that is soon solved.
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Told } from '../server/deployment/solve/solved.ts'
import { startTestApp, type Asker, type TestApp } from './app.ts'

export interface PlanningCity { test: TestApp, chief: Asker, analyst: Asker, dispatcher: Asker, /** Of the busiest station, and for it alone. */ stationId: number, stationAnalyst: Asker }

export const selection = { from: '2026-01-01', to: '2026-11-20' }
export const question = { selection, model: 'maximal_covering', posts: 3, wait_ms: 30_000, sites: { junctions: { spacing_metres: 2_000 } } }
export const post = (asker: Asker, url: string, payload: object) => asker(`/api/deployment/${url}`, { method: 'POST', payload })

export async function startPlanningCity(): Promise<PlanningCity> {
  const test = await startTestApp({ alertSeconds: 0 })
  await sql`UPDATE unit_position SET at = now() WHERE at > '2026-11-20T03:30:00Z'`.execute(test.database.db)
  await test.services.units.reload()
  await test.services.network.ready()
  const { rows: [station] } = await sql<{ id: number }>`SELECT station_id AS id FROM incident WHERE station_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`.execute(test.database.db)
  return { test, chief: await test.as('chief'), analyst: await test.as('analyst'), dispatcher: await test.as('dispatcher'), stationId: station!.id, stationAnalyst: await test.as('analyst', station!.id) }
}

/** The question's plan, with more or other parts. */
export async function solved(asker: Asker, more: object = {}): Promise<{ id: string, result: Told }> {
  const answer = (await post(asker, 'runs', { ...question, ...more })).json()
  expect(answer.state, JSON.stringify(answer).slice(0, 500)).toBe('done')
  return answer
}
