import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { makeGateway } from '../server/positions/gateways.ts'
import { startServer, type ServerProcess } from '../tests/server-process.ts'
import type { Context, Line } from './context.ts'
import { compare, firstOwnId, putOnDuty, readPlaces, removeOwn, Traffic } from './live-load.ts'

/** `LIVE_SECONDS=300` is the full run. */
const seconds = Number(process.env.LIVE_SECONDS ?? 30)
const perSecond = Number(process.env.LIVE_FIXES ?? 5_000)
const listenerCount = Number(process.env.LIVE_LISTENERS ?? 1_000)
const gateways = 20
const tickMs = 500

interface Report { p50: number, p99: number, worst: number, fanOut50: number, fanOut99: number, messages: number, incomplete: number, messageBytes: number, bytes: number, ended: number, cpuSeconds: number }

/** Positions end to end: gateway to disk, map and database; the server, the listeners and the load each in a process of their own. */
export async function bench({ databaseUrl, services: { db }, headers, random, signedIn }: Context): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-live-'))
  await removeOwn(db)
  const ids = await putOnDuty(db, perSecond)
  const { key } = await makeGateway(db, `bench ${Date.now()}`, signedIn.account.id)
  const { rows: [{ began }] } = await sql<{ began: Date }>`SELECT clock_timestamp() AS began`.execute(db) as { rows: [{ began: Date }] }
  const server = await startServer(databaseUrl, { JOURNAL_FOLDER: join(folder, 'journal'), POSITION_TICK_MS: String(tickMs), DATABASE_POOL: '5' })
  const listeners = await openListeners(server, headers.authorization.replace('Bearer ', ''), join(folder, 'stream'))
  const traffic = new Traffic(ids, await readPlaces(db), random), cpu = cpuSeconds(server.pid), databaseCpu = await databaseSeconds(db)
  await load(traffic, server, key, ids)
  const cores = (cpuSeconds(server.pid) - cpu) / seconds, databaseCores = ((await databaseSeconds(db)) - databaseCpu) / seconds
  const report = await askReport(listeners)
  await untilWritten(server, headers)
  const memory = peakMegabytes(server.pid)
  const { seen, superseded, lost } = compare(traffic.accepted, readFileSync(join(folder, 'stream')), tickMs + 250)
  const track = await trackSums(db, ids, began)
  const wanted = sums(traffic)
  await server.stop()
  await removeOwn(db)
  rmSync(folder, { recursive: true, force: true })
  if (lost > 0 || traffic.refused > 0) throw new Error(`of ${traffic.total} accepted fixes ${lost} never came in the stream; ${traffic.refused} were refused`)
  if (JSON.stringify(track) !== JSON.stringify(wanted)) throw new Error(`the track holds ${JSON.stringify(track)} (number, sums), accepted were ${JSON.stringify(wanted)}`)
  if (report.incomplete > 0 || report.ended > 0) throw new Error(`${report.incomplete} of ${report.messages} messages did not reach all listeners; ${report.ended} streams ended`)

  const name = `${perSecond} fixes/s, ${listenerCount} listeners, ${seconds} s`
  const perListener = report.bytes / listenerCount / seconds
  const plain = perSecond * 16 * 4 / 3
  return [
    { name: `${name}: delta age at the listener, p50`, ours: `${report.p50} ms`, reference: `tick ${tickMs} ms`, ratio: report.p50 / tickMs },
    { name: `${name}: the same, p99 (worst ${report.worst} ms)`, ours: `${report.p99} ms`, reference: 'budget 1000 ms', ratio: report.p99 / 1000 },
    { name: 'of it from being made to being read, p50 and p99', ours: `${report.fanOut50}, ${report.fanOut99} ms`, reference: 'budget 1000 ms', ratio: report.fanOut99 / 1000 },
    { name: `bytes/s a listener (message ${report.messageBytes} B)`, ours: `${(perListener / 1000).toFixed(1)} kB/s`, reference: `records of 16 bytes ${(plain / 1000).toFixed(1)} kB/s`, ratio: perListener / plain },
    { name: 'server: processor', ours: `${cores.toFixed(2)} cores`, reference: `listeners ${(report.cpuSeconds / seconds).toFixed(2)} cores`, ratio: cores / (report.cpuSeconds / seconds) },
    { name: 'database: processor', ours: `${databaseCores.toFixed(2)} cores`, reference: `server ${cores.toFixed(2)} cores`, ratio: databaseCores / cores },
    { name: 'server: most memory', ours: `${memory.toFixed(0)} MiB`, reference: 'budget 1024 MiB', ratio: memory / 1024 },
    { name: `lost of ${traffic.total}: stream ${seen} + ${superseded} superseded, track ${track.count}`, ours: String(lost), reference: `accepted ${traffic.total}`, ratio: lost / traffic.total },
  ]
}

async function openListeners(server: ServerProcess, token: string, file: string): Promise<ChildProcess> {
  const { hostname, port } = new URL(server.url)
  const child = spawn(process.execPath, [fileURLToPath(new URL('live-listeners.ts', import.meta.url)), hostname, port, token, String(listenerCount), file], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout!, 'data') as [Buffer]
  if ((JSON.parse(String(line)) as { opened: number }).opened !== listenerCount) throw new Error(`not all listeners could be opened: ${String(line)}`)
  return child
}

async function askReport(child: ChildProcess): Promise<Report> {
  child.stdin!.write('report\n')
  const [line] = await once(child.stdout!, 'data') as [Buffer]
  return JSON.parse(String(line)) as Report
}

/** Twenty gateways with a batch a second each, made on schedule however slow the server is, and sent in order. */
async function load(traffic: Traffic, server: ServerProcess, key: string, ids: readonly number[]): Promise<void> {
  const start = performance.now(), share = Math.ceil(ids.length / gateways)
  const last: Promise<void>[] = Array.from({ length: gateways }, () => Promise.resolve())
  for (let batch = 0; batch < seconds * gateways; batch++) {
    const gateway = batch % gateways
    last[gateway] = traffic.report(server.url, key, ids.slice(gateway * share, (gateway + 1) * share), last[gateway]!)
    await sleep(Math.max(0, start + (batch + 1) * 1000 / gateways - performance.now()))
  }
  await Promise.all(last)
}

async function untilWritten(server: ServerProcess, headers: Record<string, string>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const text = await (await fetch(`${server.url}/metrics`, { headers })).text()
    if (/^yizhangtu_fixes_journalled 0$/m.test(text)) return
    await sleep(200)
  }
  throw new Error('the journal was not written out within two minutes')
}

interface Sums { count: number, instants: string, weighted: string }

function sums({ accepted }: Traffic): Sums {
  let count = 0, instants = 0n, weighted = 0n
  for (const [id, fixes] of accepted) for (const { at } of fixes) {
    count++
    instants += BigInt(at)
    weighted += BigInt(at) * BigInt(id)
  }
  return { count, instants: String(instants), weighted: String(weighted) }
}

async function trackSums(db: Context['services']['db'], ids: readonly number[], since: Date): Promise<Sums> {
  const { rows: [row] } = await sql<Sums>`
    SELECT count(*)::integer AS count, sum(ms)::text AS instants, sum(ms * unit_id)::text AS weighted
    FROM (SELECT unit_id::numeric, round(extract(epoch FROM at) * 1000) AS ms FROM unit_track
          WHERE at >= ${since} AND (unit_id >= ${firstOwnId}::bigint OR unit_id = ANY(${[...ids]}::bigint[]))) f`.execute(db)
  return row!
}

/** User and system time of a process so far; the kernel counts in hundredths. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** The same of all that work for this database; the cluster must be on this machine. */
async function databaseSeconds(db: Context['services']['db']): Promise<number> {
  const { rows } = await sql<{ pid: number }>`SELECT pid FROM pg_stat_activity WHERE datname = current_database() OR datname IS NULL`.execute(db)
  return rows.reduce((total, { pid }) => total + cpuSeconds(pid), 0)
}

const peakMegabytes = (pid: number): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
