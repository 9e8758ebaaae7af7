import { ask, send } from '../../ask.ts'
import type { Compared, Zone, ZoneInFull, ZoneInput } from './types.ts'

/** All zones that the caller may see, in every state. @throws {ApiProblem} */
export const readZones = async (signal: AbortSignal): Promise<Zone[]> => (await ask<{ zones: Zone[] }>('/api/zones?state=all', signal)).zones

/** @throws {ApiProblem} */
export const readZone = (id: number, signal: AbortSignal): Promise<ZoneInFull> => ask(`/api/zones/${id}`, signal)

/** @throws {ApiProblem} whose pointers name the fields */
export const makeZone = (input: ZoneInput): Promise<Zone> => send('POST', '/api/zones', input)

/** @param revision  the version that the change was made from. @throws {ApiProblem} 409 when there is a later one */
export const addVersion = (id: number, revision: number, input: ZoneInput): Promise<Zone> => send('POST', `/api/zones/${id}/versions`, { ...input, revision })

/** @throws {ApiProblem} */
export const compareVersions = (id: number, a: number, b: number, signal: AbortSignal): Promise<Compared> => ask(`/api/zones/${id}/compare?a=${a}&b=${b}`, signal)

/** @throws {ApiProblem} */
export const handOver = (id: number, to: 'deployment' | 'patrol', note: string): Promise<Zone> => send('POST', `/api/zones/${id}/hand-over`, { to, ...note && { note } })

/** @throws {ApiProblem} */
export const withdrawZone = (id: number, reason: string): Promise<Zone> => send('POST', `/api/zones/${id}/withdraw`, { reason })
