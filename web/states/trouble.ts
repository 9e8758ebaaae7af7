import type { Label } from '../../layers/layer.ts'
import { ApiProblem } from '../api.ts'

/** What can go wrong with an answer, in the terms a person acts on. `conflict`: it can't be done as things stand, and `detail` says why. */
export type TroubleKind = 'offline' | 'signed-out' | 'forbidden' | 'missing' | 'too-much' | 'refused' | 'conflict' | 'unavailable' | 'failed'

export interface Trouble {
  kind: TroubleKind
  /** What the server said: of a conflict for whoever asked, else for whoever looks after it. */
  detail: Label
  /** When asking again makes sense, in seconds. */
  retrySeconds: number | null
  /** What was wrong with the input, by JSON pointer. */
  faults: { pointer: string, detail: string }[]
}

const byStatus: Record<number, TroubleKind> = {
  0: 'offline', 400: 'refused', 401: 'signed-out', 403: 'forbidden', 404: 'missing', 409: 'conflict', 413: 'too-much', 422: 'refused',
  429: 'unavailable', 503: 'unavailable',
}

/** The trouble behind whatever was thrown. What isn't a problem document is a fault of ours and says so. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof ApiProblem)) {
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', detail: { zh: message, en: message }, retrySeconds: null, faults: [] }
  }
  return {
    kind: byStatus[error.status] ?? 'failed',
    detail: error.said,
    retrySeconds: error.retryAfter ?? null,
    faults: error.problem.errors ?? [],
  }
}
