import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useCatalogue } from './catalogue.ts'

interface Health { database: 'up' | 'down', since?: string }

/** The open ear to the server: revisions of layers, and whether connection and database are up. */
export const useLive = defineStore('live', () => {
  const catalogue = useCatalogue()
  const connection = ref<'idle' | 'open' | 'lost'>('idle')
  const database = ref<'up' | 'down'>('up')
  /** Epoch milliseconds since when what is shown may be out of date; null while it is fresh. */
  const staleSince = ref<number | null>(null)
  /** How often it came back. What was asked meanwhile may have failed, so everything that is shown is asked again. */
  const recoveries = ref(0)
  const fresh = computed(() => staleSince.value === null)
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
    on('hello', ({ revisions, health }) => {
      for (const [layer, revision] of Object.entries(revisions as Record<string, number>)) catalogue.setRevision(layer, revision)
      hear(health as Health)
    })
    on('revision', ({ layer, revision, at }) => catalogue.setRevision(layer as string, revision as number, at as string))
    on('health', health => hear(health as unknown as Health))
  }

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

  function on(name: string, handle: (data: Record<string, unknown>) => void): void {
    source!.addEventListener(name, event => handle(JSON.parse((event as MessageEvent<string>).data)))
  }

  function settle(): void {
    if (connection.value !== 'open' || database.value !== 'up' || staleSince.value === null) return
    staleSince.value = null
    recoveries.value++
  }

  return { connection, database, staleSince, recoveries, fresh, listen, stop }
})
