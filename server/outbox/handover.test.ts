import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Asker } from '../../tests/app.ts'
import { startDepartmentReceiver, type DepartmentReceiver } from '../../tests/department-receiver.ts'
import { startTestDesk, type TestDesk } from '../../tests/desk.ts'
import { Outbox } from './outbox.ts'

let d: TestDesk, receiver: DepartmentReceiver, administrator: Asker
/** The department with a system of its own, and one that is told by hand. */
let wired: number, byHand: number
let base: string

beforeAll(async () => {
  d = await startTestDesk()
  receiver = await startDepartmentReceiver()
  administrator = await d.test.as('administrator')
  base = await d.test.app.listen({ host: '127.0.0.1', port: 0 })
  const made = await d.post('/api/departments', { code: 'parks', name: '园林局', name_en: 'Parks', url: receiver.url, secret: receiver.secret, answer_hours: 4 }, administrator)
  if (made.statusCode !== 201) throw new Error(made.body)
  wired = made.json().id
  byHand = ((await d.desk('/api/departments')).json() as { id: number, code: string }[]).find(({ code }) => code === 'market')!.id
})
afterAll(async () => {
  await d.test.stop()
  await receiver.stop()
})
beforeEach(() => {
  receiver.failNext(0)
  receiver.hang(false)
  receiver.received.length = receiver.requests.length = 0
})

const give = async (department: number, payload: object = {}) => {
  const id = await d.take({ taken_code: '060103', location_text: '广场东侧' })
  const answer = await d.post(`/api/incidents/${id}/handover`, { department_id: department, reason: '非警务警情', ...payload })
  expect(answer.statusCode, answer.body).toBe(200)
  return { id, handover: answer.json().handover_id as number }
}
const keyOf = async (handover: number) => (await sql<{ key: string }>`SELECT key FROM handover WHERE id = ${handover}`.execute(d.test.database.db)).rows[0]!.key
const say = async (handover: number, event: string, more: object = {}, options?: Parameters<DepartmentReceiver['answer']>[3]) =>
  receiver.answer(base, 'parks', { event, handover_key: await keyOf(handover), ...more }, options)
const outbox = async (state = 'all', asker = d.desk) => (await asker(`/api/outbox?state=${state}`)).json().items as { id: number, handover_id: number, attempts: number, last_status: number | null, last_error: string | null, next_attempt_at: string | null, delivered_at: string | null, given_up_at: string | null }[]
const itemOf = async (handover: number) => (await outbox()).find(item => item.handover_id === handover)!
const dueNow = (handover: number) => sql`UPDATE outbox SET next_attempt_at = now() WHERE handover_id = ${handover} AND next_attempt_at IS NOT NULL`.execute(d.test.database.db)

describe('an incident that is another department\'s', () => {
  it('is sent there signed, with what they need; its units are free; it stays on the list until they end it', async () => {
    const id = await d.take({ taken_code: '060103', location_text: '广场东侧' })
    const unit = await d.send(id)
    expect((await d.post(`/api/incidents/${id}/handover`, { department_id: wired, reason: '非警务警情' })).statusCode).toBe(200)
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), { timeout: 5_000 })
    const { number, code, longitude } = await d.read(id)
    expect(receiver.received[0]).toMatchObject({
      event: 'handover.sent', handover: { department: 'parks', reason: '非警务警情', key: expect.stringMatching(/^[\da-f-]{36}$/) },
      incident: { number, code, name: '广场舞噪音', longitude, location_text: '广场东侧' },
    })
    expect(Date.parse(receiver.received[0]!.handover.due_at) - Date.now()).toBeGreaterThan(3.9 * 3_600_000)
    expect(receiver.requests).toMatchObject([{ signed: true, answered: 204 }])
    const { rows: [freed] } = await sql<{ status: string }>`SELECT status FROM unit WHERE id = ${unit}`.execute(d.test.database.db)
    expect(freed!.status).toBe('available')
    const listed = (await d.desk('/api/incidents/open')).json().incidents.find((one: { id: number }) => one.id === id)
    expect(listed).toMatchObject({ status: 'transferred', units: [], handover: { department: '园林局', department_en: 'Parks', state: 'sent', has_url: true } })
    expect((await d.post(`/api/incidents/${id}/status`, { to: 'closed' })).json().detail).toMatch(/with another department/)
  })

  it('ends when the department closes it, with its outcome as the result', async () => {
    const { id, handover } = await give(wired)
    expect((await say(handover, 'accepted', { actor: '工单员03' })).status).toBe(204)
    expect(await d.read(id)).toMatchObject({ status: 'transferred', handover: { state: 'accepted' } })
    expect((await say(handover, 'closed', { outcome: '已劝离' })).status).toBe(204)
    const done = await d.read(id)
    expect(done).toMatchObject({ status: 'closed', result: '已劝离', handover: { state: 'closed' } })
    expect(done.events.filter(({ kind }) => kind === 'handover').map(({ actor, detail }) => [actor, detail.state])).toEqual([[expect.stringMatching(/^dispatcher/), 'sent'], ['园林局 工单员03', 'accepted'], ['园林局', 'closed']])
    await vi.waitFor(() => expect(d.heard.findLast(({ data }) => data.id === id)!.data).toMatchObject({ change: 'handover', status: 'closed' }))
  })

  it('comes back to the desk when the department returns it, however old it is, and can be given to another', async () => {
    const { id, handover } = await give(wired)
    await sql`UPDATE incident SET received_at = received_at - interval '6 days' WHERE id = ${id}`.execute(d.test.database.db)
    for (const table of ['incident_event', 'handover']) await sql`UPDATE ${sql.table(table)} SET received_at = (SELECT received_at FROM incident WHERE id = ${id}) WHERE incident_id = ${id}`.execute(d.test.database.db)
    expect((await say(handover, 'returned', { outcome: '不属我局职责' })).status).toBe(204)
    const listed = (await d.desk('/api/incidents/open')).json().incidents.find((one: { id: number }) => one.id === id)
    expect(listed).toMatchObject({ status: 'returned', handover: { state: 'returned' } })
    expect((await d.read(id)).events.at(-1)).toMatchObject({ kind: 'handover', detail: { state: 'returned', outcome: '不属我局职责' } })
    expect((await d.post(`/api/incidents/${id}/handover`, { department_id: byHand, reason: '市场监管' })).statusCode).toBe(200)
    expect((await d.read(id)).handover).toMatchObject({ state: 'sent', has_url: false })
  })

  it('that is told by hand is answered by hand; one that is wired answers itself', async () => {
    const { id, handover } = await give(byHand)
    expect(await itemOf(handover)).toBeUndefined()
    expect((await d.post(`/api/handovers/${handover}/resend`)).json().detail).toMatch(/by hand/)
    expect((await d.post(`/api/handovers/${handover}/answer`, { event: 'accepted' })).statusCode).toBe(200)
    expect((await d.post(`/api/handovers/${handover}/answer`, { event: 'closed', outcome: '已办结' })).statusCode).toBe(200)
    expect(await d.read(id)).toMatchObject({ status: 'closed', result: '已办结' })
    expect((await d.post(`/api/handovers/${handover}/answer`, { event: 'returned' })).json().detail).toMatch(/ended already \(closed\)/)
    const other = await give(wired)
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), { timeout: 5_000 })
    await vi.waitFor(async () => expect((await d.post(`/api/handovers/${other.handover}/answer`, { event: 'closed' })).json().detail).toMatch(/answers itself/))
  })

  it('can be taken back: it is ours again and the department is told', async () => {
    const { id, handover } = await give(wired)
    await vi.waitFor(async () => expect((await itemOf(handover)).delivered_at).not.toBeNull(), { timeout: 5_000 })
    expect((await d.post(`/api/handovers/${handover}/withdraw`, { reason: '警方继续处置' })).statusCode).toBe(200)
    expect(await d.read(id)).toMatchObject({ status: 'returned', handover: { state: 'withdrawn' } })
    await vi.waitFor(() => expect(receiver.received.map(({ event }) => event)).toEqual(['handover.sent', 'handover.withdrawn']), { timeout: 5_000 })
    expect(receiver.received[1]!.handover).toMatchObject({ key: receiver.received[0]!.handover.key, reason: '警方继续处置' })
    const late = await say(handover, 'closed')
    expect(late).toMatchObject({ status: 409, detail: expect.stringMatching(/ended already \(withdrawn\)/) })
    expect((await d.post(`/api/handovers/${handover}/withdraw`, { reason: '再次' })).statusCode).toBe(409)
  })

  it('is handed over once, by one who may, to one who takes it', async () => {
    const { id } = await give(byHand)
    expect((await d.post(`/api/incidents/${id}/handover`, { department_id: wired, reason: '再移交' })).statusCode).toBe(409)
    const fresh = await d.take(), request = { department_id: byHand, reason: '移交', request_key: randomUUID() }
    const [first, second] = [await d.post(`/api/incidents/${fresh}/handover`, request), await d.post(`/api/incidents/${fresh}/handover`, request)]
    expect(second.json()).toEqual({ ...first.json(), repeated: true })
    expect((await d.post(`/api/incidents/${await d.take()}/handover`, { department_id: 9999, reason: '移交' })).json().errors[0].pointer).toBe('/body/department_id')
    expect((await d.post(`/api/incidents/${await d.take()}/handover`, { department_id: byHand, reason: '移交' }, await d.test.as('dispatcher', d.theirs))).statusCode).toBe(403)
    expect((await d.post(`/api/incidents/${fresh}/undo`, { event_id: (await d.read(fresh)).events.find(({ to_status }) => to_status === 'transferred')!.id })).json().detail).toMatch(/hand-over/)
  })
})

describe('a delivery', () => {
  it('that fails is tried again and arrives once; after the second failure the desk is told that it is stuck, and then that it isn\'t', async () => {
    receiver.failNext(2)
    const { handover } = await give(wired)
    await vi.waitFor(async () => expect(await itemOf(handover)).toMatchObject({ attempts: 1, last_status: 500, last_error: 'answered 500', delivered_at: null }), { timeout: 5_000 })
    const { next_attempt_at } = await itemOf(handover)
    expect(Date.parse(next_attempt_at!) - Date.now()).toBeGreaterThan(2_000)
    await dueNow(handover)
    await vi.waitFor(async () => expect((await outbox('stuck')).map(item => item.handover_id)).toContain(handover), { timeout: 5_000 })
    await vi.waitFor(() => expect(d.heard.findLast(({ event }) => event === 'outbox')?.data).toEqual({ stuck: 1 }))
    const { id } = await itemOf(handover)
    expect((await d.post(`/api/outbox/${id}/retry`)).statusCode).toBe(204)
    await vi.waitFor(async () => expect((await itemOf(handover)).delivered_at).not.toBeNull(), { timeout: 5_000 })
    expect(receiver.requests.map(({ answered }) => answered)).toEqual([500, 500, 204])
    expect(new Set(receiver.requests.map(({ delivery }) => delivery))).toEqual(new Set([String(id)]))
    expect(receiver.received).toHaveLength(1)
    await vi.waitFor(() => expect(d.heard.findLast(({ event }) => event === 'outbox')?.data).toEqual({ stuck: 0 }))
    expect((await d.post(`/api/outbox/${id}/retry`)).json().detail).toMatch(/delivered already/)
  })

  it('is given up a day after it was made; sending it again is still possible, and so is letting it be', async () => {
    receiver.failNext(2)
    const { handover } = await give(wired)
    await vi.waitFor(async () => expect((await itemOf(handover)).attempts).toBe(1), { timeout: 5_000 })
    await sql`UPDATE outbox SET created_at = now() - interval '25 hours', next_attempt_at = now() WHERE handover_id = ${handover}`.execute(d.test.database.db)
    await vi.waitFor(async () => expect(await itemOf(handover)).toMatchObject({ given_up_at: expect.any(String), next_attempt_at: null }), { timeout: 5_000 })
    // Told by telephone instead: nobody has to wait for the wire.
    expect((await d.post(`/api/handovers/${handover}/answer`, { event: 'accepted' })).statusCode).toBe(200)
    expect((await d.post(`/api/handovers/${handover}/resend`)).statusCode).toBe(200)
    await vi.waitFor(async () => expect((await itemOf(handover)).delivered_at).not.toBeNull(), { timeout: 5_000 })

    receiver.failNext(1)
    const other = await give(wired)
    await vi.waitFor(async () => expect((await itemOf(other.handover)).attempts).toBe(1), { timeout: 5_000 })
    expect((await d.post(`/api/outbox/${(await itemOf(other.handover)).id}/cancel`)).statusCode).toBe(204)
    expect(await itemOf(other.handover)).toMatchObject({ next_attempt_at: null, delivered_at: null })
    expect((await d.post(`/api/outbox/${(await itemOf(other.handover)).id}/cancel`)).statusCode).toBe(409)
  })

  it('is seen by its own station and by those who mend the wire', async () => {
    const { handover } = await give(wired)
    const { id } = await itemOf(handover)
    const theirs = await d.test.as('dispatcher', d.theirs)
    expect((await outbox('all', theirs)).map(item => item.handover_id)).not.toContain(handover)
    expect((await d.post(`/api/outbox/${id}/cancel`, {}, theirs)).statusCode).toBe(404)
    expect((await outbox('all', administrator)).map(item => item.handover_id)).toContain(handover)
    expect((await (await d.test.as('analyst'))('/api/outbox')).statusCode).toBe(403)
  })

  it('of a withdrawal waits until the hand-over itself has arrived', async () => {
    receiver.failNext(1)
    const { handover } = await give(wired)
    await vi.waitFor(async () => expect((await itemOf(handover)).attempts).toBe(1), { timeout: 5_000 })
    await d.post(`/api/handovers/${handover}/withdraw`, { reason: '撤回' })
    await new Promise(resolve => { setTimeout(resolve, 1_500) })
    expect(receiver.received).toEqual([])
    await dueNow(handover)
    await vi.waitFor(() => expect(receiver.received.map(({ event }) => event)).toEqual(['handover.sent', 'handover.withdrawn']), { timeout: 5_000 })
  })
})

describe('what comes in at the hook', () => {
  it('is refused unsigned, wrongly signed, changed on the way, old, or from nobody we know, and nothing happens', async () => {
    const { id, handover } = await give(wired)
    const key = await keyOf(handover), version = (await d.read(id)).version
    expect(await say(handover, 'closed', {}, { tamper: 'secret' })).toMatchObject({ status: 401, detail: 'the signature does not fit the body' })
    expect((await say(handover, 'closed', {}, { tamper: 'body' })).status).toBe(401)
    expect(await say(handover, 'closed', {}, { at: new Date(Date.now() - 6 * 60_000) })).toMatchObject({ status: 401, detail: expect.stringMatching(/36\d s old/) })
    expect((await say(handover, 'closed', {}, { at: new Date(Date.now() + 6 * 60_000) })).status).toBe(401)
    for (const code of ['nobody', 'market']) expect((await receiver.answer(base, code, { event: 'closed', handover_key: key })).status, code).toBe(401)
    expect((await fetch(`${base}/hooks/departments/parks`, { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } })).status).toBe(401)
    expect(await d.read(id)).toMatchObject({ version, status: 'transferred' })
  })

  it('is heard once, whether it is sent again or played back by somebody else', async () => {
    const { id, handover } = await give(wired)
    const first = await say(handover, 'accepted', {}, { message: 'm-1' })
    expect(first.status).toBe(204)
    const { version } = await d.read(id)
    expect((await say(handover, 'accepted', {}, { message: 'm-1', at: new Date(Date.now() + 2_000) })).status).toBe(204)
    expect((await say(handover, 'accepted', {}, { message: 'm-2', signature: first.signature, timestamp: first.timestamp })).status).toBe(204)
    expect((await say(handover, 'accepted', {}, { message: 'm-3', at: new Date(Date.now() + 4_000) })).status).toBe(204)
    const now = await d.read(id)
    expect(now.version).toBe(version)
    expect(now.events.filter(({ kind }) => kind === 'handover')).toHaveLength(2)
  })

  it('must be of the agreed shape and about an item that the department was given', async () => {
    const { handover } = await give(wired), { handover: another } = await give(byHand)
    expect((await say(handover, 'refused')).status).toBe(400)
    expect((await say(handover, 'accepted', { more: 1 })).status).toBe(400)
    expect((await say(another, 'accepted')).status).toBe(404)
    expect((await receiver.answer(base, 'parks', { event: 'accepted', handover_key: randomUUID() })).status).toBe(404)
    expect((await say(handover, 'closed', { outcome: '当事人 11010519491231002X' })).status).toBe(400)
    expect((await receiver.answer(base, 'parks', { event: 'accepted', handover_key: randomUUID(), outcome: '长'.repeat(40_000) })).status).toBe(413)
  })
})

describe('departments', () => {
  it('never tell their secret, need one to be posted to, and are the administrator\'s', async () => {
    const all = await d.desk('/api/departments')
    expect(all.body).not.toContain(receiver.secret)
    expect(all.body).not.toContain(receiver.url)
    expect(all.json().find(({ id }: { id: number }) => id === wired)).toEqual({ id: wired, code: 'parks', name: '园林局', name_en: 'Parks', type_prefixes: [], active: true, has_url: true, answer_hours: 4 })
    const patch = (id: number, payload: object, asker = administrator) => asker(`/api/departments/${id}`, { method: 'PATCH', payload })
    for (const [url, detail] of [['https://x.example/', /secret/], ['ftp://x.example/', /https/], ['nonsense', /URL/], ['https://a:b@x.example/', /password/]] as const)
      expect((await patch(byHand, { url })).json().errors[0]).toMatchObject({ pointer: '/body/url', detail: expect.stringMatching(detail) })
    expect((await patch(byHand, { active: false }, d.desk)).statusCode).toBe(403)
    expect((await d.post('/api/departments', { code: 'parks', name: 'x', name_en: 'x' }, administrator)).statusCode).toBe(409)
    expect((await patch(byHand, { active: false })).json()).toMatchObject({ active: false })
    expect((await d.post(`/api/incidents/${await d.take()}/handover`, { department_id: byHand, reason: '移交' })).json().detail).toMatch(/takes no hand-overs/)
  })
})

it('stopping doesn\'t wait for a server that hangs, and what it was sending is sent again by whoever runs next', async () => {
  receiver.hang(true)
  const { handover } = await give(wired)
  await vi.waitFor(() => expect(receiver.waiting()).toBe(1), { timeout: 5_000 })
  const began = Date.now()
  await d.test.services.outbox.stop()
  expect(Date.now() - began).toBeLessThan(1_000)
  expect(await itemOf(handover)).toMatchObject({ attempts: 0, delivered_at: null, next_attempt_at: expect.any(String) })
  receiver.hang(false)
  const next = new Outbox(d.test.database.db, error => { throw error })
  next.start()
  await new Promise(resolve => { setTimeout(resolve, 300) })
  expect(receiver.received, 'leased until the lease ends').toEqual([])
  await dueNow(handover)
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1), { timeout: 5_000 })
  await next.stop()
})
