import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { send } from '../../ask.ts'
import { useView } from '../../state/view.ts'
import { useAsked } from '../../states/asked.ts'
import { usePlanning } from '../store.ts'
import { gapsOf, type Gap } from './gaps.ts'
import type { Audit, Closure } from './types.ts'

const path = '/api/deployment/circles'

/** How many more posts are looked for: the fewest that close all, or so many that close most. */
export type Aim = 'fewest' | 'most'

/** Response circles under the units of now or the plan in hand: their audit, the gaps of the chosen one, and what closes them. */
export const useCircles = defineStore('planning-circles', () => {
  const planning = usePlanning(), view = useView()
  const wished = ref<'today' | 'plan'>('today')
  /** Without a plan in hand there is nothing but today. */
  const of = computed({ get: () => planning.which ? wished.value : 'today', set: now => { wished.value = now } })
  const which = computed(() => of.value === 'plan' ? { ...planning.which, ...planning.moves.length > 0 && { moves: planning.moves } } : {})
  const open = computed(() => planning.tab === 'circles' && view.mode === 'planning')
  const ruleId = ref<number | null>(null)
  /** The gap that is pointed out, on map and list. */
  const gap = shallowRef<Gap | null>(null)
  const aim = ref<Aim>('fewest'), posts = ref(3)
  /** Crossings as sites, so many metres apart; null: stations and police posts only. */
  const spacing = ref<number | null>(3000)

  const audit = useAsked(signal => send<Audit>('POST', path, which.value, signal))
  const inside = useAsked(signal => send<Audit>('POST', path, { ...which.value, cells_of: ruleId.value }, signal))
  /** The aim that the closure answers. */
  const aimed = ref<Aim>('fewest')
  const closing = useAsked(async signal => {
    const mine = aim.value, told = await send<Closure>('POST', `${path}/${ruleId.value}/closure`, {
      ...which.value, ...mine === 'most' && { posts: posts.value }, ...spacing.value !== null && { sites: { junctions: { spacing_metres: spacing.value } } },
    }, signal)
    aimed.value = mine
    return told
  })

  const circle = computed(() => audit.answer.value?.circles.find(({ rule }) => rule.id === ruleId.value) ?? null)
  const cells = computed(() => inside.answer.value?.cells ?? null)
  const gaps = computed(() => cells.value && circle.value ? gapsOf(cells.value, circle.value.rule.minutes) : null)

  watch([open, () => JSON.stringify(which.value)], ([now]) => { if (now) void audit.ask() }, { immediate: true })
  watch([open, ruleId, () => JSON.stringify(which.value)], ([now, id], [, before]) => {
    gap.value = null
    closing.clear()
    if (id !== before) inside.clear()
    if (now && id !== null) void inside.ask()
  })
  // The picture is there at once: of the first circle that somebody is there for.
  watch(audit.answer, told => {
    if (told && !told.circles.some(({ rule }) => rule.id === ruleId.value)) ruleId.value = (told.circles.find(({ units, cells }) => units > 0 && cells > 0) ?? told.circles[0])?.rule.id ?? null
  })

  return {
    of, open, ruleId, gap, aim, aimed, posts, spacing, circle, cells, gaps,
    audit: audit.answer, auditTrouble: audit.trouble, auditWaiting: audit.waiting, readAudit: audit.ask, cellsTrouble: inside.trouble, readCells: inside.ask,
    closure: closing.answer, closureTrouble: closing.trouble, closing: closing.waiting, close: closing.ask, drop: closing.stop,
  }
})
