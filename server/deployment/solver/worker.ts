// Solves one question on a thread of its own, which is busy until it ends: to cancel is to end the thread.
import type { MessagePort } from 'node:worker_threads'
import { models, type ModelId, type Models } from '../models/index.ts'
import { loadHighs } from './load-highs.ts'
import { Proof, type Progress } from './proof.ts'

export interface Task<Id extends ModelId = ModelId> {
  model: Id
  problem: Models[Id]['problem']
  parameters: Models[Id]['parameters']
  /** Seconds that it may take, loading the solver included. */
  seconds: number
  wantedGap: number
  /** Hears of progress, the answer comes otherwise. */
  port?: MessagePort
}

/** Milliseconds between two tellings, unless there is a new plan. */
const pause = 100

export default async function work<Id extends ModelId>({ model, problem, parameters, seconds, wantedGap, port }: Task<Id>): Promise<Models[Id]['answer']> {
  const started = performance.now()
  let told = 0, objective: number | null = null
  const tell = (progress: Progress) => {
    const now = performance.now()
    if (now - told < pause && progress.objective === objective) return
    told = now
    objective = progress.objective
    port?.postMessage({ ...progress, seconds: (now - started) / 1000 })
  }
  try {
    const highs = await loadHighs()
    return models[model].solve(problem, { highs, deadline: started + seconds * 1000, wantedGap, proof: sense => new Proof(sense, tell) }, parameters)
  } finally {
    port?.close()
  }
}
