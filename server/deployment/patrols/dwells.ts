import { metresBetween } from '../../network/metric.ts'

/** Where a unit was. `at`: seconds, by the clock of the tour. Degrees, WGS 84. */
export interface Fix { at: number, longitude: number, latitude: number }

export interface DwellSettings {
  /** Being there is being so near. Once there, only half as far again counts as having left: a car parked at the rim doesn't come and go. */
  radiusMetres: number
  /** Fixes elsewhere for no longer than this, with fixes here before and after, are errors of the receiver. */
  strayMinutes: number
  /** Between fixes no further apart than this the unit stayed, where both are here. */
  silentMinutes: number
  /** After a silence longer than this it has come anew. */
  apartMinutes: number
  /** A shorter stay is driving past. */
  passMinutes: number
}

export const usualDwells: DwellSettings = { radiusMetres: 80, strayMinutes: 2, silentMinutes: 3, apartMinutes: 20, passMinutes: 2 }

/** A stay. `unknownSeconds`: silences in it or at its ends, in which the unit may have been there or not. */
export interface Dwell { arrive: number, leave: number, staySeconds: number, unknownSeconds: number }

/** Fixes in the order of time, one an instant, those without a place left out. */
export function orderedFixes(track: readonly Fix[], from: number, to: number): Fix[] {
  return track.filter(({ at, longitude, latitude }) => at >= from && at <= to && Number.isFinite(longitude) && Number.isFinite(latitude))
    .sort((a, b) => a.at - b.at).filter(({ at }, n, sorted) => n === 0 || sorted[n - 1]!.at < at)
}

/**
 * The stays of a unit near a point. It is taken to have come and gone half way between the fixes here and elsewhere.
 *
 * @param fixes  in the order of time
 * Cost: O(fixes).
 */
export function dwellsAt(fixes: readonly Fix[], { longitude, latitude }: Pick<Fix, 'longitude' | 'latitude'>, settings: DwellSettings): Dwell[] {
  const { radiusMetres } = settings, [stray, silent, apart, pass] = [settings.strayMinutes * 60, settings.silentMinutes * 60, settings.apartMinutes * 60, settings.passMinutes * 60]
  const dwells: Dwell[] = []
  let dwell: Dwell | null = null, gone: number | null = null
  /** Half of a short way to or from elsewhere was spent here; of a long silence nobody knows. */
  const edge = (to: Dwell, seconds: number): number => {
    if (seconds > silent) {
      to.unknownSeconds += Math.min(seconds, apart)
      return 0
    }
    to.staySeconds += seconds / 2
    return seconds / 2
  }
  const close = () => {
    if (dwell && gone !== null) dwell.leave += edge(dwell, gone - dwell.leave)
    if (dwell && dwell.staySeconds + dwell.unknownSeconds >= pass) dwells.push(dwell)
    dwell = gone = null
  }
  fixes.forEach((fix, n) => {
    const { at } = fix, metres = metresBetween(longitude, latitude, fix.longitude, fix.latitude)
    if (dwell) {
      const since = at - dwell.leave
      if (metres > radiusMetres * 1.5) {
        gone ??= at
        if (since > stray) close()
        return
      }
      if (since <= (gone === null ? apart : stray)) {
        if (gone === null && since > silent) dwell.unknownSeconds += since; else dwell.staySeconds += since
        dwell.leave = at
        gone = null
        return
      }
      close()
    }
    if (metres > radiusMetres) return
    dwell = { arrive: at, leave: at, staySeconds: 0, unknownSeconds: 0 }
    if (n > 0) dwell.arrive -= edge(dwell, at - fixes[n - 1]!.at)
  })
  close()
  return dwells
}
