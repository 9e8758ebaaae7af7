import { EventEmitter } from 'node:events'
import type { App } from '../app-types.ts'
import type { Services } from '../services.ts'

interface Event { id: number, text: string }

/** How many past events a listener can catch up on. */
const kept = 1000
/** A listener that has so many bytes unread is dropped; it comes back by itself and resumes. */
const mostUnread = 1 << 20

/**
 * `GET /live`: server-sent events. `hello` with all revisions at the start or when a listener was away too long,
 * `revision` when a layer changed, `health` when the database goes or comes back.
 * An event is encoded once, whoever listens. Revisions are no secret: what changed is asked for under the caller's own rights.
 */
export function liveRoutes(app: App, { changes, sessions }: Services): void {
  const stream = new EventEmitter<{ event: [Event] }>().setMaxListeners(0)
  const past: Event[] = []
  // Ids begin at the process's start in milliseconds, so an id of an earlier process is never mistaken for one of ours.
  let last = Date.now() * 1000
  const started = last
  const publish = (name: string, data: unknown) => {
    const event = { id: ++last, text: `id: ${last}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n` }
    past.push(event)
    if (past.length > kept) past.shift()
    stream.emit('event', event)
  }
  changes.on('revision', revision => publish('revision', revision))
  changes.on('health', health => publish('health', health))

  app.get('/live', {
    schema: { tags: ['map'], summary: 'Server-sent events: layer revisions and health', produces: ['text/event-stream'] },
  }, (request, reply) => {
    const secret = request.signedIn.sessionId
    const { raw } = reply
    reply.hijack()
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    const seen = Number(request.headers['last-event-id'])
    const oldest = past[0]?.id ?? last + 1
    const resumes = seen >= started && seen <= last && seen >= oldest - 1
    raw.write('retry: 1000\n\n')
    if (resumes) raw.write(past.filter(({ id }) => id > seen).map(({ text }) => text).join(''))
    else raw.write(`id: ${last}\nevent: hello\ndata: ${JSON.stringify({ revisions: changes.all(), health: changes.health, at: new Date().toISOString() })}\n\n`)
    const send = ({ text }: Event) => { if (raw.writableLength > mostUnread) raw.destroy(); else raw.write(text) }
    const beat = setInterval(() => raw.write(`: ${new Date().toISOString()}\n\n`), 15_000)
    // Signing out, or losing the account, ends the stream too.
    const recheck = () => void sessions.isAlive(secret).then(alive => { if (!alive) raw.end() }, () => { /* database down: health tells */ })
    stream.on('event', send)
    changes.on('access', recheck)
    raw.on('close', () => {
      clearInterval(beat)
      stream.off('event', send)
      changes.off('access', recheck)
      open.delete(raw)
    })
    open.add(raw)
  })
  // Streams never end by themselves; a stopping server ends them.
  const open = new Set<{ end(): void }>()
  app.addHook('preClose', async () => { for (const raw of open) raw.end() })
}
