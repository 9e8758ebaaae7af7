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

export const mayFollow = (from: IncidentStatus, to: IncidentStatus): boolean => (followers[from] as readonly string[]).includes(to)

/** Statuses that still need somebody of ours. */
export const openStatuses: readonly IncidentStatus[] = ['received', 'dispatched', 'enroute', 'on_scene', 'returned']
