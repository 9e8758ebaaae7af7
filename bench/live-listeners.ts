// Many listeners in one process of their own: `node live-listeners.ts host port token count file`. Raw sockets, so that it
// measures the server rather than a client. The first listener decodes what it hears into the file; all get the same bytes, so
// of the others it is enough to know when each message was complete. A line of JSON a report, on "report" at stdin.
import { createWriteStream } from 'node:fs'
import { connect } from 'node:net'
import { decodePositions, type HeardPositions, type PositionMessage } from '../web/live/decode-positions.ts'

const [host, port, token, count, file] = process.argv.slice(2) as [string, string, string, string, string]
const prefix = Buffer.from('event: positions\ndata: {"at":"')
const separator = Buffer.from('\n\n')
const instantLength = 24

/** Milliseconds from a message being made to each listener having it, by the instant it was made. */
const arrivals = new Map<number, { delays: number[], bytes: number }>()
/** How many fixes of a message were how old, in milliseconds, when it was made; by that instant. */
const ages = new Map<number, Map<number, number>>()
const decoded = createWriteStream(file)
const heard: HeardPositions = new Map()
let bytes = 0, ended = 0, opened = 0

for (let i = 0; i < Number(count); i++) {
  await new Promise<void>(done => listen(i === 0, done))
  opened++
}
console.log(JSON.stringify({ opened }))

function listen(first: boolean, open: () => void): void {
  const socket = connect(Number(port), host, () => socket.write(`GET /live HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n\r\n`))
  // Of the message that is coming in: its beginning, for everybody; all of it for the first.
  let begin = Buffer.alloc(0), whole: Buffer[] = [], length = 0, endsWithNewline = false
  const take = (part: Buffer): void => {
    if (part.length === 0) return
    if (begin.length < 64) begin = Buffer.concat([begin, part.subarray(0, 64 - begin.length)])
    if (first) whole.push(part)
    length += part.length
    endsWithNewline = part.at(-1) === 10
  }
  const finish = (): void => {
    complete(begin, first ? Buffer.concat(whole) : undefined, length)
    begin = Buffer.alloc(0)
    whole = []
    length = 0
    endsWithNewline = false
  }
  socket.once('data', open)
  socket.on('data', chunk => {
    bytes += chunk.length
    let from = 0
    // The two newlines may come in two chunks.
    if (endsWithNewline && chunk[0] === 10) { finish(); from = 1 }
    for (let end; (end = chunk.indexOf(separator, from)) >= 0; from = end + separator.length) {
      take(chunk.subarray(from, end))
      finish()
    }
    take(chunk.subarray(from))
  })
  socket.on('error', () => {}).on('close', () => { ended++ })
}

function complete(begin: Buffer, whole: Buffer | undefined, length: number): void {
  const start = begin.indexOf(prefix)
  if (start < 0) return
  const at = Date.parse(begin.toString('latin1', start + prefix.length, start + prefix.length + instantLength))
  if (whole) decode(JSON.parse(whole.toString('latin1', whole.indexOf('{'))) as PositionMessage, at)
  let arrival = arrivals.get(at)
  if (!arrival) arrivals.set(at, arrival = { delays: [], bytes: length })
  arrival.delays.push(Date.now() - at)
}

function decode(message: PositionMessage, at: number): void {
  const { moved } = decodePositions(message, heard)
  const records = Buffer.allocUnsafe(moved.length * 12), counts = new Map<number, number>()
  moved.forEach((id, i) => {
    const { longitude, latitude, at: fixAt } = heard.get(id)!
    records.writeUInt32LE(id, i * 12)
    records.writeInt32LE(Math.round(longitude * 1e5), i * 12 + 4)
    records.writeInt32LE(Math.round(latitude * 1e5), i * 12 + 8)
    counts.set(at - fixAt, (counts.get(at - fixAt) ?? 0) + 1)
  })
  decoded.write(records)
  if (!message.full) ages.set(at, counts)
}

/** Every fix of every message at every listener: how old it was when it was there. */
function report(): object {
  const histogram = new Map<number, number>()
  let total = 0, messages = 0, incomplete = 0
  const sizes: number[] = []
  for (const [at, counts] of ages) {
    const { delays, bytes: size } = arrivals.get(at)!
    messages++
    sizes.push(size)
    if (delays.length !== Number(count)) incomplete++
    for (const delay of delays) for (const [age, fixes] of counts) {
      histogram.set(delay + age, (histogram.get(delay + age) ?? 0) + fixes)
      total += fixes
    }
  }
  const sorted = [...histogram].sort((a, b) => a[0] - b[0])
  const quantile = (q: number): number => {
    let below = 0
    for (const [age, fixes] of sorted) if ((below += fixes) >= total * q) return age
    return NaN
  }
  const fanOut = [...ages.keys()].flatMap(at => arrivals.get(at)!.delays).sort((a, b) => a - b)
  const { user, system } = process.cpuUsage()
  return {
    p50: quantile(0.5), p99: quantile(0.99), worst: sorted.at(-1)?.[0] ?? NaN, fanOut50: fanOut[fanOut.length >> 1], fanOut99: fanOut[Math.floor(fanOut.length * 0.99)],
    messages, incomplete, messageBytes: sizes.sort((a, b) => a - b)[sizes.length >> 1], bytes, ended, cpuSeconds: (user + system) / 1e6,
  }
}

process.stdin.on('data', async () => {
  // What is on its way still comes.
  for (let before = -1; before !== bytes;) {
    before = bytes
    await new Promise(done => setTimeout(done, 2_000))
  }
  await new Promise<void>(done => decoded.end(done))
  console.log(JSON.stringify(report()))
  process.exit(0)
})
