import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useCatalogue } from './catalogue.ts'
import { silenceMilliseconds, watchLateness } from './lateness.ts'
import type { Health, LiveEventName, LiveEvents } from './live-events.ts'

type Handler = (data: never) => void

/** Why what is shown may be out of date. */
export type StaleReason = 'connection' | 'database' | 'late'

/** The open ear to the server: revisions of layers, what happens, and whether connection and database are up. */
export const useLive = defineStore('live', () => {
  const catalogue = useCatalogue()
  const connection = ref<'idle' | 'open' | 'lost'>('idle')
  const database = ref<'up' | 'down'>('up')
  /** Epoch milliseconds since when the stream lags behind; null while it keeps up. */
  const lateSince = ref<number | null>(null)
  /** Epoch milliseconds since when what is shown may be out of date; null while it is fresh. */
  const staleSince = ref<number | null>(null)
  const reason = computed<StaleReason>(() => database.value === 'down' ? 'database' : connection.value === 'lost' ? 'connection' : 'late')
  /** How often it came back. What was asked meanwhile may have failed, so everything that is shown is asked again. */
  const recoveries = ref(0)
  const fresh = computed(() => staleSince.value === null)
  const handlers = new Map<LiveEventName, Set<Handler>>()
  let source: EventSource | undefined
  let lateness = watchLateness()
  let watchdog: ReturnType<typeof setInterval> | undefined
  /** Whether this server sends beats: silence tells something only then. */
  let beats = false

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
    watchdog ??= setInterval(look, 5_000)
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

  on('hello', ({ revisions, health, at }) => {
    for (const revision of revisions) catalogue.setRevision(revision.layer, revision.revision, revision.at)
    catalogue.setClock(Date.parse(at))
    lateness = watchLateness()
    time({ at })
    hear(health)
  })
  on('revision', ({ layer, revision, at }) => catalogue.setRevision(layer, revision, at))
  on('health', hear)
  // What bears the server's time as it is sent tells how long it took; revisions bear that of their transaction.
  on('positions', time)
  on('beat', ({ at }) => {
    beats = true
    time({ at })
    if (lateSince.value === null) catalogue.setClock(Date.parse(at))
  })

  function hear({ database: state, since }: Health): void {
    database.value = state
    if (state === 'down') staleSince.value ??= since ? Date.parse(since) : Date.now()
    settle()
  }

  function time({ at }: { at: string }): void {
    lateness.hear(Date.parse(at), Date.now())
    look()
  }

  function look(): void {
    const now = Date.now()
    const since = lateness.lateSince(now)
    const silent = since !== null && now - since > silenceMilliseconds
    if (silent && !beats) return
    lateSince.value = since
    if (since !== null) staleSince.value ??= since
    // A line that was cut without a word looks open for ever: a new one is tried.
    if (silent && connection.value === 'open') {
      lateness = watchLateness()
      connection.value = 'lost'
      listen()
    }
    settle()
  }

  function stop(): void {
    source?.close()
    source = undefined
    clearInterval(watchdog)
    watchdog = undefined
    connection.value = 'idle'
    lateSince.value = null
    staleSince.value = null
  }

  function settle(): void {
    if (connection.value !== 'open' || database.value !== 'up' || lateSince.value !== null || staleSince.value === null) return
    staleSince.value = null
    recoveries.value++
  }

  return { connection, database, lateSince, staleSince, reason, recoveries, fresh, listen, on, stop }
})
