import { randomUUID } from 'node:crypto'
import type { Random } from '../random.ts'
import type { Agenda } from './agenda.ts'
import type { Calls } from './calls.ts'
import { Refused, type Client } from './client.ts'

export interface OpenIncident {
  id: number
  code: string
  grade: number
  status: string
  longitude: number
  latitude: number
  units: { unit_id: number, arrived_at: string | null }[]
  handover: { id: number, state: string, has_url: boolean } | null
}
interface Department { id: number, type_prefixes: string[], active: boolean }

/** With so many waiting nobody gets through: what comes in stays within what can be worked off. */
const mostWaiting = 40
const minute = 60
/** A drone alone settles nothing. */
const sendable = ['patrol_car', 'motorcycle', 'officer', 'post', 'reserve']

/** The room that calls come into: takes them, and, unless people do it, sends units, hands over and closes. */
export class Desk {
  readonly taken = { calls: 0 }
  readonly #client: Client
  readonly #agenda: Agenda
  readonly #random: Random
  readonly #automatic: boolean
  readonly #planned = new Map<number, string>()
  #departments: Department[] = []
  #waiting = 0

  constructor({ client, agenda, random, automatic }: { client: Client, agenda: Agenda, random: Random, automatic: boolean }) {
    this.#client = client
    this.#agenda = agenda
    this.#random = random
    this.#automatic = automatic
  }

  /** Take calls from now on. */
  answerCalls(calls: Calls, hour: () => number): void {
    const next = () => {
      const wait = calls.wait(hour())
      // A rate changes with the hour: look again after a quarter of one.
      if (wait > 15 * minute) { this.#agenda.after(15 * minute, next); return }
      this.#agenda.after(wait, () => {
        if (this.#waiting < mostWaiting) void this.#take(calls.draw(hour()))
        next()
      })
    }
    next()
  }

  /** Look at everything that is open, and plan what each needs next. */
  consider(incidents: readonly OpenIncident[]): void {
    const here = new Set(incidents.map(({ id }) => id))
    for (const id of this.#planned.keys()) if (!here.has(id)) this.#planned.delete(id)
    this.#waiting = incidents.filter(({ status, units }) => status === 'received' && units.length === 0).length
    if (!this.#automatic) return
    const { between } = this.#random
    for (const incident of incidents) {
      const { id, status, units, handover } = incident
      if ((status === 'received' || status === 'returned') && units.length === 0) this.#plan(id, 'send', incident.grade === 1 ? between(5, 25) : between(15, 100), () => this.#send(incident))
      else if (status === 'handled') this.#plan(id, 'close', between(3, 15) * minute, () => this.#client.post(`/api/incidents/${id}/status`, { to: 'closed', request_key: randomUUID() }))
      else if (status === 'transferred' && handover && !handover.has_url) this.#play(id, handover)
      // Handed over before there were hand-overs with answers: the department says when it is done.
      else if (status === 'transferred' && !handover) this.#plan(id, 'end', between(20, 600) * minute, () => this.#client.post(`/api/incidents/${id}/status`, { to: 'closed', request_key: randomUUID() }))
      else if (units.length === 0 && ['dispatched', 'enroute', 'on_scene'].includes(status))
        this.#plan(id, 'end', between(4, 20) * minute, () => this.#client.post(`/api/incidents/${id}/result`, { resolved_code: incident.code, result: '现场处置完毕', close: true, request_key: randomUUID() }))
    }
  }

  async #take(call: Record<string, unknown>): Promise<void> {
    try {
      await this.#client.post('/api/incidents', { ...call, request_key: randomUUID() })
      this.taken.calls++
    } catch { /* Counted by the client; this caller rang off. */ }
  }

  /** Do something later, once; again after a minute where it didn't work. */
  #plan(id: number, what: string, seconds: number, work: () => Promise<unknown>): void {
    if (this.#planned.get(id) === what) return
    this.#planned.set(id, what)
    this.#agenda.after(seconds, () => {
      if (this.#planned.get(id) !== what) return
      void work().catch(() => this.#agenda.after(minute, () => { if (this.#planned.get(id) === what) this.#planned.delete(id) }))
    })
  }

  async #send(incident: OpenIncident): Promise<void> {
    const department = await this.#departmentFor(incident.code)
    if (department && this.#random.chance(0.6)) {
      await this.#client.post(`/api/incidents/${incident.id}/handover`, { department_id: department, reason: '属部门职责', request_key: randomUUID() })
      return
    }
    const { id, candidates } = await this.#client.post<{ id: number, candidates: { unit_id: number }[] }>(`/api/incidents/${incident.id}/recommendation`,
      { kinds: sendable, units_wanted: incident.grade === 1 ? 2 : 1, siren: incident.grade <= 2 })
    const wanted = candidates.slice(0, incident.grade === 1 ? 2 : 1)
    if (wanted.length === 0) throw new Refused(409, 'nobody to send')
    await this.#client.post(`/api/incidents/${incident.id}/assignments`, { unit_ids: wanted.map(({ unit_id }) => unit_id), recommendation_id: id, request_key: randomUUID() })
    this.#planned.delete(incident.id)
  }

  /** A department that usually takes calls of a type; undefined where police do, or where there is no such thing. */
  async #departmentFor(code: string): Promise<number | undefined> {
    if (this.#departments.length === 0) this.#departments = await this.#client.get<Department[]>('/api/departments').catch(() => [])
    return this.#departments.find(({ active, type_prefixes: prefixes }) => active && prefixes.some(prefix => code.startsWith(prefix)))?.id
  }

  /** Departments without a line of their own answer by telephone. */
  #play(id: number, { id: handover, state }: { id: number, state: string }): void {
    const answer = (event: string, more = {}) => this.#client.post(`/api/handovers/${handover}/answer`, { event, ...more })
    const { between, chance } = this.#random
    if (state === 'sent') this.#plan(id, 'accept', between(2, 10) * minute, () => chance(0.1) ? answer('returned', { outcome: '不属本部门管辖' }) : answer('accepted'))
    else if (state === 'accepted') this.#plan(id, 'answer', between(15, 60) * minute, () => answer('closed', { outcome: '已办结' }))
  }
}
