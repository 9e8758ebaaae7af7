import { computed, type ComputedRef } from 'vue'
import { usePlanning } from '../store.ts'
import type { Candidate, Move, Stand } from '../types.ts'
import { usePlanHand } from './hand.ts'
import { drawnId, type Place } from './places.ts'

export interface GoneWay { from: Place & { name: string }, to: Place & { name: string } }

/**
 * From where to where each move went, in their order.
 *
 * @param sites  of the plan before any of them
 */
export function goneWays(moves: readonly Move[], sites: readonly Stand[], candidates: readonly Candidate[]): GoneWay[] {
  const known = new Map<string, Place & { name: string }>([...candidates, ...sites].map(({ id, name, longitude, latitude }) => [id, { name, longitude, latitude }]))
  return moves.flatMap(({ from, to, point }) => {
    if (point) known.set(drawnId(point as [number, number]), { name: '', longitude: point[0]!, latitude: point[1]! })
    const [origin, target] = [known.get(from), known.get(to ?? drawnId(point as [number, number]))]
    return origin && target ? [{ from: origin, to: target }] : []
  })
}

/** Of the plan in hand. */
export function useGoneWays(): ComputedRef<GoneWay[]> {
  const plan = usePlanning(), hand = usePlanHand()
  return computed(() => [...goneWays(plan.moves, plan.solved?.result.sites ?? [], hand.candidates), ...hand.held?.dragging ? [{ from: { ...hand.held.before, name: '' }, to: { ...hand.held.at, name: '' } }] : []])
}
