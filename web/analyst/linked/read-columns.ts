import { unwrap } from '../../api.ts'
import { jsonOf } from '../../ask.ts'
import type { Selection } from '../types.ts'
import { decodeColumns, type IncidentTable } from './decode-columns.ts'

/** Bytes that came, and how many will; 0 where the answer doesn't say. */
export interface BytesProgress { done: number, total: number }

/**
 * The incidents of a selection as columns: some 37 bytes each, in the order of time.
 *
 * @param progress  told as bytes come, at most once a frame's worth of them
 * @throws {ApiProblem} as the server says, with status 0 when no answer came
 * @throws {RangeError} for an answer that isn't laid out as agreed
 * @throws {DOMException} named AbortError when the caller cancelled
 */
export async function readColumns(selection: Selection, signal: AbortSignal, progress: (bytes: BytesProgress) => void): Promise<IncidentTable> {
  const asked = fetch('/api/analysis/columns', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ selection }), signal })
  const response = await unwrap(asked.then(async answer => answer.ok ? { data: answer, response: answer } : { error: await jsonOf(answer), response: answer }))
  return decodeColumns(await bytesOf(response, progress))
}

/** The body in one piece of memory: written where it belongs as it comes, where the answer says how long it is. */
async function bytesOf(response: Response, progress: (bytes: BytesProgress) => void): Promise<ArrayBuffer> {
  // A compressed answer says the length of what travels, not of what it holds.
  const total = response.headers.has('content-encoding') ? 0 : Number(response.headers.get('content-length'))
  const reader = response.body!.getReader()
  let whole = new Uint8Array(total || 1 << 20), done = 0
  for (;;) {
    const { done: ended, value } = await reader.read()
    if (ended) break
    if (done + value.length > whole.length) {
      const larger = new Uint8Array(Math.max(whole.length * 2, done + value.length))
      larger.set(whole.subarray(0, done))
      whole = larger
    }
    whole.set(value, done)
    done += value.length
    progress({ done, total })
  }
  return done === whole.length ? whole.buffer : whole.buffer.slice(0, done)
}
