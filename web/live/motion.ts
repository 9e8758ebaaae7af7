/** A glide from one place to another; times in milliseconds of one clock. */
export interface Motion {
  fromLongitude: number
  fromLatitude: number
  toLongitude: number
  toLatitude: number
  startedAt: number
  endsAt: number
}

/** However long a unit was silent, its sign reaches the new fix within this: what is drawn is never older than that. */
const longestGlide = 2_500
/** A farther leap, in degrees, was not driven in one go: the sign is put there. */
const leap = 0.03

/** A unit that stands. */
export const standing = (longitude: number, latitude: number): Motion =>
  ({ fromLongitude: longitude, fromLatitude: latitude, toLongitude: longitude, toLatitude: latitude, startedAt: 0, endsAt: 0 })

/** Where it is drawn at a moment: between its two ends, at the later one when the glide is over, never beyond. */
export function placeAt({ fromLongitude, fromLatitude, toLongitude, toLatitude, startedAt, endsAt }: Motion, now: number): [longitude: number, latitude: number] {
  if (now >= endsAt) return [toLongitude, toLatitude]
  const share = Math.max(0, (now - startedAt) / (endsAt - startedAt))
  return [fromLongitude + (toLongitude - fromLongitude) * share, fromLatitude + (toLatitude - fromLatitude) * share]
}

export const isMoving = ({ endsAt }: Motion, now: number): boolean => now < endsAt

/**
 * The glide towards a new fix, from where the sign is drawn now.
 *
 * @param interval  milliseconds between the last fix and this one
 * @param tick  milliseconds between two messages of the server: the shortest glide
 */
export function towards(motion: Motion, longitude: number, latitude: number, now: number, interval: number, tick: number): Motion {
  const [fromLongitude, fromLatitude] = placeAt(motion, now)
  if (fromLongitude === longitude && fromLatitude === latitude) return standing(longitude, latitude)
  if (Math.abs(longitude - fromLongitude) > leap || Math.abs(latitude - fromLatitude) > leap) return standing(longitude, latitude)
  const length = Math.min(Math.max(interval, tick), longestGlide)
  return { fromLongitude, fromLatitude, toLongitude: longitude, toLatitude: latitude, startedAt: now, endsAt: now + length }
}

/**
 * How long a picture of moving signs may stand, in milliseconds, so that the fastest one moves less than a pixel at a
 * time: a whole second over a city, a thirtieth in a street.
 *
 * @param metresPerPixel  of the map now
 * @param fastestKmh  of the signs that move
 */
export function frameMilliseconds(metresPerPixel: number, fastestKmh: number): number {
  const pixelsPerSecond = fastestKmh / 3.6 / metresPerPixel
  return Math.min(1_000, Math.max(33, 800 / Math.max(pixelsPerSecond, 0.01)))
}
