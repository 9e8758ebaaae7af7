import { api, unwrap } from '../api.ts'
import type { Found } from './groups.ts'

/**
 * Answers to a few words, best first.
 *
 * @param near  middle of the map: of two equal answers the nearer one comes first
 * @throws {ApiProblem}
 */
export const search = (q: string, near: { longitude: number, latitude: number } | null, signal: AbortSignal): Promise<{ results: Found[], took_ms: number }> =>
  unwrap(api.GET('/search', { params: { query: { q, limit: '12', ...(near && { lng: String(near.longitude), lat: String(near.latitude) }) } }, signal }))
