// Who may change incidents, and who may not: every route that does, found from the server's own document, is tried with every role.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles, type Role } from '../layers/access.ts'
import type { Asker } from './app.ts'
import { startTestDesk, type TestDesk } from './desk.ts'

interface Trial { method: 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object, allowed: readonly Role[] }

const desk: readonly Role[] = ['dispatcher', 'chief']
let d: TestDesk
const askers = new Map<Role, Asker>()
/** By the route's pattern: a request that would do something if it were allowed. */
let trials: Record<string, Trial>

beforeAll(async () => {
  d = await startTestDesk()
  for (const role of roles) askers.set(role, await d.test.as(role))
  const [one, other, merged] = [await d.take(), await d.take(), await d.take()]
  await d.post(`/api/incidents/${merged}/merge`, { into_id: other })
  const given = await d.take()
  const department = ((await d.desk('/api/departments')).json() as { id: number }[])[0]!.id
  const { handover_id } = (await d.post(`/api/incidents/${given}/handover`, { department_id: department, reason: '移交' })).json()
  const at = (more: string) => `/api/incidents/${one}${more}`
  trials = {
    'POST /api/incidents': { method: 'POST', url: '/api/incidents', payload: { taken_code: '01', channel: 'call', address_id: d.place.id }, allowed: desk },
    'PATCH /api/incidents/{id}': { method: 'PATCH', url: at(''), payload: { version: 1, grade: 1 }, allowed: desk },
    'POST /api/incidents/{id}/notes': { method: 'POST', url: at('/notes'), payload: { text: '记录' }, allowed: desk },
    'POST /api/incidents/{id}/status': { method: 'POST', url: at('/status'), payload: { to: 'dispatched' }, allowed: desk },
    'POST /api/incidents/{id}/result': { method: 'POST', url: at('/result'), payload: { resolved_code: '01', result: '结果' }, allowed: desk },
    'POST /api/incidents/{id}/undo': { method: 'POST', url: at('/undo'), payload: { event_id: 1 }, allowed: desk },
    'POST /api/incidents/{id}/merge': { method: 'POST', url: at('/merge'), payload: { into_id: other }, allowed: desk },
    'DELETE /api/incidents/{id}/merge': { method: 'DELETE', url: `/api/incidents/${merged}/merge`, allowed: desk },
    'POST /api/incidents/{id}/handover': { method: 'POST', url: at('/handover'), payload: { department_id: department, reason: '移交' }, allowed: desk },
    'POST /api/incidents/{id}/recommendation': { method: 'POST', url: at('/recommendation'), payload: {}, allowed: desk },
    'POST /api/incidents/{id}/assignments': { method: 'POST', url: at('/assignments'), payload: { unit_ids: [1] }, allowed: desk },
    'POST /api/handovers/{id}/withdraw': { method: 'POST', url: `/api/handovers/${handover_id}/withdraw`, payload: { reason: '撤回' }, allowed: desk },
    'POST /api/handovers/{id}/resend': { method: 'POST', url: `/api/handovers/${handover_id}/resend`, allowed: desk },
    'POST /api/handovers/{id}/answer': { method: 'POST', url: `/api/handovers/${handover_id}/answer`, payload: { event: 'accepted' }, allowed: desk },
    'POST /api/outbox/{id}/retry': { method: 'POST', url: '/api/outbox/1/retry', allowed: [...desk, 'administrator'] },
    'POST /api/outbox/{id}/cancel': { method: 'POST', url: '/api/outbox/1/cancel', allowed: [...desk, 'administrator'] },
    'POST /api/departments': { method: 'POST', url: '/api/departments', payload: { code: 'x-y', name: 'x', name_en: 'x' }, allowed: ['administrator'] },
    'PATCH /api/departments/{id}': { method: 'PATCH', url: `/api/departments/${department}`, payload: { answer_hours: 5 }, allowed: ['administrator'] },
  }
})
afterAll(() => d.test.stop())

const ask = ({ method, url, payload }: Trial, asker: Asker) => asker(url, { method, ...(payload && { payload }) })

describe('every way to change an incident', () => {
  it('is in the table below', async () => {
    const { paths } = (await d.desk('/api/docs/json')).json() as { paths: Record<string, Record<string, unknown>> }
    const found = Object.entries(paths).filter(([path]) => /^\/api\/(incidents|handovers|outbox|departments)(\/|$)/.test(path))
      .flatMap(([path, operations]) => Object.keys(operations).filter(method => method !== 'get').map(method => `${method.toUpperCase()} ${path}`))
    expect(found.filter(route => !(route in trials))).toEqual([])
  })

  it('is refused to those who don\'t work at a desk, and nothing has changed', async () => {
    const before = await state()
    for (const [route, trial] of Object.entries(trials)) {
      for (const role of roles.filter(each => !trial.allowed.includes(each))) {
        const answer = await ask(trial, askers.get(role)!)
        expect(answer.statusCode, `${route} as ${role}: ${answer.body}`).toBe(403)
        expect(answer.json().detail).toMatch(/only$/)
      }
      expect((await d.test.app.inject({ method: trial.method, url: trial.url, ...(trial.payload && { payload: trial.payload }) })).statusCode, `${route} unsigned`).toBe(401)
    }
    expect(await state()).toEqual(before)
  })

  it('is refused to another station\'s desk', async () => {
    const theirs = await d.test.as('dispatcher', d.theirs)
    for (const [route, trial] of Object.entries(trials)) {
      if (!/\{id\}/.test(route) || /outbox|departments|recommendation|assignments|undo/.test(route)) continue
      const answer = await ask(trial, theirs)
      expect(answer.statusCode, `${route}: ${answer.body}`).toBe(403)
      expect(answer.json().detail).toMatch(/another station/)
    }
  })

  it('is open to a desk: it gets past the door', async () => {
    for (const [route, trial] of Object.entries(trials)) for (const role of trial.allowed)
      expect((await ask(trial, askers.get(role)!)).statusCode, `${route} as ${role}`).not.toBe(403)
  })
})

async function state(): Promise<unknown> {
  return (await sql`SELECT (SELECT sum(version) FROM incident) AS versions, (SELECT count(*) FROM incident) AS incidents, (SELECT count(*) FROM incident_event) AS events,
    (SELECT json_agg(d.* ORDER BY id) FROM department d) AS departments, (SELECT json_agg(h.* ORDER BY id) FROM handover h) AS handovers`.execute(d.test.database.db)).rows
}
