/** With coordinates, so that a map can show it. */
export interface Placed { longitude: number, latitude: number }

/** Whether an incident has coordinates: one whose place nobody found has none. */
export const isMapped = <T extends { longitude: number | null, latitude: number | null }>(item: T): item is T & Placed => Number.isFinite(item.longitude)
