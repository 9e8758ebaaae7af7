import type { KeptPatrol } from '../../server/deployment/patrols/read.ts'

export type { DutyPost } from '../../server/deployment/plans/schemas.ts'

/** What the phone needs of a patrol, and of what is in it. */
export type PatrolStop = Pick<KeptPatrol['stops'][number], 'id' | 'name' | 'longitude' | 'latitude'>
export type PatrolVisit = KeptPatrol['tours'][number]['visits'][number]
export type PatrolTour = Pick<KeptPatrol['tours'][number], 'unit_id' | 'callsign' | 'from' | 'to' | 'visits' | 'meal'>
export interface PatrolPlan extends Pick<KeptPatrol, 'id' | 'name' | 'status'> { stops: PatrolStop[], tours: PatrolTour[] }
