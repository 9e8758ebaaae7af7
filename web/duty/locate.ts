import type { Fix } from './fixes.ts'

export type LocateTrouble = 'denied' | 'unavailable' | 'unsupported' | 'insecure'

const quietMilliseconds = 20_000

/**
 * Follow where the phone is.
 *
 * @param ahead  milliseconds that the server's clock is ahead of the phone's
 * @returns stops it
 */
export function followPosition(ahead: () => number, found: (fix: Fix) => void, failed: (trouble: LocateTrouble) => void): () => void {
  if (!isSecureContext) { failed('insecure'); return () => {} }
  if (!('geolocation' in navigator)) { failed('unsupported'); return () => {} }
  const options = { enableHighAccuracy: true, maximumAge: 1_000, timeout: 30_000 }
  const hear = ({ coords, timestamp }: GeolocationPosition) => {
    heardAt = Date.now()
    found({
      at: Math.round(timestamp + ahead()), longitude: coords.longitude, latitude: coords.latitude,
      accuracy_metres: Math.round(coords.accuracy),
      // A phone that lies still points nowhere.
      ...(coords.heading !== null && !Number.isNaN(coords.heading) && { heading: Math.round(coords.heading) % 360 }),
      ...(coords.speed !== null && coords.speed >= 0 && { speed_kmh: Math.round(coords.speed * 3.6) }),
    })
  }
  const fail = (error: GeolocationPositionError) => failed(error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable')
  let heardAt = Date.now()
  const id = navigator.geolocation.watchPosition(hear, fail, options)
  // A phone that lies still may say nothing for long; a unit whose fix grows old would look lost.
  const timer = setInterval(() => { if (Date.now() - heardAt > quietMilliseconds) navigator.geolocation.getCurrentPosition(hear, fail, options) }, quietMilliseconds)
  return () => { navigator.geolocation.clearWatch(id); clearInterval(timer) }
}
