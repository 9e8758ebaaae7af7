import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { makeFollower } from '../runs/follow.ts'
import { useCatalogue } from '../state/catalogue.ts'
import { useSession } from '../state/session.ts'
import { day, formatInstant } from '../state/time.ts'
import { troubleOf, type Trouble } from '../states/trouble.ts'
import type { DeploymentPlan, Move, RunProgress, Solved, SolveQuestion, SolveReply, Stand, ToldReason, WhatIf, Which } from './types.ts'

/** The last so many whole days are what a plan is built on and judged by, at first. */
const usualDays = 182

export type SolveState =
  | { kind: 'idle' }
  /** `since`: epoch milliseconds of this page. `gaps`: proven gap by seconds, as it fell. */
  | { kind: 'running', since: number, progress: RunProgress | null, gaps: { seconds: number, gap: number }[] }
  | { kind: 'done' }
  /** No such plan, or none found in the time: why, and what to change. */
  | { kind: 'none', infeasible: boolean, reasons: ToldReason[] }
  | { kind: 'cancelled' }
  | { kind: 'trouble', trouble: Trouble }

/** What the map's cells say: how soon the plan is there, what a week brings, how sure that is. */
export const pictures = ['coverage', 'demand', 'uncertainty'] as const
export type Picture = (typeof pictures)[number]

/** What the planner's panel on the right shows, and with it the map. */
export const tabs = ['plan', 'plans', 'circles', 'beats', 'patrols'] as const
export type Tab = (typeof tabs)[number]

/** What the planner asks, the plan that was found, and what a hand moved. One for the whole page: panels and map read it. */
export const usePlanning = defineStore('planning', () => {
  const catalogue = useCatalogue()
  const question = ref<SolveQuestion | null>(null)
  const state = shallowRef<SolveState>({ kind: 'idle' })
  /** The last plan found, by its run; it stays while the next one is searched for. */
  const found = shallowRef<{ id: string, seconds: number, plans: Solved[] } | null>(null)
  /** The question that was asked last, and the one that `found` answers, as text. */
  const asked = ref<string | null>(null), answered = ref<string | null>(null)
  /** Which of `found.plans` is looked at. */
  const at = ref(0)
  /** A kept plan that was opened: it stands where what was found stood, until the next search ends. */
  const opened = shallowRef<{ plan: DeploymentPlan, solved: Solved } | null>(null)
  const moves = ref<Move[]>([])
  /** What `moves` change; null without any, or while the first answer is on its way. */
  const whatIf = shallowRef<WhatIf | null>(null)
  /** Id of the site that is pointed out on map and lists. */
  const chosen = ref<string | null>(null)
  const tab = ref<Tab>('plan')
  const picture = ref<Picture>('demand')
  /** How often a link, or Back, said another question. */
  const links = ref(0)
  const follower = makeFollower<SolveReply>('/api/deployment/runs')

  const solved = computed(() => opened.value?.solved ?? found.value?.plans[at.value] ?? null)
  /** The plan in hand as the server knows it. */
  const which = computed<Which | null>(() => opened.value ? { plan_id: opened.value.plan.id } : !found.value || !solved.value ? null
    : { run_id: found.value.id, ...solved.value.shift !== null && { of_shift: solved.value.shift } })
  /** Where units stand now: as found, or as a hand moved them. */
  const stands = computed<readonly Stand[]>(() => whatIf.value?.sites ?? solved.value?.result.sites ?? [])
  const text = computed(() => question.value && JSON.stringify(question.value))
  /** Another question than the one that the shown plan answers is on the panel. */
  const old = computed(() => answered.value !== null && answered.value !== text.value)
  const changed = computed(() => asked.value !== null && asked.value !== text.value)
  watch([found, at, () => opened.value?.plan.id], () => { moves.value = []; whatIf.value = null; chosen.value = null })

  /** At first: the planner's own branch or station, whole days up to the end of yesterday or of the data. */
  function begin(): void {
    const date = (instant: number) => formatInstant(instant, catalogue.timeZone, 'day')
    const scope = useSession().account?.scope, own = scope && scope.kind !== 'bureau' ? scope.id : undefined
    // A station's few buildings are fewer than its cars: crossings are where these stand.
    const sites = scope?.kind === 'station' ? { junctions: { spacing_metres: 500 } } : null
    question.value ??= {
      selection: { from: date(catalogue.anchor - usualDays * day), to: date(catalogue.anchor), ...own !== undefined && { division_id: own } },
      model: 'maximal_covering', posts: own === undefined ? 9 : 4, force: 'patrol_car', ...sites && { sites },
    }
  }

  async function solve(): Promise<void> {
    if (!question.value) return
    const mine = asked.value = JSON.stringify(question.value), since = Date.now()
    let gaps: { seconds: number, gap: number }[] = []
    state.value = { kind: 'running', since, progress: null, gaps }
    try {
      const reply = await follower.ask(JSON.parse(mine) as SolveQuestion, ({ progress }) => {
        if (progress.gap !== null) gaps = [...gaps, { seconds: progress.seconds, gap: progress.gap }]
        state.value = { kind: 'running', since, progress, gaps }
      })
      if (!reply) return
      if (reply.state === 'done') {
        answered.value = mine
        at.value = 0
        opened.value = null
        found.value = { id: reply.id, seconds: reply.seconds, plans: reply.shifts ?? [{ shift: null, moved: [], result: reply.result! }] }
        tab.value = 'plan'
        picture.value = 'coverage'
        state.value = { kind: 'done' }
      } else if (reply.state === 'cancelled') state.value = { kind: 'cancelled' }
      else if (reply.state === 'failed') state.value = { kind: 'trouble', trouble: troubleOf(new Error(reply.detail)) }
      else state.value = { kind: 'none', infeasible: reply.state === 'infeasible', reasons: reply.reasons }
    } catch (error) {
      state.value = { kind: 'trouble', trouble: troubleOf(error) }
    }
  }

  async function cancel(): Promise<void> {
    state.value = { kind: 'cancelled' }
    await follower.drop()
  }

  return { question, state, found, asked, answered, at, opened, picture, solved, which, stands, moves, whatIf, chosen, tab, links, old, changed, begin, solve, cancel }
})
