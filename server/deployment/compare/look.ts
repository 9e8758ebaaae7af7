import { Type, type Static } from 'typebox'
import type { SignedIn } from '../../access/sessions.ts'
import type { Services } from '../../services.ts'
import { evaluate } from '../figures/evaluate.ts'
import { rowsOf } from '../figures/stands.ts'
import { planInHand } from '../plans/in-hand.ts'
import { whichFields } from '../plans/schemas.ts'
import { cellsSchema, standSchema, tellCells } from '../solve/solved.ts'

const { moves: _moves, ...which } = whichFields
export const lookBody = Type.Object(which, { additionalProperties: false })
export const lookSchema = Type.Object({ candidates: Type.Array(Type.Omit(standSchema, ['units'])), cells: cellsSchema }, { description: 'where a post of the plan may be moved by name, and how soon the plan comes to each cell' })

/** What a map of a plan needs beside its sites: a plan that is kept has them with its situation only. */
export async function lookAt(services: Services, signedIn: SignedIn, body: Static<typeof lookBody>): Promise<Static<typeof lookSchema>> {
  const { situation, stands } = await planInHand(services, signedIn, body), timed = await services.deployment.timed(situation)
  return { candidates: situation.sites, cells: tellCells(situation, evaluate(situation, stands, await rowsOf(timed, stands), Float64Array.from(situation.demand.weights))) }
}
