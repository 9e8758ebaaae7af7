import type { Client } from 'openapi-fetch'
import { api, unwrap } from '../api.ts'
import type { Found } from './groups.ts'

interface SearchPaths {
  '/search': {
    get: {
      parameters: { query: { q: string, limit?: number, lng?: number, lat?: number }, header?: never, path?: never, cookie?: never }
      responses: { 200: { content: { 'application/json': { results: Found[], took_ms: number } } } }
    }
  }
}

const client = api as unknown as Client<SearchPaths>

/**
 * Answers to a few words, best first.
 *
 * @param near  middle of the map: of two equal answers the nearer one comes first
 * @throws {ApiProblem}
 */
export const search = (q: string, near: { longitude: number, latitude: number } | null, signal: AbortSignal): Promise<{ results: Found[], took_ms: number }> =>
  unwrap(client.GET('/search', { params: { query: { q, limit: 12, ...(near && { lng: near.longitude, lat: near.latitude }) } }, signal }))
