import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { metresBetween } from '../../duty/fixes.ts'
import { send } from '../../ask.ts'
import { troubleOf, type Trouble } from '../../states/trouble.ts'
import { usePlanning } from '../store.ts'
import type { Candidate, Look, Move, Stand, WhatIf } from '../types.ts'
import { coverageCells } from './coverage-cells.ts'
import { makeNewest } from './newest.ts'
import { drawnId, pointOf, type Place } from './places.ts'

/** A hand that trembled moved nothing. */
const leastMetres = 15
const mostMoves = 100

/** Where a post goes: to a candidate site, or anywhere. */
export type Target = { site: Candidate } | { point: [longitude: number, latitude: number] }

/** The hand on the map: a post that is dragged, what that changes, and the way back. */
export const usePlanHand = defineStore('plan-hand', () => {
  const plan = usePlanning()
  const look = shallowRef<Look | null>(null)
  /** Why the plan's cells can't be shown, or where posts could be moved can't be named. */
  const lookTrouble = shallowRef<Trouble | null>(null)
  const trouble = shallowRef<Trouble | null>(null)
  /** The post under the hand, and, until the answer is there, the one that was let go. `before`: where it stood, among which posts. */
  const held = shallowRef<{ from: string, before: Place, stands: readonly Stand[], at: Place, to: Candidate | null, dragging: boolean } | null>(null)
  /** The post whose new place is pointed out by a click on the map. */
  const pointing = ref<string | null>(null)
  /** The cell under the pointer, with where that is on the page. */
  const hovered = shallowRef<{ cell: string, x: number, y: number } | null>(null)
  /** How often a post was pointed out on the map: the list then shows it. */
  const revealed = ref(0)
  /** Whose posts are drawn beside the plan's. */
  const ghosts = ref<'today' | 'greedy' | null>(null)

  const newest = makeNewest<Move[], WhatIf>(moves => send('POST', '/api/deployment/what-if', { ...plan.which, moves }), (answer, moves) => {
    plan.whatIf = answer
    trouble.value = null
    if (moves === plan.moves && !held.value?.dragging) held.value = null
  }, error => {
    trouble.value = troubleOf(error)
    if (!held.value?.dragging) held.value = null
  })

  const cells = computed(() => plan.solved?.result.cells.cell.length ? plan.solved.result.cells : look.value?.cells ?? null)
  const coverage = computed(() => cells.value && plan.solved ? coverageCells(cells.value, plan.solved.result.sites, plan.whatIf) : null)
  const candidates = computed<readonly Candidate[]>(() => look.value?.candidates ?? [])

  watch(() => JSON.stringify(plan.which), () => {
    newest.drop()
    look.value = held.value = hovered.value = pointing.value = trouble.value = lookTrouble.value = null
    ghosts.value = null
    void readLook()
  }, { immediate: true })

  async function readLook(): Promise<void> {
    const asked = plan.which
    if (!asked) return
    lookTrouble.value = null
    try {
      const found = await send<Look>('POST', '/api/deployment/look', asked)
      if (JSON.stringify(asked) === JSON.stringify(plan.which)) look.value = found
    } catch (error) {
      if (JSON.stringify(asked) === JSON.stringify(plan.which)) lookTrouble.value = troubleOf(error)
    }
  }

  const moveOf = (from: string, target: Target): Move => 'site' in target ? { from, to: target.site.id } : { from, point: target.point }
  function put(moves: Move[]): void {
    plan.moves = moves
    if (moves.length > 0) return newest.ask(plan.moves)
    newest.drop()
    plan.whatIf = held.value = trouble.value = null
  }

  /** @param id  of the post that is taken up */
  function take(id: string): void {
    const stand = plan.stands.find(each => each.id === id)
    if (!stand || plan.moves.length >= mostMoves) return
    const { longitude, latitude } = stand
    plan.chosen = id
    held.value = { from: id, before: { longitude, latitude }, stands: plan.stands, at: { longitude, latitude }, to: null, dragging: true }
  }
  /** @param to  the candidate site that the hand is over, if any */
  function drag(at: Place, to: Candidate | null): void {
    if (!held.value) return
    held.value = { ...held.value, at: to ?? at, to }
    if (far()) newest.ask([...plan.moves, heldMove()])
  }
  function drop(): void {
    if (!held.value) return
    held.value = { ...held.value, dragging: false }
    if (!far()) { held.value = null; return put(plan.moves) }
    const move = heldMove()
    plan.chosen = move.to ?? drawnId(move.point as [number, number])
    put([...plan.moves, move])
  }
  const far = () => metresBetween(held.value!.before, held.value!.at) >= leastMetres
  const heldMove = (): Move => moveOf(held.value!.from, held.value!.to ? { site: held.value!.to } : { point: pointOf(held.value!.at) })

  /** The same without dragging: from the list, by a click on the map or by name. */
  function move(from: string, target: Target): void {
    pointing.value = null
    if (plan.moves.length >= mostMoves || 'site' in target && target.site.id === from) return
    plan.chosen = 'site' in target ? target.site.id : drawnId(target.point)
    put([...plan.moves, moveOf(from, target)])
  }

  /** Whether posts may be taken up: not where moves can't be worked out, nor beyond the most that the server takes. */
  const free = computed(() => lookTrouble.value === null && plan.moves.length < mostMoves)

  return { free, look, lookTrouble, trouble, held, pointing, hovered, revealed, ghosts, cells, coverage, candidates, readLook, take, drag, drop, move, undo: () => put(plan.moves.slice(0, -1)), undoAll: () => put([]), again: () => put(plan.moves) }
})
