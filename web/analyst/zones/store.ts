import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useDraw } from '../../draw/use-draw.ts'
import { useAsked } from '../../states/asked.ts'
import type { Area } from '../types.ts'
import { readZone, readZones } from './api.ts'
import type { ZoneInFull } from './types.ts'

/** How an outline is drawn: what is shown, what would be saved, and two versions side by side. */
export type OutlineStyle = 'zone' | 'draft' | 'a' | 'b'
export interface Outline { style: OutlineStyle, area: Area }

/** Zones: the list, the one that is open, and what of them is drawn on the map beside the layer. */
export const useZones = defineStore('zones', () => {
  const draw = useDraw()
  const list = useAsked(readZones)
  const openId = ref<number | null>(null)
  const one = useAsked<ZoneInFull>(signal => readZone(openId.value!, signal))
  /** A form is open: for a new zone, or for a new version of the open one. */
  const editing = ref<'new' | 'version' | null>(null)
  /** What the form would save as the area. */
  const draft = shallowRef<Area | null>(null)
  /** Two versions of the open zone that are compared. */
  const comparing = ref<{ a: number, b: number } | null>(null)

  async function open(id: number | null): Promise<void> {
    editing.value = draft.value = comparing.value = null
    if (openId.value !== id) one.clear()
    openId.value = id
    if (id !== null) await one.ask()
  }

  /** What was changed is read again, the list too. */
  async function changed(id: number): Promise<void> {
    await Promise.all([open(id), list.ask()])
  }

  const outlines = computed<Outline[]>(() => {
    const version = (n: number) => one.answer.value?.versions.find(each => each.version === n)?.geometry
    if (comparing.value) {
      const [a, b] = [version(comparing.value.a), version(comparing.value.b)]
      return [...a ? [{ style: 'a' as const, area: a }] : [], ...b ? [{ style: 'b' as const, area: b }] : []]
    }
    return [
      ...one.answer.value && editing.value !== 'new' ? [{ style: 'zone' as const, area: one.answer.value.geometry }] : [],
      // What the pen drew, the pen shows.
      ...editing.value && draft.value && draft.value !== draw.area ? [{ style: 'draft' as const, area: draft.value }] : [],
    ]
  })

  return {
    all: list.answer, listTrouble: list.trouble, readAll: list.ask,
    openId, zone: one.answer, zoneTrouble: one.trouble, readOpen: one.ask,
    editing, draft, comparing, outlines, open, changed,
  }
})
