import type { IncidentEventRow } from '../api/types.ts'
import type { useDeskWords } from '../parts/words.ts'

type Words = Pick<ReturnType<typeof useDeskWords>, 'status' | 'type' | 'unitStatus'>
type Say = (name: string, values?: Record<string, unknown>) => string
type Detail = Record<string, unknown>

const text = (value: unknown): string => typeof value === 'string' || typeof value === 'number' ? String(value) : ''
const part = (value: unknown): Detail => typeof value === 'object' && value !== null ? value as Detail : {}

/** What an event says, in one line. */
export function eventText(event: IncidentEventRow, words: Words, t: Say): string {
  const { detail } = event
  const unit = event.callsign ?? (event.unit_id === null ? '' : `#${event.unit_id}`)
  const said: Record<string, (() => string) | undefined> = {
    taken: () => detail.code ? t('events.taken', { type: words.type(text(detail.code)) }) : t('events.takenPlain'),
    status: () => event.from_status ? t('events.status', { from: words.status(event.from_status), to: words.status(text(event.to_status)) }) : words.status(text(event.to_status)),
    assigned: () => t('events.assigned', { unit }),
    unit: () => t(`events.${deedOf(detail)}`, { unit, status: event.to_status ? words.unitStatus(event.to_status) : '' }),
    note: () => detail.text ? t('events.note', { text: text(detail.text) }) : t('events.amended'),
    merged: () => t(detail.merged_id ? 'events.mergedHere' : 'events.merged', { number: text(detail.number) }),
    unmerged: () => t('events.unmerged', { number: text(detail.number) }),
    moved: () => t('events.moved'),
    typed: () => typedText(part(detail.before), part(detail.after), words, t),
    handover: () => t('events.handover', { department: text(detail.department), what: stateText(text(detail.event ?? detail.state), t) }),
    result: () => t('events.result', { type: words.type(text(detail.resolved_code)) }),
    undone: () => t('events.undone'),
  }
  const why = text(detail.reason)
  return (said[event.kind]?.() ?? event.kind) + (why ? t('events.because', { why }) : '')
}

const deeds = ['stood_down', 'refused', 'accepted', 'left', 'done', 'arrived'] as const
const deedOf = (detail: Detail): string => deeds.find(deed => detail[deed] === true) ?? 'unit'

const states = ['sent', 'accepted', 'returned', 'closed', 'withdrawn', 'resent']
function stateText(event: string, t: Say): string {
  const state = event.replace('handover.', '')
  return states.includes(state) ? t(`handover.${state}`) : state
}

/** A correction of type or grade: what is said is what changed. */
function typedText(before: Detail, after: Detail, words: Words, t: Say): string {
  const [from, to] = [text(before.taken_code), text(after.taken_code)]
  return to && to !== from ? t('events.typed', { from: words.type(from), to: words.type(to) }) : t('events.graded', { grade: text(after.grade) })
}
