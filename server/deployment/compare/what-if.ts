import { LRUCache } from 'lru-cache'
import { Type, type Static } from 'typebox'
import type { SignedIn } from '../../access/sessions.ts'
import type { Services } from '../../services.ts'
import type { Timed } from '../deployment.ts'
import { evaluate, figuresSchema, type Evaluated } from '../figures/evaluate.ts'
import { rowsOf, type Stand } from '../figures/stands.ts'
import { moveStands, planInHand } from '../plans/in-hand.ts'
import { moveSchema, whichFields } from '../plans/schemas.ts'
import { standSchema } from '../solve/solved.ts'

export const whatIfBody = Type.Object({ ...whichFields, moves: Type.Array(moveSchema, { minItems: 1, maxItems: 100 }) }, { additionalProperties: false })
const cells = Type.Array(Type.String())
export const whatIfSchema = Type.Object({
  sites: Type.Array(standSchema), before: figuresSchema, after: figuresSchema, gained: cells, lost: cells,
  changed: Type.Object({ cell: cells, seconds: Type.Array(Type.Union([Type.Integer(), Type.Null()])), site: Type.Array(Type.Integer({ description: 'number in `sites`; -1 none' })) }, { description: 'cells that another post comes to, or at another time' }),
  off_road: cells,
})

/** What plans do before a hand moves anything, by the times that they go by: a drag asks for the same one twenty times a second. */
const unmoved = new WeakMap<Float32Array, LRUCache<string, Evaluated>>()

async function before(timed: Timed, stands: readonly Stand[], weights: Float64Array): Promise<Evaluated> {
  const known = unmoved.get(timed.seconds) ?? new LRUCache<string, Evaluated>({ max: 8 }), key = `${timed.hash} ${stands.map(({ id, units }) => `${id}*${units}`).join(' ')}`
  unmoved.set(timed.seconds, known)
  let figures = known.get(key)
  if (!figures) known.set(key, figures = evaluate(timed.situation, stands, await rowsOf(timed, stands), weights))
  return figures
}

/**
 * What moving posts by hand changes, each time from the plan itself.
 *
 * Cost: a look at each cell; a point that is no candidate site takes one search of the roads.
 */
export async function whatIf(services: Services, signedIn: SignedIn, body: Static<typeof whatIfBody>): Promise<Static<typeof whatIfSchema>> {
  const { situation, stands } = await planInHand(services, signedIn, body), timed = await services.deployment.timed(situation), { demand, ground } = situation
  const moved = moveStands(stands, body.moves, situation), weights = Float64Array.from(demand.weights)
  const then = await before(timed, stands, weights), rows = await rowsOf(timed, moved), after = evaluate(situation, moved, rows, weights)
  const covers = ({ seconds }: Evaluated, cell: number) => seconds[cell]! <= ground.limits[cell]!
  const counting = demand.cells.flatMap((_, cell) => weights[cell]! > 0 ? [cell] : []), names = (of: number[]) => of.map(cell => demand.cells[cell]!)
  const changed = demand.cells.flatMap((_, cell) => then.seconds[cell] !== after.seconds[cell] || stands[then.stand[cell]!]?.id !== moved[after.stand[cell]!]?.id ? [cell] : [])
  return {
    sites: moved, before: then.figures, after: after.figures,
    gained: names(counting.filter(cell => !covers(then, cell) && covers(after, cell))), lost: names(counting.filter(cell => covers(then, cell) && !covers(after, cell))),
    changed: { cell: names(changed), seconds: changed.map(cell => after.seconds[cell] === Infinity ? null : Math.round(after.seconds[cell]!)), site: changed.map(cell => after.stand[cell]!) },
    off_road: moved.filter((_, i) => rows[i]!.every(each => each === Infinity)).map(({ id }) => id),
  }
}
