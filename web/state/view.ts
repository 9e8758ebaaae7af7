import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { i18n, type Language } from '../i18n.ts'
import { startingStack } from '../map/drawings.ts'
import { applyTheme } from '../theme/apply.ts'
import type { Theme } from '../theme/tokens.ts'
import { useCatalogue } from './catalogue.ts'
import { remembered } from './remembered.ts'
import { presetSpan, type Span } from './time.ts'
import type { Camera, Mode, Selection, StackEntry, TimeChoice, ViewState } from './view-state.ts'

export type Panel = 'stack' | 'side' | 'timeline' | 'queue' | 'question' | 'dock'

/** What is looked at and how. Everything that a link carries is here; see url.ts. */
export const useView = defineStore('view', () => {
  const catalogue = useCatalogue()

  const mode = ref<Mode>('situation')
  const camera = ref<Camera | null>(null)
  /** Topmost first. */
  const layers = ref<StackEntry[]>(startingStack())
  const time = ref<TimeChoice>({ preset: '7d' })
  const selection = ref<Selection | null>(null)
  const screen = ref<string | null>(null)

  const theme = remembered<Theme>('theme', ['dark', 'light'], 'dark')
  const language = remembered<Language>('language', ['zh', 'en'], 'zh')
  const collapsed = ref<Record<Panel, boolean>>({ stack: false, side: false, timeline: false, queue: false, question: false, dock: false })
  /** Id of the configured base map that lies under our own ground; empty for none. */
  const base = ref('')
  /** While the timeline plays: the moving window, and the span that it plays through. */
  const playing = ref<{ window: Span, through: Span } | null>(null)

  /** The chosen window as two instants. */
  const span = computed<Span>(() =>
    'preset' in time.value ? presetSpan(time.value.preset, catalogue.anchor, catalogue.timeZone) : time.value)
  /** The window that is drawn: the moving one while the timeline plays. */
  const shown = computed<Span>(() => playing.value?.window ?? span.value)
  /** The window that tiles carry: all that is played through, so that playing asks for no tiles. */
  const carried = computed<Span>(() => playing.value?.through ?? span.value)
  /** The same as the HTTP interface takes it. */
  const window = computed(() => ({ from: new Date(shown.value.from).toISOString(), to: new Date(shown.value.to).toISOString() }))

  const height = ref(globalThis.innerHeight)
  globalThis.addEventListener('resize', () => { height.value = globalThis.innerHeight })
  /** How much larger words and signs are than on a desk: a wall is read from metres away. */
  const scale = computed(() => Math.max(1, Math.round(height.value / (mode.value === 'wall' ? 1080 / 1.15 : 1440) * 10) / 10))

  const entryOf = (id: string): StackEntry | undefined => layers.value.find(entry => entry.id === id)

  /** Take over what a link says; what it leaves out stays. */
  function apply(state: Partial<ViewState>): void {
    if (state.mode) mode.value = state.mode
    if (state.camera) camera.value = state.camera
    if (state.layers) layers.value = withMissing(state.layers)
    if (state.time) time.value = state.time
    selection.value = state.selection ?? null
    screen.value = state.screen ?? null
  }

  watch(theme, value => applyTheme(value), { immediate: true })
  watch(language, value => {
    i18n.global.locale.value = value
    document.documentElement.lang = value === 'zh' ? 'zh-CN' : 'en'
  }, { immediate: true })
  watch(mode, value => document.documentElement.classList.toggle('wall', value === 'wall'), { immediate: true })

  return { mode, camera, layers, time, selection, screen, theme, language, collapsed, base, playing, span, shown, carried, window, scale, entryOf, apply }
})

/** Layers that a link doesn't name are there, switched off, at the bottom. */
function withMissing(entries: StackEntry[]): StackEntry[] {
  const named = new Set(entries.map(entry => entry.id))
  return [...entries, ...startingStack().filter(entry => !named.has(entry.id)).map(entry => ({ ...entry, visible: false }))]
}
