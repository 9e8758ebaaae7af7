import { ask, send } from '../ask.ts'
import type { SavedReport } from './saved.ts'

export interface ReportRow { id: number, title: string, method: string, language: 'zh' | 'en', author: string, created_at: string }

/** What is saved: the server freezes the runs and zones as they are. */
export interface ReportInput {
  title: string
  question: object
  conclusions?: string
  run_id: string
  clock_run_id?: string
  judgement_run_id?: string
  zone_ids?: number[]
  language: 'zh' | 'en'
  parts: readonly string[]
}

/** The newest first. @throws {ApiProblem} */
export const readReports = async (signal: AbortSignal): Promise<ReportRow[]> => (await ask<{ reports: ReportRow[] }>('/api/reports', signal)).reports

/** @throws {ApiProblem} */
export const readReport = (id: number, signal: AbortSignal): Promise<SavedReport> => ask(`/api/reports/${id}`, signal)

/** @throws {ApiProblem} whose pointers name the fields */
export const saveReport = (input: ReportInput): Promise<{ id: number }> => send('POST', '/api/reports', input)
