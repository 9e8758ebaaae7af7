import type { Client } from 'openapi-fetch'
import { api, unwrap } from '../api.ts'

/** An access token for a map client, without its secret. */
export interface Token { id: string, label: string, created_at: string, seen_at: string | null, expires_at: string }

interface None { query?: never, header?: never, cookie?: never }
interface Json<Body> { content: { 'application/json': Body } }

interface TokenPaths {
  '/api/tokens': {
    get: { parameters: None, responses: { 200: Json<{ tokens: Token[] }> } }
    post: { parameters: None, requestBody: Json<{ label: string, days: number }>, responses: { 201: Json<{ id: string, token: string, expires_at: string }> } }
  }
  '/api/tokens/{id}': { delete: { parameters: None & { path: { id: string } }, responses: { 204: { content?: never } } } }
}

const client = api as unknown as Client<TokenPaths>

/** @throws {ApiProblem} */
export const listTokens = async (signal: AbortSignal): Promise<Token[]> => (await unwrap(client.GET('/api/tokens', { signal }))).tokens

/** Make a token. Its secret is in this answer and nowhere else. @throws {ApiProblem} */
export const createToken = (label: string, days: number): Promise<{ id: string, token: string, expires_at: string }> =>
  unwrap(client.POST('/api/tokens', { body: { label, days } }))

/** @throws {ApiProblem} */
export async function revokeToken(id: string): Promise<void> {
  await unwrap(client.DELETE('/api/tokens/{id}', { params: { path: { id } } }))
}
