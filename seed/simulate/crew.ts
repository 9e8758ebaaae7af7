import { randomUUID } from 'node:crypto'
import type { RoadNetwork, Snap } from '../../server/network/road-network.ts'
import { findLegs } from '../../server/network/route.ts'
import { snap } from '../../server/network/snap.ts'
import { kindOfUnit, pacesOf, type Kind } from '../../server/network/speeds.ts'
import type { Random } from '../random.ts'
import type { Agenda } from './agenda.ts'
import { Refused, type Client } from './client.ts'
import { fly, follow, patrolLegs, type Movement, type Spot } from './movement.ts'
import type { UnitFacts } from './read-city.ts'

/** What all crews share. */
export interface Scene {
  network: RoadNetwork
  client: Client
  agenda: Agenda
  random: Random
  /** Local hour now. */
  hour(): number
  /** Crews on the scene of an incident. */
  present(incidentId: number): number
}

export interface Task {
  incidentId: number
  code: string
  grade: number
  longitude: number
  latitude: number
  /** It is there already: the simulator began after it. */
  arrived: boolean
}

/** Kinds that are out on the street by themselves; the others stand until they are sent. */
const patrols: Record<string, { radius: number, factor: number }> = {
  patrol_car: { radius: 2_000, factor: 0.7 }, motorcycle: { radius: 1_500, factor: 0.7 }, officer: { radius: 600, factor: 0.8 },
}
const minute = 60
const results = ['现场处置完毕', '双方当场和解', '已登记受理', '经劝导后自行离开', '未发现异常', '已移交办案部门']

/**
 * The people of one unit: patrol or stand, answer when they are sent (some not for a while), drive there, work, report, go
 * back; eat, and go home at the end of the shift.
 */
export class Crew {
  readonly id: number
  readonly kind: string
  readonly travel: Kind
  facts: UnitFacts
  task: Task | undefined
  nextFixAt = 0
  #movement: Movement | undefined
  #spot: Spot
  #place: Snap | null
  #movedAt: number
  #arrived = false
  readonly #home: { longitude: number, latitude: number }
  readonly #scene: Scene

  constructor(facts: UnitFacts, scene: Scene, now: number) {
    this.id = facts.id
    this.kind = facts.kind
    this.travel = kindOfUnit(facts.kind)
    this.facts = facts
    this.#scene = scene
    this.#home = { longitude: facts.longitude, latitude: facts.latitude }
    this.#place = snap(scene.network, facts.longitude, facts.latitude, { kind: this.travel, component: 'largest', maxMetres: 3_000 })
    this.#spot = { ...this.#home, ...(this.#place && facts.kind !== 'drone' && { longitude: this.#place.longitude, latitude: this.#place.latitude }), heading: null, speedKmh: 0 }
    this.#movedAt = now
    this.#takeUp()
  }

  get onDuty(): boolean { return this.facts.meaning !== 'off_duty' }
  get moving(): boolean { return this.#movement !== undefined }

  /** Where it is at an instant, no earlier than the last one asked for. */
  spotAt(now: number): Spot {
    const seconds = Math.max(0, now - this.#movedAt) / 1000
    this.#movedAt = Math.max(now, this.#movedAt)
    if (!this.#movement) return this.#spot
    this.#spot = this.#movement.step(seconds)
    this.#place = this.#movement.place() ?? this.#place
    if (this.#movement.finished) {
      this.#movement = undefined
      this.#spot = { ...this.#spot, speedKmh: 0 }
      if (this.task && !this.#arrived) void this.#arrive(this.task)
    }
    return this.#spot
  }

  /** What the database says of it now: somebody at a desk may have changed its status. */
  observe(facts: UnitFacts, now: number): void {
    const changed = facts.status !== this.facts.status || facts.manned !== this.facts.manned
    this.facts = facts
    if (facts.manned) {
      this.task = undefined
      this.#movement = undefined
      this.#place = snap(this.#scene.network, facts.longitude, facts.latitude, { kind: this.travel, component: 'largest', maxMetres: 3_000 })
      this.#spot = { longitude: facts.longitude, latitude: facts.latitude, heading: null, speedKmh: 0 }
      return
    }
    if (changed && !this.task) this.#takeUp()
    if (this.task) return
    const onShift = now >= facts.shiftFrom && now < facts.shiftTo
    if (onShift && facts.meaning === 'off_duty') void this.#set('available')
    if (!onShift && (facts.meaning === 'available' || facts.meaning === 'unavailable')) void this.#set('off_duty')
  }

  /** It is sent somewhere. Most answer within the minute, one in twenty doesn't for a while. */
  send(task: Task): void {
    if (this.task?.incidentId === task.incidentId || this.facts.manned) return
    const { agenda, random } = this.#scene
    this.task = task
    this.#arrived = task.arrived
    this.#movement = undefined
    if (task.arrived) this.#work(task)
    else agenda.after(random.chance(0.05) ? random.between(4, 12) * minute : random.between(6, 45), () => { if (this.task === task) void this.#setOut(task) })
  }

  /** It isn't on that incident any more, whoever ended it. */
  release(): void {
    this.task = undefined
    this.#arrived = false
    const { random } = this.#scene
    this.facts = { ...this.facts, status: 'available', meaning: 'available', incidentId: null }
    if (patrols[this.kind] && random.chance(0.6)) void this.#set('patrolling')
    else this.#takeUp()
  }

  async #setOut(task: Task): Promise<void> {
    if (!await this.#set('enroute')) return this.#scene.agenda.after(30, () => { if (this.task === task) void this.#setOut(task) })
    const { network } = this.#scene
    if (this.kind === 'drone') { this.#go(fly(this.#spot, task, 55)); return }
    const to = snap(network, task.longitude, task.latitude, { kind: this.travel, component: 'largest', maxMetres: 3_000 })
    const profile = { kind: this.travel, siren: task.grade <= 2, hour: this.#scene.hour() }
    const way = to && this.#place ? findLegs(network, this.#place, to, profile) : null
    if (!way || way.legs.length === 0) { await this.#arrive(task); return }
    const legs = way.legs.values()
    this.#go(follow(network, this.#place!, () => legs.next().value, pacesOf(network.speeds, profile), 1))
  }

  async #arrive(task: Task): Promise<void> {
    this.#arrived = true
    if (!await this.#set('on_scene')) return this.#scene.agenda.after(20, () => { if (this.task === task) void this.#arrive(task) })
    this.#work(task)
  }

  #work(task: Task): void {
    const { agenda, random } = this.#scene
    agenda.after(Math.min(75, 14 * Math.exp(0.6 * random.normal())) * minute, () => { if (this.task === task) void this.#finish(task) })
  }

  /** The last one on the scene reports; the others leave. */
  async #finish(task: Task): Promise<void> {
    const { client, agenda, random, present } = this.#scene
    if (present(task.incidentId) > 1) {
      if (await this.#set('available')) this.release()
      return
    }
    try {
      await client.post(`/api/incidents/${task.incidentId}/result`, { resolved_code: task.code, result: random.pick(results), close: random.chance(0.75), request_key: randomUUID() })
      if (this.task === task) this.release()
    } catch (error) {
      // Handed over or ended by somebody else: leave. Anything else: try again.
      if (error instanceof Refused && error.status === 409 && await this.#set('available')) return this.release()
      agenda.after(60, () => { if (this.task === task) void this.#finish(task) })
    }
  }

  /** Do what the status says. */
  #takeUp(): void {
    const { agenda, random, network } = this.#scene
    const { status, meaning } = this.facts
    const habit = patrols[this.kind]
    this.#movement = undefined
    if (meaning === 'available' && status === 'patrolling' && habit && this.#place) {
      const paces = pacesOf(network.speeds, { kind: this.travel, siren: false, hour: this.#scene.hour() })
      this.#go(follow(network, this.#place, patrolLegs(network, random, this.#place, this.#home, { kind: this.travel, radius: habit.radius, paces }), paces, habit.factor))
    }
    const then = (minutes: number, next: string) => agenda.after(minutes * minute, () => { if (!this.task && this.facts.status === status) void this.#set(next) })
    if (meaning === 'unavailable') then(status === 'meal' ? random.between(15, 35) : random.between(30, 120), 'available')
    else if (meaning === 'enroute') then(random.between(0.5, 4), 'available')
    else if (meaning === 'on_scene') then(random.between(1, 15), 'available')
    else if (meaning === 'available') {
      const hour = this.#scene.hour()
      const hungry = [11, 12, 17, 18].includes(hour) && random.chance(0.25)
      if (hungry) then(random.between(5, 60), 'meal')
      else if (habit) then(status === 'patrolling' ? random.between(40, 120) : random.between(5, 40), status === 'patrolling' ? 'available' : 'patrolling')
    }
  }

  #go(movement: Movement): void {
    this.#movement = movement
    this.#movedAt = Date.now()
    // A unit that sets out is seen to at once.
    this.nextFixAt = Math.min(this.nextFixAt, this.#movedAt + 1_000)
  }

  /** @returns whether the server took it; what it refuses is put right by the next look at the database */
  async #set(status: string): Promise<boolean> {
    if (this.facts.manned) return false
    try {
      const answer = await this.#scene.client.post<{ status: string, meaning: string }>(`/api/units/${this.id}/status`, { status, request_key: randomUUID() })
      this.facts = { ...this.facts, status, meaning: answer.meaning }
      if (!this.task) this.#takeUp()
      return true
    } catch { return false }
  }
}
