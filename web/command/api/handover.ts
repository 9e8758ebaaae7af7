import { request } from './request.ts'
import type { Department, OutboxItem } from './types.ts'

/** All functions here throw {ApiProblem}. */
export const readDepartments = (signal: AbortSignal) => request<Department[] | { departments: Department[] }>('GET', '/api/departments', undefined, signal)
  .then(answer => Array.isArray(answer) ? answer : answer.departments)
export const handOver = (incidentId: number, department_id: number, reason: string) => request('POST', `/api/incidents/${incidentId}/handover`, { department_id, reason })
export const withdraw = (handoverId: number, reason: string) => request('POST', `/api/handovers/${handoverId}/withdraw`, { reason })
export const resend = (handoverId: number) => request('POST', `/api/handovers/${handoverId}/resend`, {})
export const answerByHand = (handoverId: number, event: 'accepted' | 'returned' | 'closed', outcome: string) =>
  request('POST', `/api/handovers/${handoverId}/answer`, { event, ...(outcome && { outcome }) })

export const readOutbox = (state: 'stuck' | 'all', signal: AbortSignal) => request<{ items: OutboxItem[] }>('GET', `/api/outbox?state=${state}`, undefined, signal)
export const retryItem = (id: number) => request('POST', `/api/outbox/${id}/retry`, {})
export const cancelItem = (id: number) => request('POST', `/api/outbox/${id}/cancel`, {})
