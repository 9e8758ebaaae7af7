import type { IncidentEventRow } from '../api/types.ts'
import type { useDeskWords } from '../parts/words.ts'

type Words = Pick<ReturnType<typeof useDeskWords>, 'status' | 'type' | 'unitStatus'>
type Say = (name: string, values?: Record<string, unknown>) => string

const text = (value: unknown): string => typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** What an event says, in one line. `detail` differs by kind; what it leaves out is left unsaid. */
export function eventText(event: IncidentEventRow, words: Words, t: Say): string {
  const { detail } = event
  const unit = text(event.callsign) || text(detail.callsign) || (event.unit_id === null ? '' : `#${event.unit_id}`)
  const said: Record<IncidentEventRow['kind'], () => string> = {
    taken: () => t('events.taken', { type: words.type(text(detail.taken_code ?? detail.code)) }),
    status: () => t('events.status', { from: words.status(text(event.from_status)), to: words.status(text(event.to_status)) }),
    assigned: () => t('events.assigned', { unit }),
    unit: () => {
      const what = text(detail.what ?? detail.change ?? detail.ended)
      if (what === 'stood_down' || what === 'stand_down') return t('events.stood', { unit })
      if (what === 'refused' || what === 'accepted' || what === 'arrived') return t(`events.${what}`, { unit })
      const status = text(detail.status ?? detail.to)
      return status ? t('events.unit', { unit, status: words.unitStatus(status) }) : t('events.unitPlain', { unit })
    },
    note: () => t('events.note', { text: text(detail.text) }),
    merged: () => detail.merged_number || detail.from_number ? t('events.mergedHere', { number: text(detail.merged_number ?? detail.from_number) }) : t('events.merged', { number: text(detail.into_number ?? detail.number ?? detail.into_id) }),
    unmerged: () => t('events.unmerged'),
    moved: () => t('events.moved'),
    typed: () => typedText(detail, words, t),
    handover: () => t('events.handover', { department: text(detail.department), what: stateText(text(detail.event ?? detail.state ?? 'sent'), t) }),
    result: () => t('events.result', { type: words.type(text(detail.resolved_code)) }),
    undone: () => t('events.undone'),
  }
  return said[event.kind]()
}

const states = ['sent', 'accepted', 'returned', 'closed', 'withdrawn', 'resent']
function stateText(event: string, t: Say): string {
  const state = event.replace('handover.', '')
  return states.includes(state) ? t(`handover.${state}`) : state
}

/** A correction may be of type, grade or words: what is said is what changed. */
function typedText(detail: Record<string, unknown>, words: Words, t: Say): string {
  const from = text(detail.from_code ?? (detail.before as Record<string, unknown> | undefined)?.taken_code ?? detail.from)
  const to = text(detail.to_code ?? detail.taken_code ?? (detail.after as Record<string, unknown> | undefined)?.taken_code ?? detail.to)
  if (to && to !== from) return t('events.typed', { from: words.type(from), to: words.type(to) })
  const grade = text(detail.grade ?? (detail.after as Record<string, unknown> | undefined)?.grade)
  return grade ? t('events.graded', { grade }) : t('events.amended')
}
