import type { Label } from '../../layers/layer.ts'

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
export function undoRefusal(event: Undoable, later: readonly Undoable[], now: Date): Label | undefined {
  if (!kinds.includes(event.kind)) return { zh: '只能撤销状态、合并、类别和位置的改动', en: `only a status, a merge, a type or a place can be undone, not "${event.kind}"` }
  if (event.undone) return { zh: '已经撤销过', en: 'it was undone already' }
  if (now.getTime() - event.recorded_at.getTime() > undoMinutes * 60_000) return { zh: `已超过 ${undoMinutes} 分钟，请直接改正`, en: `it is more than ${undoMinutes} minutes ago: change it instead` }
  if (event.detail.handover !== undefined) return { zh: '这是移交带来的，请撤回移交或登记部门答复', en: 'it came of a hand-over: withdraw that, or record the department\'s answer' }
  if (event.detail.with !== undefined) return { zh: '这是随所合并的警情变动的，请在那一起撤销', en: 'it followed the incident that this call was merged into: undo it there' }
  if (later.some(other => !other.undone && other.kind === event.kind)) return { zh: '之后还有改动，请先撤销后来的', en: 'something later was done on top of it: undo that first' }
  return undefined
}

/** The newest thing that may be undone now, and until when. */
export function undoOffer(events: readonly Undoable[], now: Date): { event_id: number, until: string } | null {
  const recorded = events.toSorted((a, b) => b.id - a.id)
  const offered = recorded.find((event, i) => undoRefusal(event, recorded.slice(0, i), now) === undefined)
  return offered ? { event_id: offered.id, until: new Date(offered.recorded_at.getTime() + undoMinutes * 60_000).toISOString() } : null
}
