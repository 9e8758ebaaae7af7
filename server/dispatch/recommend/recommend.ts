import { localParts } from '../../../layers/time.ts'
import type { Label } from '../../../layers/layer.ts'
import { metresBetween } from '../../desk/locate.ts'
import type { Services } from '../../services.ts'
import { weighCoverage, type CoverageLost } from './coverage.ts'
import { readAvailableSince, readFacts } from './facts.ts'
import type { Need, Reason } from './judge.ts'
import { byScore, propose, tellFarFromUnreachable, type Looked, type Proposed } from './propose.ts'
import { askedFor, readSettings, type DispatchSettings } from './settings.ts'
import { shortfallOf, type Shortfall } from './shortfall.ts'
import { planJourney, reachable, routeMetres, travel, type Journey } from './travel.ts'
import { distance, join, list, pair, readWords, span, travelSpan, type Words } from './words.ts'

/** The incident that somebody is wanted for. */
export interface Target { id: number, code: string, grade: number, station_id: number | null, longitude: number, latitude: number }

export interface Request {
  /** Empty: every kind. */
  kinds: readonly string[]
  /** Beside what the incident's type asks for. */
  capabilities: readonly string[]
  unitsWanted: number
  siren: boolean
}

export interface Candidate {
  unit_id: number, callsign: string, kind: string, meaning: string
  seconds: number | null, metres_straight: number, route_metres: number | null, score: number, rank: number
  reasons: Reason[]
  coverage_lost: CoverageLost | null
  text: Label
}

export interface Answer { wanted: number, candidates: Candidate[], passed_over: Candidate[], shortfall: Shortfall | null, looked_at: number, network: 'road', /** `late`: what sending would leave uncovered wasn't found out of all in time, and doesn't count. */ coverage: 'weighed' | 'late' }

export interface Options { settings?: DispatchSettings, now?: number, /** Also what sending would leave uncovered; true unless said. */ coverage?: boolean }

const passedOverShown = 12

/**
 * Who should go: a shortlist by straight line, then by road at this hour, then by suitability; each unit with what speaks
 * for and against it. A score is seconds: the travel time, and a weight (a setting) for everything against. What the best
 * would leave uncovered is found out last, within a time budget, and reorders them.
 *
 * @throws {NotReady} until the road network is built
 */
export async function recommend(services: Services, target: Target, request: Request, { settings, now = Date.now(), coverage = true }: Options = {}): Promise<Answer> {
  const network = services.network.current()
  const [set, words, city] = await Promise.all([settings ?? readSettings(services.db), readWords(services), services.city()])
  const facts = await readFacts(services.db, services.units.all(), set.rest_minutes, now)
  const hour = Number(localParts(new Date(now), city.time_zone)[1].slice(0, 2))
  const { longitude, latitude } = target
  const journey = planJourney({ network, longitude, latitude, hour, siren: request.siren, settings: set })
  const need = needOf(target, request, set)
  const proposal = propose(journey, limit => services.units.nearest(longitude, latitude, limit), { need, unitsWanted: request.unitsWanted, facts, words, now })
  if (proposal.candidates.length < request.unitsWanted) tellFarFromUnreachable(journey, proposal)
  const shown = Math.max(set.enough, request.unitsWanted)
  let best = proposal.candidates.slice(0, shown + 3)
  const { lost, complete } = coverage ? await weighCoverage(services, best.map(({ unit }) => unit.id), now, set.coverage_milliseconds) : { lost: new Map<number, CoverageLost>(), complete: false }
  // Where some weren't found out in time it is said of the others and orders nobody, or the unknown would pass them.
  best = best.map(one => withCoverage(one, lost.get(one.unit.id), complete ? set.weights : noWeights, words)).sort(byScore).slice(0, shown)
  proposal.passedOver.sort((a, b) => a.metres - b.metres || a.unit.id - b.unit.id)
  // A kind that nobody asked for is no news.
  const passedOver = proposal.passedOver.filter(({ reasons }) => reasons[0]!.code !== 'kind').slice(0, passedOverShown)
  for (const [id, trip] of travel(journey, passedOver.filter(({ trip, unit }) => !trip && unit.fix))) passedOver.find(({ unit }) => unit.id === id)!.trip = trip
  const since = await readAvailableSince(services.db, best.map(({ unit }) => unit.id))
  return {
    wanted: request.unitsWanted, looked_at: proposal.looked, network: 'road', coverage: complete ? 'weighed' : 'late',
    candidates: best.map((one, i) => candidateOf(one, i + 1, { journey, words, now, lost: lost.get(one.unit.id) ?? null, since: since.get(one.unit.id) })),
    passed_over: passedOver.map((one, i) => candidateOf(one, i + 1, { journey, words, now, lost: null, since: undefined })),
    shortfall: shortfallOf(proposal, { unitsWanted: request.unitsWanted, need, reachable: reachable(journey), words }),
  }
}

/** Seconds of units that are sent without a recommendation, siren on; units that can't get there are left out. @throws {NotReady} until the road network is built */
export async function travelSeconds(services: Services, { longitude, latitude }: Pick<Target, 'longitude' | 'latitude'>, unitIds: readonly number[], now = Date.now()): Promise<Map<number, number>> {
  const [settings, city] = await Promise.all([readSettings(services.db), services.city()])
  const hour = Number(localParts(new Date(now), city.time_zone)[1].slice(0, 2))
  const units = unitIds.flatMap(id => { const unit = services.units.get(id); return unit?.fix ? [{ unit, metres: metresBetween(unit.fix, { longitude, latitude }) }] : [] })
  const trips = travel(planJourney({ network: services.network.current(), longitude, latitude, hour, siren: true, settings }), units)
  return new Map([...trips].filter(([, { seconds }]) => seconds < Infinity).map(([id, { seconds }]) => [id, seconds]))
}

function needOf({ id, code, grade, station_id }: Target, { kinds, capabilities }: Request, settings: DispatchSettings): Need {
  const { needed, wanted } = askedFor(settings, code)
  const all = [...new Set([...capabilities, ...needed])]
  return { incidentId: id, grade, stationId: station_id, kinds, needed: all, wanted: wanted.filter(one => !all.includes(one)) }
}

const noWeights = { lost_most: 0, lost_cell: 0 }

function withCoverage(one: Proposed, lost: CoverageLost | undefined, weights: Pick<DispatchSettings['weights'], 'lost_most' | 'lost_cell'>, words: Words): Proposed {
  if (!lost || lost.cells === 0) return one
  const seconds = Math.round(Math.min(weights.lost_most, lost.cells * weights.lost_cell))
  const reasons = [...one.reasons, { code: 'coverage', for: false, text: uncovered(lost, words), seconds }]
  return { ...one, reasons, score: one.score + seconds }
}

function uncovered({ cells, station_names: names }: CoverageLost, words: Words): Label {
  const { zh, en } = list(names.slice(0, 2).map(words.stationNamed))
  if (names.length) return pair(`派出后 ${zh} 无人覆盖`, `sending it leaves ${en} without cover`)
  return pair(`派出后少覆盖 ${cells} 格`, `sending it leaves ${cells} cells without cover`)
}

interface Telling { journey: Journey, words: Words, now: number, lost: CoverageLost | null, since: number | undefined }

function candidateOf(one: Looked & { score?: number }, rank: number, { journey, words, now, lost, since }: Telling): Candidate {
  const { unit, metres, trip, reasons } = one
  const seconds = trip && trip.seconds < Infinity ? Math.round(trip.seconds * 10) / 10 : null
  return {
    unit_id: unit.id, callsign: unit.callsign, kind: unit.kind, meaning: unit.meaning, seconds,
    metres_straight: Math.round(metres), route_metres: one.score !== undefined && trip ? routeMetres(journey, unit, trip) : null,
    score: Math.round((one.score ?? 0) * 10) / 10, rank, reasons, coverage_lost: lost,
    text: join([way(seconds, metres, trip?.straight ?? false), named(unit, words), state(one, words, now, since), ...told(one)]),
  }
}

const way = (seconds: number | null, metres: number, straight: boolean): Label => {
  if (seconds === null) return distance(metres)
  const { zh, en } = travelSpan(seconds)
  return straight ? pair(`${zh}（直线）`, `${en} (straight)`) : { zh, en }
}

const named = ({ kind, callsign }: Looked['unit'], words: Words): Label => pair(`${words.kind(kind).zh} ${callsign}`, `${words.kind(kind).en} ${callsign}`)

/** 空闲 18 分钟; its own status and since when. */
function state({ unit }: Looked, words: Words, now: number, since: number | undefined): Label {
  const meaning = words.meaning(unit.meaning)
  const spent = span((now - (unit.meaning === 'available' ? since ?? unit.statusSince : unit.statusSince)) / 60_000)
  return pair(`${meaning.zh} ${spent.zh}`, `${meaning.en.toLowerCase()} ${spent.en}`)
}

const saidByState = ['on_scene', 'unavailable', 'busy']

/** What a dispatcher has to know before the click: everything against it that costs, or why it isn't proposed. */
const told = ({ fit, reasons }: Looked): Label[] =>
  (fit ? reasons.filter(reason => !reason.for && (reason.seconds > 0 || reason.code === 'coverage')) : reasons.slice(0, 1).filter(reason => !saidByState.includes(reason.code))).map(reason => reason.text)
