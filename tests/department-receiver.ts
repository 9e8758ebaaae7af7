// Another department's system, for tests: a real HTTP server that verifies our signatures, fails when told to, and answers back.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  delivery: string
  event: string
  handover: { key: string, department: string, due_at: string, reason: string }
  incident: Record<string, unknown>
}

export interface DepartmentReceiver {
  url: string
  secret: string
  /** Messages that were accepted, in order. */
  received: Received[]
  /** Requests that came, refused ones included. */
  requests: { delivery: string, signed: boolean, answered: number }[]
  /** Answer the next n requests with 500. */
  failNext(n: number): void
  /** Answer nothing at all, as a hung server does, until told otherwise. */
  hang(on: boolean): void
  /** Requests that it leaves without an answer. */
  waiting(): number
  /** Send an answer to our hook, signed as agreed; `tamper` spoils a part of it. */
  answer(baseUrl: string, code: string, body: object, options?: { message?: string, at?: Date, tamper?: 'body' | 'secret', signature?: string, timestamp?: string }): Promise<Answered>
  stop(): Promise<void>
}
export interface Answered { status: number, detail: string | undefined, signature: string, timestamp: string }

const hmac = (secret: string, timestamp: string, body: string) => `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`

/** Written from the published agreement, not with the product's own code: so that a mistake there shows. */
export async function startDepartmentReceiver(secret = 'a secret of both sides'): Promise<DepartmentReceiver> {
  const received: Received[] = [], requests: DepartmentReceiver['requests'] = []
  let failures = 0, hung = false, waiting = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const body = Buffer.concat(chunks).toString(), header = (name: string) => String(request.headers[`x-yizhangtu-${name}`] ?? '')
      const [given, wanted] = [Buffer.from(header('signature')), Buffer.from(hmac(secret, header('timestamp'), body))]
      const fresh = Math.abs(Date.now() / 1000 - Number(header('timestamp'))) < 300
      const signed = fresh && given.length === wanted.length && timingSafeEqual(given, wanted)
      if (hung) {
        waiting++
        response.on('close', () => waiting--)
        return
      }
      const status = !signed ? 401 : failures > 0 ? 500 : 204
      if (status === 500) failures--
      requests.push({ delivery: header('delivery'), signed, answered: status })
      // The delivery's id is its key: a message that comes twice is kept once.
      if (status === 204 && !received.some(({ delivery }) => delivery === header('delivery'))) received.push({ delivery: header('delivery'), ...JSON.parse(body) as Omit<Received, 'delivery'> })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/items`, secret, received, requests,
    failNext(n) { failures = n },
    hang(on) { hung = on },
    waiting: () => waiting,
    async answer(baseUrl, code, payload, { message = randomUUID(), at = new Date(), tamper, ...given } = {}) {
      const body = JSON.stringify(payload), timestamp = given.timestamp ?? String(Math.floor(at.getTime() / 1000))
      const signature = given.signature ?? hmac(tamper === 'secret' ? `${secret}!` : secret, timestamp, body)
      const response = await fetch(`${baseUrl}/hooks/departments/${code}`, {
        method: 'POST', body: tamper === 'body' ? body.replace('"', ' "') : body,
        headers: { 'content-type': 'application/json', 'x-yizhangtu-timestamp': timestamp, 'x-yizhangtu-signature': signature, 'x-yizhangtu-delivery': message },
      })
      const text = await response.text()
      return { status: response.status, detail: text ? (JSON.parse(text) as { detail?: string }).detail : undefined, signature, timestamp }
    },
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => { server.close(resolve) })
    },
  }
}
