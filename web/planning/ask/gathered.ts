import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useMayAnalyse } from '../../analyst/powers.ts'
import type { LeftOut } from '../../analyst/types.ts'
import { send } from '../../ask.ts'
import { useCatalogue } from '../../state/catalogue.ts'
import { useView } from '../../state/view.ts'
import { useAsked } from '../../states/asked.ts'
import { usePlanning } from '../store.ts'
import type { Stand } from '../types.ts'
import { demandBody, sitesBody } from './bodies.ts'
import { demandPicture, hourPicture, type DemandByHour } from './demand-picture.ts'
import type { NearRepeat } from './near-repeat.ts'
import { siteName } from './site-names.ts'
import { spacingFor } from './spacing.ts'
import type { Weeks } from './words.ts'

/** What the server says of demand. Lists are in the order of `cells`; `weights` a week, with the 90 % interval. */
export interface DemandAnswer extends Weeks {
  resolution: number
  weeks: number
  size: number
  left_out: Partial<LeftOut>
  cells: string[]
  counts: number[]
  weights: number[]
  low: number[]
  high: number[]
  /** Where it was asked for. */
  near_repeat?: NearRepeat
  /** A week's demand by hour of the week, 0 Monday 00:00. */
  hours: number[]
  /** Where an hour is looked at. */
  by_hour?: DemandByHour
}

export type Site = Omit<Stand, 'units'>

/** Candidate sites, and how many cells have how many minutes. */
export interface SitesAnswer { sites: Site[], cells: number, minutes: { area_class: string | null, minutes: number, cells: number }[] }

/** How long the question must stand still before it is asked about, milliseconds. */
const pause = 350
/** Incidents come all the time, and what is asked about is past weeks: it is looked at again once in so many milliseconds, not at each of them. */
const renewal = 60_000

/** What the question on the panel is about: its demand and its candidate sites, asked for again when what decides them changes. */
export const useGathered = defineStore('planning-gathered', () => {
  const store = usePlanning(), view = useView(), catalogue = useCatalogue(), may = useMayAnalyse()
  /** Hour of the week whose demand is looked at, 0 Monday 00:00; null: a whole week's. */
  const hour = ref<number | null>(null)
  const demand = useAsked(signal => send<DemandAnswer>('POST', '/api/deployment/demand', { ...demandBody(store.question!), ...hour.value !== null && { by_hour: true } }, signal))
  const sites = useAsked(signal => send<SitesAnswer>('POST', '/api/deployment/sites', sitesBody(store.question!), signal))
  const current = () => catalogue.layers.incidents?.revision ?? 0, revision = ref(current())
  let due: ReturnType<typeof setTimeout> | undefined
  watch(current, () => { due ??= setTimeout(() => { due = undefined; revision.value = current() }, renewal) })
  follow(() => store.question && JSON.stringify(demandBody(store.question)) + revision.value + (hour.value !== null), demand)
  follow(() => store.question && JSON.stringify(sitesBody(store.question)) + revision.value, sites)

  function follow(text: () => string | null, asked: typeof demand | typeof sites): void {
    let timer: ReturnType<typeof setTimeout> | undefined
    watch(() => may.value && view.mode === 'planning' ? text() : null, (now, before) => {
      clearTimeout(timer)
      if (now) timer = setTimeout(() => void asked.ask(), before ? pause : 0)
    }, { immediate: true })
  }

  const drawn = computed(() => {
    const answer = demand.answer.value, of = store.picture
    if (!answer || of === 'coverage') return null
    return of === 'demand' && hour.value !== null && answer.by_hour ? hourPicture(answer.by_hour, answer.cells.length, hour.value, view.theme) : demandPicture(answer, of, view.theme)
  })
  const index = computed(() => new Map((demand.answer.value?.cells ?? []).map((cell, i) => [cell, i])))
  const byId = computed(() => new Map((sites.answer.value?.sites ?? []).map(site => [site.id, site])))
  const names = computed(() => new Map([...byId.value].map(([id, site]) => [id, siteName(site, view.language)])))
  /** Metres between crossings when they are first asked for. */
  const spacing = computed(() => spacingFor(demand.answer.value?.cells.length ?? 0, demand.answer.value?.resolution ?? 9))
  /** The cell under the pointer, with where that is on the map in pixels. */
  const hovered = shallowRef<{ cell: string, x: number, y: number } | null>(null)
  /** What clicks on the map are for; null: nothing of ours. */
  const picking = ref<'drawn' | 'fixed' | 'forbidden' | null>(null)
  /** The list of sites is open: the map shows them too. */
  const listed = ref(false)
  /** A reason of a refusal that is looked at: its sites and cells stand out. */
  const pointed = ref<number | null>(null)
  return { demand, sites, hour, drawn, index, byId, names, spacing, hovered, picking, listed, pointed }
})
