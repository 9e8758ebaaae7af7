import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useCatalogue } from './catalogue.ts'
import type { Health, LiveEventName, LiveEvents } from './live-events.ts'

type Handler = (data: never) => void

/** The open ear to the server: revisions of layers, what happens, and whether connection and database are up. */
export const useLive = defineStore('live', () => {
  const catalogue = useCatalogue()
  const connection = ref<'idle' | 'open' | 'lost'>('idle')
  const database = ref<'up' | 'down'>('up')
  /** Epoch milliseconds since when what is shown may be out of date; null while it is fresh. */
  const staleSince = ref<number | null>(null)
  /** How often it came back. What was asked meanwhile may have failed, so everything that is shown is asked again. */
  const recoveries = ref(0)
  const fresh = computed(() => staleSince.value === null)
  const handlers = new Map<LiveEventName, Set<Handler>>()
  let source: EventSource | undefined

  function listen(): void {
    source?.close()
    source = new EventSource('/live')
    source.addEventListener('open', () => { connection.value = 'open'; settle() })
    // The browser reconnects by itself and sends Last-Event-ID.
    source.addEventListener('error', () => {
      connection.value = 'lost'
      staleSince.value ??= Date.now()
      if (source?.readyState === EventSource.CLOSED) setTimeout(() => connection.value === 'lost' && listen(), 3_000)
    })
    for (const name of handlers.keys()) source.addEventListener(name, hand)
  }

  /**
   * Hear of an event. May be asked for before the stream is open or after; lasts over reconnects.
   *
   * @returns stops it
   */
  function on<Name extends LiveEventName>(name: Name, handler: (data: LiveEvents[Name]) => void): () => void {
    let those = handlers.get(name)
    if (!those) {
      handlers.set(name, those = new Set())
      source?.addEventListener(name, hand)
    }
    those.add(handler as Handler)
    return () => { those.delete(handler as Handler) }
  }

  function hand(event: Event): void {
    const { type, data } = event as MessageEvent<string>
    const parsed = JSON.parse(data) as never
    for (const handler of handlers.get(type as LiveEventName) ?? []) handler(parsed)
  }

  on('hello', ({ revisions, health }) => {
    for (const { layer, revision, at } of revisions) catalogue.setRevision(layer, revision, at)
    hear(health)
  })
  on('revision', ({ layer, revision, at }) => catalogue.setRevision(layer, revision, at))
  on('health', hear)

  function hear({ database: state, since }: Health): void {
    database.value = state
    if (state === 'down') staleSince.value ??= since ? Date.parse(since) : Date.now()
    settle()
  }

  function stop(): void {
    source?.close()
    source = undefined
    connection.value = 'idle'
    staleSince.value = null
  }

  function settle(): void {
    if (connection.value !== 'open' || database.value !== 'up' || staleSince.value === null) return
    staleSince.value = null
    recoveries.value++
  }

  return { connection, database, staleSince, recoveries, fresh, listen, on, stop }
})
