/** A hotspot where a patrol is to be seen. Plain data. */
export interface PatrolStop {
  id: string
  /** What people call it; its id unless told. */
  name?: string
  place: number
  /** Where not all can be served, the heavier ones are. */
  weight: number
  /** In place of the settings. */
  leastMinutes?: number
  mostMinutes?: number
  everyMinutes?: number
}

export interface PatrolUnit {
  id: string
  /** What people call it; its id unless told. */
  name?: string
  /** Where it starts and ends. */
  station: number
  /** Shift: seconds of any one clock, the same for all. */
  from: number
  to: number
  /** Begins and ends within `from` and `to`; at the station unless a place is named. */
  meal?: { from: number, to: number, minutes: number, place?: number }
  /** In place of the question's, for one that travels otherwise: on foot, say. */
  seconds?: Float32Array
}

export interface PatrolSettings {
  /** Minutes at a stop: from so many, to so many (Koper 1995: beyond some fifteen minutes a longer stay adds nothing). */
  leastMinutes: number
  mostMinutes: number
  /** From leaving a stop (or the begin of the shift) to being there again (or the end of the shift): no longer than this. */
  everyMinutes: number
  /** Nor sooner than this: what time is left goes into patrolling freely, not into stopping at the same place all the time. */
  againMinutes: number
  /** How often somebody who knows everything but the seed may guess the next stop at best, on average. */
  bestGuess: number
}

export const usualPatrol: PatrolSettings = { leastMinutes: 10, mostMinutes: 16, everyMinutes: 120, againMinutes: 30, bestGuess: 0.5 }

/** Plain data. */
export interface PatrolQuestion {
  stops: readonly PatrolStop[]
  units: readonly PatrolUnit[]
  placeCount: number
  /** By road from place to place, row by row; Infinity where there is no way. */
  seconds: Float32Array
  settings: PatrolSettings
  /** Kept with the tours: the same seed gives the same tours. */
  seed: number
}

/** @throws {RangeError} naming what is wrong, the value and what would be right */
export function guardPatrols({ stops, units, placeCount, seconds, settings, seed }: PatrolQuestion): void {
  for (const times of new Set([seconds, ...units.flatMap(unit => unit.seconds ?? [])])) {
    if (times.length !== placeCount ** 2) throw new RangeError(`seconds has ${times.length} entries; it must have ${placeCount} × ${placeCount} places`)
    times.forEach((time, at) => { if (!(time >= 0)) throw new RangeError(`seconds from place ${Math.floor(at / placeCount)} to ${at % placeCount} is ${time}; it must be 0 or more, or Infinity`) })
  }
  if (!Number.isInteger(seed)) throw new RangeError(`seed is ${seed}; it must be a whole number`)
  if (units.length === 0) throw new RangeError('there is no unit to patrol')
  if (!(settings.bestGuess > 0 && settings.bestGuess <= 1)) throw new RangeError(`bestGuess is ${settings.bestGuess}; it must be above 0 and at most 1`)
  if (!(settings.againMinutes >= 0)) throw new RangeError(`againMinutes is ${settings.againMinutes}; it must be 0 or more`)
  const guardPlace = (what: string, place: number) => { if (!(Number.isInteger(place) && place >= 0 && place < placeCount)) throw new RangeError(`${what} is at place ${place}; places are 0 to ${placeCount - 1}`) }
  const seen = new Map<number, string>()
  for (const stop of stops) {
    const { id, place, weight } = stop, { leastMinutes, mostMinutes, everyMinutes } = { ...settings, ...stop }
    guardPlace(`stop ${id}`, place)
    if (seen.has(place)) throw new RangeError(`stops ${seen.get(place)} and ${id} are the same place ${place}; make one of them`)
    seen.set(place, id)
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`the weight of stop ${id} is ${weight}; it must be 0 or more`)
    // A tour of stays that last no time never comes to an end.
    if (!(leastMinutes >= 1 && leastMinutes <= mostMinutes)) throw new RangeError(`stop ${id} takes from ${leastMinutes} to ${mostMinutes} min; the least must be 1 or more and not above the most`)
    if (!(everyMinutes > settings.againMinutes && everyMinutes < Infinity)) throw new RangeError(`stop ${id} is due every ${everyMinutes} min, but again after ${settings.againMinutes} min at the soonest; it must be longer`)
  }
  for (const { id, station, from, to, meal } of units) {
    guardPlace(`unit ${id}`, station)
    if (!(from < to && to < Infinity)) throw new RangeError(`the shift of unit ${id} is from ${from} to ${to}; it must end after it begins`)
    if (!meal) continue
    guardPlace(`the meal of unit ${id}`, meal.place ?? station)
    if (!(meal.from >= from && meal.to <= to)) throw new RangeError(`the meal of unit ${id} is from ${meal.from} to ${meal.to}; it must lie within the shift, ${from} to ${to}`)
    if (!(meal.minutes > 0 && meal.from + meal.minutes * 60 <= meal.to)) throw new RangeError(`the meal of unit ${id} takes ${meal.minutes} min, but ${(meal.to - meal.from) / 60} min are allowed for it`)
  }
}
