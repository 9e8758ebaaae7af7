/** What of the live stream concerns a phone: its task, its unit's status, a roll-call, its incident, who stands where. */
const names = ['task', 'unit', 'roll_call', 'incident', 'deployment', 'patrols'] as const
export type Heard = { name: (typeof names)[number], data: Record<string, unknown> } | { name: 'hello' }

/**
 * Listen while the page is open. The browser comes back by itself after a tunnel; a stream that it gave up is opened again.
 *
 * @returns stops it
 */
export function listen(hear: (heard: Heard) => void): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    // Positions of the whole city are nothing for a phone's allowance.
    source = new EventSource('/live?positions=none')
    source.addEventListener('open', () => hear({ name: 'hello' }))
    for (const name of names) source.addEventListener(name, event => hear({ name, data: JSON.parse((event as MessageEvent<string>).data) as Record<string, unknown> }))
    source.addEventListener('error', () => { if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, 10_000) })
  }
  open()
  return () => { clearTimeout(timer); source.close() }
}
