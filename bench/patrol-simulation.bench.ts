import { checkCompliance } from '../server/deployment/patrols/compliance.ts'
import { usualDwells, type Fix } from '../server/deployment/patrols/dwells.ts'
import { planPatrols, type Tour } from '../server/deployment/patrols/plan-patrols.ts'
import { usualPatrol, type PatrolQuestion } from '../server/deployment/patrols/question.ts'
import { weekSeconds, type Calls } from '../server/deployment/simulate/calls.ts'
import { post, Squad } from '../server/deployment/simulate/crews.ts'
import type { Estimate } from '../server/deployment/simulate/estimate.ts'
import { replay, type City } from '../server/deployment/simulate/replay.ts'
import { simulate, type SimulationQuestion } from '../server/deployment/simulate/simulate.ts'
import { metresBetween, metresPerDegree } from '../server/network/metric.ts'
import { erlangWait, exponential, poissonCalls, replayPlainly } from '../tests/queueing.ts'
import { ms, sum, type Context, type Line } from './context.ts'

/** Held-out weeks replayed: how fast, how near to theory, how much the same calls for all plans help; tours: how short, how foreseeable; tracks: how well read. */
export async function bench({ random }: Pick<Context, 'random'>): Promise<Line[]> {
  return [...replayLines(random), accuracyLine(random), ...patrolLines(random)]
}

function replayLines(random: () => number): Line[] {
  const cells = 2000, sites = 60, place = () => [random() * 900, random() * 900] as const, cellAt = Array.from({ length: cells }, place), siteAt = Array.from({ length: sites }, place)
  const city: City = { siteCount: sites, seconds: Float32Array.from(siteAt.flatMap(site => cellAt.map(cell => 30 + Math.hypot(site[0] - cell[0], site[1] - cell[1])))), limits: new Float64Array(cells).fill(480) }
  const weeks = Array.from({ length: 10 }, () => weekOfCalls(Math.round(1000 * (0.8 + 0.4 * random())), cells, random)), crews = Array.from({ length: 13 }, (_, site) => post(site))
  const question: SimulationQuestion = { weeks, city, plans: [crews, crews.with(12, post(40))], handling: { is: 'assumed', meanSeconds: 2400 }, replications: 100, seed: 20261124 }

  const start = performance.now(), { calls } = simulate({ ...question, plans: [crews] }), ours = performance.now() - start
  const squad = new Squad(crews, new Float64Array(13)), begun = performance.now()
  replayPlainly(weeks[0]!, squad, city, weekSeconds)
  const plain = (performance.now() - begun) * calls * 100 / weeks[0]!.seconds.length
  const [paired, again] = [simulate(question), simulate({ ...question, seed: 1 })], width = ({ low, high }: Estimate) => high - low
  const together = width(paired.plans[1]!.difference!.mean!), apart = Math.hypot(width(paired.plans[0]!.figures.mean!), width(again.plans[1]!.figures.mean!))
  return [
    { name: `simulation: 10 weeks of ${Math.round(calls / 10)} calls, 13 crews, 100 replications`, ours: ms(ours), reference: `plain replay ${ms(plain)}`, ratio: ours / plain },
    { name: 'simulation: interval of one post moved, mean response', ours: `${together.toFixed(2)} s wide`, reference: `on other calls each ${apart.toFixed(2)} s`, ratio: together / apart },
  ]
}

/** Handling times are logged, so that the plain replay has them too. */
function weekOfCalls(count: number, cells: number, random: () => number): Calls {
  return {
    seconds: Float64Array.from({ length: count }, () => random() * weekSeconds).sort(), cells: Int32Array.from({ length: count }, () => Math.floor(random() ** 2 * cells)),
    grades: Uint8Array.from({ length: count }, () => 1 + Math.floor(random() * 4)), handling: Float64Array.from({ length: count }, () => exponential(2400, random())), kinds: new Int32Array(count).fill(-1), needs: new Int32Array(count),
  }
}

function accuracyLine(random: () => number): Line {
  const crews = 13, load = 0.85, calls = poissonCalls(1_000_000, load * crews / 900, random, each => exponential(900, each))
  const { waited } = replay(calls, new Squad(Array.from({ length: crews }, () => post(0)), new Float64Array(crews)), { siteCount: 1, seconds: new Float32Array(1), limits: Float64Array.of(0) }, Infinity)
  const ours = waited.reduce((total, seconds) => total + seconds, 0) / waited.length, theory = erlangWait(crews, crews * load, 900)
  return { name: 'simulation: wait in line, 13 crews out 85 % of their time', ours: `${ours.toFixed(2)} s`, reference: `Erlang C ${theory.toFixed(2)} s`, ratio: ours / theory }
}

function patrolLines(random: () => number): Line[] {
  const stops = 40, units = 9, hours = 8, points = Array.from({ length: stops + units }, () => ({ longitude: 118.1 + random() * 0.05, latitude: 24.45 + random() * 0.05 }))
  const question: PatrolQuestion = {
    stops: Array.from({ length: stops }, (_, place) => ({ id: `${place}`, place, weight: 1 })), placeCount: points.length, settings: usualPatrol, seed: 20261124,
    units: Array.from({ length: units }, (_, n) => ({ id: `${n}`, station: stops + n, from: 0, to: hours * 3600, meal: { from: 3 * 3600, to: 5 * 3600, minutes: 30 } })),
    seconds: Float32Array.from(points.flatMap(a => points.map(b => a === b ? 0 : 30 + metresBetween(a.longitude, a.latitude, b.longitude, b.latitude) / 9))),
  }
  const start = performance.now(), { tours, unserved } = planPatrols(question), took = performance.now() - start, choosing = tours.filter(({ unpredictability }) => unpredictability)
  // The same stops in an order that cares for no road: each as likely after each.
  const shuffled = tours.map(({ visits }) => {
    const places = [...new Set(visits.flatMap(({ stop, place }) => stop === null ? [] : [place]))], ways = places.flatMap(a => places.filter(b => b !== a).map(b => question.seconds[a * points.length + b]!))
    return sum(ways) / ways.length * visits.length
  }), road = sum(tours.map(({ travelSeconds }) => travelSeconds))
  const guess = sum(choosing.map(({ unpredictability }) => unpredictability!.bestGuess)) / choosing.length
  const served = tours.map(({ visits }) => new Set(visits.flatMap(({ stop }) => stop ?? [])).size), fair = served.reduce((total, count) => total + 1 / count, 0) / units

  const tracks = tours.map(tour => track(tour, points, random)), begun = performance.now()
  const checked = tours.map((tour, n) => checkCompliance({ tour, stops: points.slice(0, stops).map((point, id) => ({ id: `${id}`, ...point, leastMinutes: 10, everyMinutes: 120 })), track: tracks[n]!, settings: { ...usualDwells, nearMinutes: 60, toleranceSeconds: 60 } }))
  const reading = performance.now() - begun
  const errors = checked.flatMap(({ visits }) => visits.map(({ planned, done }) => Math.abs((done?.staySeconds ?? 0) - (planned.leave - planned.arrive))))
  const naive = tours.flatMap((tour, n) => tour.visits.filter(({ stop }) => stop !== null).map(({ place, arrive, leave }) => Math.abs(unbroken(tracks[n]!, points[place]!, arrive, leave) - (leave - arrive))))
  const mean = (values: number[]) => sum(values) / values.length
  return [
    { name: `patrols: road of ${stops} stops by ${units} units in ${hours} h (${unserved.length} unserved, ${ms(took)})`, ours: `${Math.round(road / 60)} min`, reference: `in any order ${Math.round(sum(shuffled) / 60)} min`, ratio: road / sum(shuffled) },
    { name: 'patrols: next stop guessed by who knows all but the seed', ours: `${(guess * 100).toFixed(0)} %`, reference: `of all stops alike ${(fair * 100).toFixed(0)} %`, ratio: guess / fair },
    { name: `patrols: error of a stay, noisy tracks with gaps (read in ${ms(reading)})`, ours: `${mean(errors).toFixed(0)} s`, reference: `longest unbroken run ${mean(naive).toFixed(0)} s`, ratio: mean(errors) / mean(naive) },
  ]
}

/** A fix every ten seconds, 15 m off, one in ten missing, one in a hundred far away; at stops as planned. */
function track({ visits, from, to }: Tour, points: readonly { longitude: number, latitude: number }[], random: () => number): Fix[] {
  const fixes: Fix[] = [], [perLongitude, perLatitude] = metresPerDegree(24.47), gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  for (let at = from; at <= to; at += 10) {
    if (random() < 0.1) continue
    const here = visits.find(({ arrive, leave }) => at >= arrive && at <= leave), point = here ? points[here.place]! : { longitude: 118.5, latitude: 24.9 }, off = random() < 0.01 ? 500 : 15
    fixes.push({ at, longitude: point.longitude + off * gauss() / perLongitude, latitude: point.latitude + off * gauss() / perLatitude })
  }
  return fixes
}

/** The naive reading: the longest run of fixes within the radius about the planned time. */
function unbroken(fixes: readonly Fix[], point: { longitude: number, latitude: number }, arrive: number, leave: number): number {
  let longest = 0, begun: number | null = null
  for (const { at, longitude, latitude } of fixes) {
    if (at < arrive - 600 || at > leave + 600) continue
    if (metresBetween(longitude, latitude, point.longitude, point.latitude) > usualDwells.radiusMetres) begun = null
    else longest = Math.max(longest, at - (begun ??= at))
  }
  return longest
}
