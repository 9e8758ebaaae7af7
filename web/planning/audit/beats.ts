import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { send } from '../../ask.ts'
import { useView } from '../../state/view.ts'
import { useAsked } from '../../states/asked.ts'
import { beatsBody } from '../ask/bodies.ts'
import { usePlanning } from '../store.ts'
import { areaColours } from './colours.ts'
import type { Beats } from './types.ts'

/** Beats as they are asked for and drawn. What they part is the demand of the question on the left, of all its weeks. */
export const useBeats = defineStore('planning-beats', () => {
  const planning = usePlanning(), view = useView()
  const open = computed(() => planning.tab === 'beats' && view.mode === 'planning')
  const count = ref(6), tolerance = ref(0.2), seconds = ref(10)
  /** Number of the beat that is pointed at, and of the one that is chosen. */
  const hovered = ref<number | null>(null), chosen = ref<number | null>(null)
  const asked = shallowRef<string | null>(null)
  const body = computed(() => planning.question && { ...beatsBody(planning.question), beats: count.value, tolerance: tolerance.value, seconds: seconds.value, detached: 'leave_out' as const })
  const drawing = useAsked(async signal => {
    const mine = JSON.stringify(body.value), told = await send<Beats>('POST', '/api/deployment/beats', body.value, signal)
    asked.value = mine
    hovered.value = chosen.value = null
    return told
  })
  const beats = drawing.answer
  const colours = computed(() => beats.value ? areaColours(beats.value.cells, beats.value.beat, beats.value.beats.length) : [])
  /** Another question than the one that the beats answer is on the panels. */
  const old = computed(() => beats.value !== null && asked.value !== JSON.stringify(body.value))
  return { open, count, tolerance, seconds, hovered, chosen, beats, colours, old, trouble: drawing.trouble, waiting: drawing.waiting, draw: drawing.ask, drop: drawing.stop }
})
