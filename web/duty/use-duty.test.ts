import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Duty } from './api.ts'
import { mapTable } from './map-table.test-help.ts'
import { useDuty } from './use-duty.ts'

/** The server as the phone hears it: status and body by path. The client takes `fetch` and the page's address when it is loaded. */
const server = vi.hoisted(() => {
  const answers = new Map<string, { status: number, body: unknown }>()
  vi.stubGlobal('location', { origin: 'http://phone.test' })
  vi.stubGlobal('fetch', (asked: string | Request) => {
    const { pathname } = new URL(typeof asked === 'string' ? asked : asked.url, 'http://phone.test'), { status, body } = answers.get(pathname) ?? { status: 404, body: {} }
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }))
  })
  return answers
})
vi.mock('./indexed-db.ts', () => ({ openStorage: () => Promise.resolve({ actions: mapTable(new Map()), fixes: mapTable(new Map()), copy: mapTable(new Map()) }) }))

const unit = { id: 7, callsign: '巡07' } as Duty['unit'], task = { id: 3, number: 'J3', assignment: { id: 9 } } as Duty['task']
const says = (path: string, body: unknown, status = 200) => server.set(path, { status, body })
const duty = (more: Partial<Duty> = {}): Duty => ({ unit, statuses: [], task: null, roll_call: null, now: new Date().toISOString(), ...more })
const post = { id: 1, unit_id: 7, name: '火车站广场' }

beforeEach(() => {
  setActivePinia(createPinia())
  says('/api/session', { account: { id: 1, display_name: '张', roles: [] }, stations: [] })
  says('/api/statuses', { statuses: [] })
  says('/api/dictionaries', { incident_type: [] })
  says('/api/city', { time_zone: 'Asia/Shanghai' })
  says('/api/duty', duty())
  says('/api/deployment/duty', { duty: [post] })
  says('/api/deployment/patrols', { patrols: [] })
})

it('a task reaches the phone while nobody can say where the unit stands, and that is told', async () => {
  const phone = useDuty()
  await phone.start()
  expect(phone.copy?.tonight?.posts[0]?.name).toBe('火车站广场')
  says('/api/deployment/duty', { title: 'broken' }, 500)
  says('/api/duty', duty({ task }))
  phone.forgetTonight()
  expect(await phone.sync()).toBe(false)
  expect(phone.shown?.task?.number).toBe('J3')
  expect(phone.trouble?.kind).toBe('failed')
  // What was known of the post stays until it can be asked anew.
  expect(phone.copy?.tonight?.posts[0]?.name).toBe('火车站广场')
  says('/api/deployment/duty', { duty: [] })
  expect(await phone.sync()).toBe(true)
  expect(phone.copy?.tonight?.posts).toEqual([])
  expect(phone.trouble).toBeNull()
})
