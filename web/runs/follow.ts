import { isAbort } from '../api.ts'
import { ask, send } from '../ask.ts'

/** How often a run that goes on is asked about, milliseconds. */
const pollEvery = 250

interface Replied { id: string, state: string }
type Running<Reply extends Replied> = Extract<Reply, { state: 'running' }>

export interface Follower<Reply extends Replied> {
  /**
   * Ask; an earlier question that is still open is dropped, on the server too.
   *
   * @returns how it ended; null when a later question, or `drop`, came before that
   * @throws {ApiProblem}
   */
  ask(body: object, onRunning: (reply: Running<Reply>) => void): Promise<Exclude<Reply, { state: 'running' }> | null>
  drop(): Promise<void>
}

/**
 * Long questions to the server: asked, followed, dropped. One at a time.
 *
 * @param path  that takes the question
 * @param runs  under which a run is asked for by its id, and given up
 */
export function makeFollower<Reply extends Replied>(path: string, runs = path): Follower<Reply> {
  let current: { control: AbortController, id: string | null, text: string } | null = null

  /** That nobody waits any more is worth saying, but nobody's trouble when it isn't heard. */
  const forget = (id: string): Promise<void> => send<unknown>('DELETE', `${runs}/${id}`, {}).then(() => {}, () => {})

  /** @param next  what is asked instead: asked the same, the server goes on with the same run, which mustn't be given up then */
  async function drop(next?: string): Promise<void> {
    const dropped = current
    current = null
    dropped?.control.abort()
    if (dropped?.id && dropped.text !== next) await forget(dropped.id)
  }

  return {
    drop: () => drop(),
    async ask(body, onRunning) {
      const text = JSON.stringify(body)
      void drop(text)
      const mine = current = { control: new AbortController(), id: null as string | null, text }
      try {
        let reply = await send<Reply>('POST', path, { ...body, wait_ms: 300 })
        for (;;) {
          // Asked for meanwhile by a later question: what this one started has no reader any more.
          if (mine !== current) {
            if (current?.text !== text) void forget(reply.id)
            return null
          }
          mine.id = reply.id
          if (reply.state !== 'running') break
          onRunning(reply as Running<Reply>)
          await new Promise(resolve => setTimeout(resolve, pollEvery))
          reply = await ask<Reply>(`${runs}/${reply.id}`, mine.control.signal)
        }
        current = null
        return reply as Exclude<Reply, { state: 'running' }>
      } catch (error) {
        if (mine !== current || isAbort(error)) return null
        current = null
        throw error
      }
    },
  }
}
