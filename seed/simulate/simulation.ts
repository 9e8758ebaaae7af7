import type { Database } from '../../server/database.ts'
import { localHour } from '../../server/network/ask-network.ts'
import type { RoadNetwork } from '../../server/network/road-network.ts'
import { createRandom } from '../random.ts'
import { Agenda } from './agenda.ts'
import { Calls } from './calls.ts'
import { Client } from './client.ts'
import { Crew, type Scene } from './crew.ts'
import { Desk, type OpenIncident } from './desk.ts'
import { Fixes } from './fixes.ts'
import type { SimulateOptions } from './options.ts'
import { readPastCalls, readUnits } from './read-city.ts'
import { isDemonstration, renewShifts, type Credentials } from './stage.ts'

/** How often the list of what is open is looked at, and the database, ms. */
const lookEvery = 15_000, observeEvery = 60_000

export interface Simulation {
  /** One line on how it goes. */
  report(): string
  /** Resolves when the city on the map is no longer the demonstration one. */
  ended: Promise<void>
  stop(): void
}

/** Set the city going. Everything it does goes through the server; it reads the database to know the city. */
export async function startSimulation(db: Database, network: RoadNetwork, timeZone: string, credentials: Credentials, options: SimulateOptions): Promise<Simulation> {
  const client = new Client(options.url, credentials), agenda = new Agenda(options.speed)
  const random = (label: string) => createRandom(options.seed, `simulate ${label}`)
  const hour = () => localHour(new Date(), timeZone)
  let open: OpenIncident[] = []
  const scene: Scene = { network, client, agenda, random: random('crews'), hour, present: id => open.find(incident => incident.id === id)?.units.filter(unit => unit.arrived_at).length ?? 0 }
  await renewShifts(db)
  const start = Date.now()
  const crews = new Map((await readUnits(db)).slice(0, options.units).map(facts => [facts.id, new Crew(facts, scene, start)]))
  const desk = new Desk({ client, agenda, random: random('desk'), automatic: options.dispatch })
  desk.answerCalls(new Calls(await readPastCalls(db, timeZone), random('calls'), options.callsPerHour), hour)
  const fixes = new Fixes(client, crews, options.fixesPerSecond)

  const look = single(async () => {
    ({ incidents: open } = await client.get<{ incidents: OpenIncident[] }>('/api/incidents/open'))
    desk.consider(open)
    const busy = new Set<number>()
    for (const { id, code, grade, longitude, latitude, units } of open) for (const { unit_id, arrived_at } of units) {
      busy.add(unit_id)
      crews.get(unit_id)?.send({ incidentId: id, code, grade, longitude, latitude, arrived: arrived_at !== null })
    }
    for (const crew of crews.values()) if (crew.task && !busy.has(crew.id)) crew.release()
  })
  let end!: () => void
  const ended = new Promise<void>(resolve => { end = resolve })
  const observe = single(async () => {
    if (!await isDemonstration(db)) return end()
    await renewShifts(db)
    const now = Date.now()
    for (const facts of await readUnits(db)) crews.get(facts.id)?.observe(facts, now)
  })

  const away = new AbortController()
  let soon = false
  void client.listen(name => {
    if (soon || name !== 'task' && name !== 'incident') return
    soon = true
    setTimeout(() => { soon = false; void look() }, 1_500)
  }, away.signal)
  const timers = [setInterval(() => agenda.run(), 200), setInterval(() => void look(), lookEvery), setInterval(() => void observe(), observeEvery)]
  fixes.start()
  void look()
  void observe()
  return {
    ended,
    stop() {
      away.abort()
      for (const timer of timers) clearInterval(timer)
      fixes.stop()
    },
    report() {
      const of = (meaning: string) => [...crews.values()].filter(crew => crew.facts.meaning === meaning).length
      const waiting = open.filter(({ status, units }) => status === 'received' && units.length === 0).length
      return `${fixes.report()} · calls ${desk.taken.calls} · open ${open.length}, waiting ${waiting} · units available ${of('available')} (${[...crews.values()].filter(crew => crew.onDuty && crew.moving).length} moving), enroute ${of('enroute')}, on scene ${of('on_scene')}, unavailable ${of('unavailable')}, off duty ${of('off_duty')} · requests ${client.counts.requests}, refused ${client.counts.refused}, failed ${client.counts.failed}${client.lastRefusal ? ` (last: ${client.lastRefusal})` : ''}`
    },
  }
}

/** The same work isn't begun again while it lasts; what fails is tried at the next turn. */
function single(work: () => Promise<void>): () => Promise<void> {
  let running = false
  return async () => {
    if (running) return
    running = true
    await work().catch(() => {})
    running = false
  }
}
