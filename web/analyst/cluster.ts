/** Incidents that lie close together. The hull is a closed ring: of two places it is a line there and back, of one that place. */
export interface Cluster { count: number, hull: [number, number][] }

/** Whether a cluster's hull encloses an area. */
export const hasArea = ({ hull }: Cluster): boolean => hull.length > 3
