import { metresBetween } from '../../network/metric.ts'
import { dwellsAt, orderedFixes, type Dwell, type DwellSettings, type Fix } from './dwells.ts'
import { matchVisits } from './match-visits.ts'

/** Plain data. */
export interface ComplianceQuestion {
  /** As planned; `stop` is a number in `stops`, null (a meal) is left out. */
  tour: { from: number, to: number, visits: readonly { stop: number | null, arrive: number, leave: number }[] }
  /** Degrees, WGS 84, and what each asks for. */
  stops: readonly { id: string, longitude: number, latitude: number, leastMinutes: number, everyMinutes: number }[]
  /** In any order. */
  track: readonly Fix[]
  settings: DwellSettings & {
    /** A stay that began this much off the planned time isn't the planned one. */
    nearMinutes: number
    /** Forgiven in stays and intervals: fixes come only so often. */
    toleranceSeconds: number
  }
}

/**
 * `done`: there, for as long as it should be. `short`: there, not as long. `unknown`: a silence of the receiver hides whether.
 * `missed`: elsewhere.
 */
export type VisitOutcome = 'done' | 'short' | 'missed' | 'unknown'

export interface CheckedVisit {
  stop: string
  planned: { arrive: number, leave: number }
  done: Dwell | null
  /** Below 0: early. Null where it wasn't there. */
  lateSeconds: number | null
  outcome: VisitOutcome
}

export interface Tally { planned: number, done: number, short: number, missed: number, unknown: number }

export interface CheckedStop extends Tally {
  stop: string
  /** Stays that weren't planned; they count for time and gaps. */
  unplanned: number
  staySeconds: number
  /** Within which it counted as being there. */
  radiusMetres: number
  /** Longest time without the unit, begin and end of the shift included. */
  longestGapSeconds: number
  intervalKept: boolean
}

export interface CheckedTour extends Tally {
  /** Of the planned visits: done; null where none was planned. */
  share: number | null
  staySeconds: number
  /** Planned, at stops. */
  plannedSeconds: number
  /** Of the visits that were made: how much too late (or early) on average, regardless of sign; null without any. */
  offSeconds: number | null
  /** Share of the shift in silences longer than are trusted: with much of it, the figures say little. */
  silentShare: number
}

export interface Compliance { visits: CheckedVisit[], stops: CheckedStop[], tour: CheckedTour }

/**
 * A tour as it was planned against what the unit's track shows. It judges the tour, by stops: what a stop got, not what an officer did.
 *
 * @throws {RangeError} for a visit at a stop that isn't there
 * Cost: O(stops × fixes).
 */
export function checkCompliance({ tour, stops, track, settings }: ComplianceQuestion): Compliance {
  for (const { stop } of tour.visits) if (stop !== null && !(stop in stops)) throw new RangeError(`a visit is at stop ${stop}; stops are 0 to ${stops.length - 1}`)
  const fixes = orderedFixes(track, tour.from, tour.to), silences = silencesOf(fixes, tour, settings.silentMinutes * 60), tolerance = settings.toleranceSeconds, radii = radiiOf(stops, settings.radiusMetres)
  const planned = Map.groupBy(tour.visits, ({ stop }) => stop), visits: CheckedVisit[] = []
  const checked = stops.map((stop, at): CheckedStop => {
    const dwells = dwellsAt(fixes, stop, { ...settings, radiusMetres: radii[at]! }), own = planned.get(at) ?? [], least = stop.leastMinutes * 60 - tolerance
    const found = matchVisits(own.map(({ arrive }) => arrive), dwells.map(({ arrive }) => arrive), settings.nearMinutes * 60)
    const results = own.map(({ arrive, leave }, n): CheckedVisit => {
      const done = dwells[found[n]!] ?? null
      const hidden = silences.reduce((sum, silence) => sum + Math.max(0, Math.min(silence.to, leave) - Math.max(silence.from, arrive)), 0)
      return { stop: stop.id, planned: { arrive, leave }, done, lateSeconds: done ? done.arrive - arrive : null, outcome: outcomeOf(done, hidden, least) }
    })
    visits.push(...results)
    const gaps = [...dwells.map(({ arrive }, n) => arrive - (dwells[n - 1]?.leave ?? tour.from)), tour.to - (dwells.at(-1)?.leave ?? tour.from)], longestGapSeconds = Math.max(...gaps)
    return {
      stop: stop.id, ...tally(results), unplanned: dwells.length - found.filter(each => each !== -1).length, staySeconds: dwells.reduce((sum, { staySeconds }) => sum + staySeconds, 0),
      radiusMetres: radii[at]!, longestGapSeconds, intervalKept: longestGapSeconds <= stop.everyMinutes * 60 + tolerance,
    }
  })
  visits.sort((a, b) => a.planned.arrive - b.planned.arrive)
  const all = tally(visits), off = visits.flatMap(({ lateSeconds }) => lateSeconds === null ? [] : [Math.abs(lateSeconds)])
  return {
    visits, stops: checked,
    tour: {
      ...all, share: all.planned > 0 ? all.done / all.planned : null, staySeconds: checked.reduce((sum, { staySeconds }) => sum + staySeconds, 0),
      plannedSeconds: visits.reduce((sum, { planned: { arrive, leave } }) => sum + leave - arrive, 0), offSeconds: off.length > 0 ? off.reduce((a, b) => a + b, 0) / off.length : null,
      silentShare: silences.reduce((sum, { from, to }) => sum + to - from, 0) / (tour.to - tour.from),
    },
  }
}

/** Where stops lie so close that a stay at one would count at the other, the radius ends half way between them; but receivers err, so never below half of it. */
const radiiOf = (stops: ComplianceQuestion['stops'], radius: number): number[] => stops.map(({ longitude, latitude }, at) =>
  Math.max(radius / 2, stops.reduce((least, other, n) => n === at ? least : Math.min(least, metresBetween(longitude, latitude, other.longitude, other.latitude) / 2), radius)))

/** @param hidden  seconds of the planned stay that lie in silences @param least  seconds that it had to be */
function outcomeOf(done: Dwell | null, hidden: number, least: number): VisitOutcome {
  if (done && done.staySeconds >= least) return 'done'
  if ((done?.staySeconds ?? 0) + Math.max(done?.unknownSeconds ?? 0, hidden) >= least) return 'unknown'
  return done ? 'short' : 'missed'
}

function silencesOf(fixes: readonly Fix[], { from, to }: { from: number, to: number }, longest: number): { from: number, to: number }[] {
  const instants = [from, ...fixes.map(({ at }) => at), to]
  return instants.slice(1).map((at, n) => ({ from: instants[n]!, to: at })).filter(each => each.to - each.from > longest)
}

function tally(visits: readonly CheckedVisit[]): Tally {
  const count = (outcome: VisitOutcome) => visits.filter(each => each.outcome === outcome).length
  return { planned: visits.length, done: count('done'), short: count('short'), missed: count('missed'), unknown: count('unknown') }
}
