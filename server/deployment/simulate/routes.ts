import { Type } from 'typebox'
import { requirePower } from '../../access/powers.ts'
import type { App } from '../../app-types.ts'
import { settledWithin } from '../../runs.ts'
import type { Services } from '../../services.ts'
import { label } from '../../shapes.ts'
import { simulationSchema } from './result.ts'
import { simulationFields, startSimulation } from './simulation.ts'
import type { SimulationRun } from './simulations.ts'

const tags = ['deployment']
const answer = Type.Object({
  id: Type.String(), state: Type.Unsafe<SimulationRun['current']['state']>(Type.String({ description: 'running, done, nothing (to replay, and why), cancelled, failed' })),
  progress: Type.Optional(Type.Object({ phase: Type.Unsafe<'reading' | 'waiting' | 'computing'>(Type.String()), done: Type.Integer({ description: 'replications' }), total: Type.Integer() })),
  why: Type.Optional(label), detail: Type.Optional(Type.String()), seconds: Type.Optional(Type.Number()), result: Type.Optional(simulationSchema),
})

/** `/api/deployment/simulations`: weeks that no plan has seen, replayed through dispatch under today's plan, a proposal and a what-if. */
export function simulationRoutes(app: App, services: Services): void {
  const { simulations } = services.deployment
  app.post('/api/deployment/simulations', {
    schema: {
      tags, summary: 'Replay unseen weeks through dispatch under each plan', description: 'Crews that are out can\'t be sent, calls wait. Answers with the figures when they are there within wait_ms; otherwise ask again by id.',
      body: Type.Object({ ...simulationFields, wait_ms: Type.Optional(Type.Integer({ minimum: 0, maximum: 30_000, description: '300 unless told' })) }, { additionalProperties: false }), response: { 200: answer },
    },
  }, async ({ body: { wait_ms: wait, ...asked }, signedIn }) => {
    requirePower(signedIn, 'plan')
    const run = await startSimulation(services, signedIn, asked)
    await settledWithin(run, wait)
    return answerOf(run)
  })
  const byId = { params: Type.Object({ id: Type.String() }), response: { 200: answer } }
  app.get('/api/deployment/simulations/:id', { schema: { tags, summary: 'A simulation: its progress or its figures', ...byId } }, async ({ params, signedIn }) => {
    requirePower(signedIn, 'plan')
    return answerOf(simulations.own(params.id, signedIn.account.id))
  })
  app.delete('/api/deployment/simulations/:id', { schema: { tags, summary: 'Cancel a simulation', ...byId } }, async ({ params, signedIn }) => {
    requirePower(signedIn, 'plan')
    return simulations.leave(params.id, signedIn.account.id, answerOf)
  })
}

function answerOf({ id, current, seconds }: SimulationRun) {
  switch (current.state) {
    case 'running': return { id, state: current.state, progress: current.progress }
    case 'done': return { id, state: current.state, seconds, result: current.result }
    case 'nothing': return { id, state: current.state, why: current.why }
    case 'failed': return { id, state: current.state, detail: current.detail }
    case 'cancelled': return { id, state: current.state }
  }
}
