import type { Queued } from './actions.ts'
import type { Duty, StatusEntry, StatusOption, Task } from './api.ts'

/** The duty as the phone shows it: what the server said last, with the taps that it hasn't heard of yet. */
export interface Shown extends Duty {
  /** Whether what is shown of the status or the task waits to be sent. */
  pending: boolean
}

/**
 * Apply what waits to what the server said. Refused actions change nothing.
 *
 * @param statuses  the dictionary: which status may follow which, while the server can't say
 */
export function withWaiting(duty: Duty, items: readonly Queued[], statuses: readonly StatusEntry[]): Shown {
  const waiting = items.filter(item => item.refused === null)
  return waiting.reduce<Shown>((shown, item) => apply(shown, item, statuses), { ...duty, pending: false })
}

function apply(shown: Shown, { action, meaning }: Queued, statuses: readonly StatusEntry[]): Shown {
  const { task } = shown
  const mine = task !== null && action.incident_id === task.id ? task : null
  switch (action.kind) {
    case 'status': return become(shown, statuses.find(each => each.code === action.status), action.at, meaning === 'available' || meaning === 'off_duty' ? { task: null } : {}, statuses)
    case 'accept': return mine ? { ...shown, pending: true, task: assigned(mine, { accepted_at: action.at }) } : shown
    case 'arrive': return mine
      ? become({ ...shown, task: assigned(mine, { accepted_at: mine.assignment.accepted_at ?? action.at, arrived_at: action.at }) }, first(statuses, 'on_scene'), action.at, {}, statuses)
      : shown
    case 'refuse': case 'result': case 'done': return mine ? become(shown, first(statuses, 'available'), action.at, { task: null }, statuses) : shown
    case 'roll_call': return { ...shown, roll_call: null }
    case 'note': return shown
  }
}

const assigned = (task: Task, times: Partial<Task['assignment']>): Task => ({ ...task, assignment: { ...task.assignment, ...times } })

const first = (statuses: readonly StatusEntry[], meaning: StatusOption['meaning']): StatusEntry | undefined => statuses.find(each => each.meaning === meaning)

function become(shown: Shown, status: StatusEntry | undefined, at: string, change: Partial<Shown>, statuses: readonly StatusEntry[]): Shown {
  if (!shown.unit || !status) return { ...shown, ...change, pending: true }
  return {
    ...shown, ...change, pending: true,
    unit: { ...shown.unit, status: status.code, meaning: status.meaning, status_since: at },
    statuses: statuses.filter(each => status.next.includes(each.code)),
  }
}
