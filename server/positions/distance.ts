const radius = 6_371_008.8
const radians = Math.PI / 180

/**
 * Great-circle distance in metres on a sphere of the Earth's mean radius (haversine).
 *
 * @param longitude, latitude, otherLongitude, otherLatitude  degrees, WGS 84
 */
export function metresBetween(longitude: number, latitude: number, otherLongitude: number, otherLatitude: number): number {
  const halfLatitude = Math.sin((otherLatitude - latitude) * radians / 2)
  const halfLongitude = Math.sin((otherLongitude - longitude) * radians / 2)
  const h = halfLatitude * halfLatitude + Math.cos(latitude * radians) * Math.cos(otherLatitude * radians) * halfLongitude * halfLongitude
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Metres from a point to the parallel so many degrees north or south of it: nothing beyond it is nearer. */
export const metresToParallel = (degrees: number): number => degrees * radians * radius

/** Metres from a point at this latitude to the meridian so many degrees east or west of it: nothing beyond it is nearer. */
export const metresToMeridian = (degrees: number, latitude: number): number =>
  degrees >= 90 ? Infinity : Math.asin(Math.cos(latitude * radians) * Math.sin(degrees * radians)) * radius
