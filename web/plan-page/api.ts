import type { Label } from '../../layers/layer.ts'
import type { DutyPost } from '../../server/deployment/plans/schemas.ts'
import { ApiProblem } from '../api.ts'
import { ask } from '../ask.ts'
import type { DeploymentPlan } from '../planning/types.ts'
import type { After, Compliance, Patrol } from './shapes.ts'

export interface ModelEntry { id: string, title: Label, question: Label, objective: Label, source: string }
export interface ShiftEntry { id: string, label: Label, hours: number[] }

/** All throw {ApiProblem}. */
export const readPlan = (id: number, signal: AbortSignal): Promise<DeploymentPlan> => ask(`/api/deployment/plans/${id}`, signal)
export const readModels = async (signal: AbortSignal): Promise<ModelEntry[]> => (await ask<{ models: ModelEntry[] }>('/api/deployment/models', signal)).models
/** For analysts and chiefs. */
export const readShifts = async (signal: AbortSignal): Promise<ShiftEntry[]> => (await ask<{ shifts: ShiftEntry[] }>('/api/analysis/vocabulary', signal)).shifts
/** The duty of a local day under a plan. */
export const readDutyOf = async (planId: number, day: string, signal: AbortSignal): Promise<DutyPost[]> =>
  (await ask<{ duty: DutyPost[] }>(`/api/deployment/duty?day=${day}`, signal)).duty.filter(({ plan_id }) => plan_id === planId)
/** @returns null for a unit that is gone since: its plan can still be read */
export async function readCallsign(unitId: number, signal: AbortSignal): Promise<string | null> {
  try {
    return (await ask<{ callsign: string }>(`/api/units/${unitId}`, signal)).callsign
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null
    throw error
  }
}
/** For analysts and chiefs. */
export const readAfter = (planId: number, day: string, signal: AbortSignal): Promise<After> => ask(`/api/deployment/plans/${planId}/after?day=${day}`, signal)

export const readPatrol = (id: number, signal: AbortSignal): Promise<Patrol> => ask(`/api/deployment/patrols/${id}`, signal)
/** For analysts and chiefs. */
export const readCompliance = (id: number, signal: AbortSignal): Promise<Compliance> => ask(`/api/deployment/patrols/${id}/compliance`, signal)
