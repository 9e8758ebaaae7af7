import { api, unwrap } from '../api.ts'

/** An access token for a map client, without its secret. */
export interface Token { id: string, label: string, created_at: string, seen_at: string | null, expires_at: string }

/** @throws {ApiProblem} */
export const listTokens = async (signal: AbortSignal): Promise<Token[]> => (await unwrap(api.GET('/api/tokens', { signal }))).tokens

/** Make a token. Its secret is in this answer and nowhere else. @throws {ApiProblem} */
export const createToken = (label: string, days: number): Promise<{ id: string, token: string, expires_at: string }> =>
  unwrap(api.POST('/api/tokens', { body: { label, days } }))

/** @throws {ApiProblem} */
export async function revokeToken(id: string): Promise<void> {
  await unwrap(api.DELETE('/api/tokens/{id}', { params: { path: { id } } }))
}
