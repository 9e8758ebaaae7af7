import { get, type IncomingMessage } from 'node:http'
import { decodePositions, type HeardPositions, type PositionMessage } from '../web/live/decode-positions.ts'

export interface Heard { name: string, id: string | undefined, data: any }

/** An open stream of a test, with the positions as a client would know them. */
export interface TestListener {
  events: Heard[]
  positions: HeardPositions
  /** Whether the server ended the stream. */
  readonly ended: boolean
  of(name: string): any[]
  /** Read nothing more until `resume`. */
  pause(): void
  resume(): void
  close(): void
}

/** Listen to /live over a real connection; resolves once the stream is open. */
export function openListener(url: string, headers: Record<string, string>, query = ''): Promise<TestListener> {
  return new Promise((opened, failed) => {
    get(`${url}/live${query}`, { headers }, response => {
      if (response.statusCode === 200) opened(hear(response))
      else failed(new Error(`/live answered ${response.statusCode}`))
    }).on('error', failed)
  })
}

function hear(response: IncomingMessage): TestListener {
  const events: Heard[] = [], positions: HeardPositions = new Map()
  let rest = '', ended = false
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n')
    rest = blocks.pop()!
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
      const name = field('event')
      if (!name) continue
      const data = JSON.parse(field('data')!) as unknown
      events.push({ name, id: field('id'), data })
      if (name === 'positions') decodePositions(data as PositionMessage, positions)
    }
  })
  response.on('error', () => {}).on('close', () => { ended = true })
  return {
    events, positions,
    get ended() { return ended },
    of: name => events.filter(event => event.name === name).map(({ data }) => data as unknown),
    pause: () => { response.pause() },
    resume: () => { response.resume() },
    close: () => { response.destroy() },
  }
}
