// Replays one question in a thread of its own; columns of figures go in and come out as plain data.
import type { MessagePort } from 'node:worker_threads'
import { simulate, type Simulation, type SimulationQuestion } from './simulate.ts'

export interface SimulationTask { question: SimulationQuestion, port: MessagePort }

export default function work({ question, port }: SimulationTask): Simulation {
  let told = 0
  try {
    return simulate(question, done => {
      const now = Date.now()
      if (now - told < 100 && done < question.replications) return
      told = now
      port.postMessage(done)
    })
  } finally {
    port.close()
  }
}
