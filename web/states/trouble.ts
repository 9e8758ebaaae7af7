import { ApiProblem } from '../api.ts'

/** What can go wrong with an answer, in the terms a person acts on. */
export type TroubleKind = 'offline' | 'signed-out' | 'forbidden' | 'missing' | 'too-much' | 'refused' | 'unavailable' | 'failed'

export interface Trouble {
  kind: TroubleKind
  /** What the server said, for whoever looks after it. */
  detail: string
  /** When asking again makes sense, in seconds. */
  retrySeconds: number | null
  /** What was wrong with the input, by JSON pointer. */
  faults: { pointer: string, detail: string }[]
}

const byStatus: Record<number, TroubleKind> = {
  0: 'offline', 400: 'refused', 401: 'signed-out', 403: 'forbidden', 404: 'missing', 413: 'too-much', 422: 'refused',
  429: 'unavailable', 503: 'unavailable',
}

/** The trouble behind whatever was thrown. What isn't a problem document is a fault of ours and says so. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof ApiProblem))
    return { kind: 'failed', detail: error instanceof Error ? error.message : String(error), retrySeconds: null, faults: [] }
  return {
    kind: byStatus[error.status] ?? 'failed',
    detail: error.message,
    retrySeconds: error.retryAfter ?? null,
    faults: error.problem.errors ?? [],
  }
}
