import type { Label } from './layer.ts'

/** The course of an incident. Which status may follow which; undo goes back the way it came. */
export const followers = {
  received: ['dispatched', 'enroute', 'on_scene', 'transferred', 'handled', 'closed'],
  dispatched: ['enroute', 'on_scene', 'received', 'transferred', 'handled'],
  enroute: ['on_scene', 'dispatched', 'received', 'transferred', 'handled'],
  on_scene: ['handled', 'transferred', 'received'],
  handled: ['closed', 'on_scene', 'transferred'],
  closed: ['handled'],
  transferred: ['returned', 'closed'],
  returned: ['received', 'dispatched', 'enroute', 'on_scene', 'transferred', 'handled', 'closed'],
} as const satisfies Record<string, readonly string[]>

export type IncidentStatus = keyof typeof followers

/** What a status is called, on the map, at the desk and in refusals. */
export const incidentStatuses = {
  received: { zh: '已接警', en: 'Received' },
  dispatched: { zh: '已派警', en: 'Dispatched' },
  enroute: { zh: '途中', en: 'En route' },
  on_scene: { zh: '到场', en: 'On scene' },
  handled: { zh: '已处置', en: 'Handled' },
  closed: { zh: '已结案', en: 'Closed' },
  transferred: { zh: '已移交', en: 'Transferred' },
  returned: { zh: '已退回', en: 'Returned' },
} as const satisfies Record<IncidentStatus, Label>

export const mayFollow = (from: IncidentStatus, to: IncidentStatus): boolean => (followers[from] as readonly string[]).includes(to)

/** Statuses that still need somebody of ours. */
export const openStatuses: readonly IncidentStatus[] = ['received', 'dispatched', 'enroute', 'on_scene', 'returned']
