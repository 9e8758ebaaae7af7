import type { Fix } from './fixes.ts'

export type LocateTrouble = 'denied' | 'unavailable' | 'unsupported' | 'insecure'

/**
 * Follow where the phone is.
 *
 * @param ahead  milliseconds that the server's clock is ahead of the phone's
 * @returns stops it
 */
export function followPosition(ahead: () => number, found: (fix: Fix) => void, failed: (trouble: LocateTrouble) => void): () => void {
  if (!isSecureContext) { failed('insecure'); return () => {} }
  if (!('geolocation' in navigator)) { failed('unsupported'); return () => {} }
  const id = navigator.geolocation.watchPosition(
    ({ coords, timestamp }) => found({
      at: Math.round(timestamp + ahead()), longitude: coords.longitude, latitude: coords.latitude,
      accuracy_metres: Math.round(coords.accuracy),
      // A phone that lies still points nowhere.
      ...(coords.heading !== null && !Number.isNaN(coords.heading) && { heading: Math.round(coords.heading) % 360 }),
      ...(coords.speed !== null && coords.speed >= 0 && { speed_kmh: Math.round(coords.speed * 3.6) }),
    }),
    error => failed(error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable'),
    { enableHighAccuracy: true, maximumAge: 1_000, timeout: 30_000 },
  )
  return () => navigator.geolocation.clearWatch(id)
}
