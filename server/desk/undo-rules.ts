/** What undoing looks at. */
export interface Undoable {
  id: number
  recorded_at: Date
  kind: string
  to_status: string | null
  detail: Record<string, unknown>
  undone: boolean
}

export const undoMinutes = 5
const kinds = ['status', 'merged', 'typed', 'moved']

/**
 * Why an event can't be undone; undefined where it can.
 *
 * @param later  events of the same incident that were recorded after it
 */
export function undoRefusal(event: Undoable, later: readonly Undoable[], now: Date): string | undefined {
  if (!kinds.includes(event.kind)) return `only a status, a merge, a type or a place can be undone, not "${event.kind}"`
  if (event.undone) return 'it was undone already'
  if (now.getTime() - event.recorded_at.getTime() > undoMinutes * 60_000) return `it is more than ${undoMinutes} minutes ago: change it instead`
  if (event.detail.handover !== undefined) return 'it came of a hand-over: withdraw that, or record the department\'s answer'
  if (event.detail.with !== undefined) return 'it followed the incident that this call was merged into: undo it there'
  if (later.some(other => !other.undone && other.kind === event.kind)) return 'something later was done on top of it: undo that first'
  return undefined
}

/** The newest thing that may be undone now, and until when. */
export function undoOffer(events: readonly Undoable[], now: Date): { event_id: number, until: string } | null {
  const recorded = events.toSorted((a, b) => b.id - a.id)
  const offered = recorded.find((event, i) => undoRefusal(event, recorded.slice(0, i), now) === undefined)
  return offered ? { event_id: offered.id, until: new Date(offered.recorded_at.getTime() + undoMinutes * 60_000).toISOString() } : null
}
