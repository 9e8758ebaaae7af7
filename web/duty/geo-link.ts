import type { Place } from './api.ts'

/** A link that the phone hands to whichever navigator its owner chose (RFC 5870, WGS 84). */
export function geoLink({ longitude, latitude }: Place, name: string): string {
  const at = `${latitude.toFixed(6)},${longitude.toFixed(6)}`
  return `geo:${at}?q=${at}(${encodeURIComponent(name)})`
}
