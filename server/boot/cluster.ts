import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir, totalmem } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { postgresFolder } from './packages.ts'

/** A private PostgreSQL cluster that this process started or found running, and will stop. */
export interface Cluster {
  /** Connection string for one of its databases, by way of its socket. */
  url(database: string): string
  /** Fast shutdown: open transactions are rolled back, everything committed is kept. */
  stop(): Promise<void>
}

interface User { uid: number, gid: number }

/**
 * Start (making it first when needed) the private cluster in `folder`. It listens on a socket only, in a folder of
 * its own that nobody but its user and root may enter. One left running by a killed process is taken over.
 *
 * @param socket  the socket's folder, where it must be the same again after a restart; otherwise a new one each time
 * @throws {Error} with the end of the server's log when it doesn't come up within 60 s
 */
export async function startCluster(folder: string, socket = mkdtempSync(join(tmpdir(), 'yizhangtu-'))): Promise<Cluster> {
  const bin = postgresFolder()
  if (!bin) throw new Error('PostgreSQL is not installed')
  const user = clusterUser()
  const data = placeForData(resolve(folder), user)
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(bin, data, user)
  const left = runningServer(data)
  if (left) {
    rmSync(socket, { recursive: true, force: true })
    return takeOver(bin, data, left, user)
  }
  mkdirSync(socket, { recursive: true })
  chmodSync(socket, 0o700)
  if (user) chownSync(socket, user.uid, user.gid)
  const log: string[] = []
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-k', socket, ...settings()], {
    ...user, cwd: data, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
  })
  for (const stream of [server.stdout, server.stderr]) stream.on('data', chunk => { log.push(String(chunk)); if (log.length > 50) log.shift() })
  await untilReady(bin, socket, user, () => server.exitCode, log)
  return {
    url: database => urlOf(socket, database),
    stop: async () => { await stopServer(server); rmSync(socket, { recursive: true, force: true }) },
  }
}

/**
 * Use the private cluster for a while beside whoever else does: the running one as it is, otherwise started.
 * Only when it was `started` here may the caller stop it.
 */
export async function joinCluster(folder: string): Promise<{ cluster: Cluster, started: boolean }> {
  const data = spawnSync('readlink', ['-f', resolve(folder)], { encoding: 'utf8' }).stdout.trim()
  const started = runningServer(data) === undefined
  return { cluster: await startCluster(folder), started }
}

/** PostgreSQL refuses to run as root, so root runs it as postgres; anybody else runs it as themselves. */
function clusterUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

/**
 * The folder where the data really lies: the one asked for, or, where the postgres user may not enter it (a clone in
 * root's home), one under /var/lib that a link in the folder asked for points to.
 */
function placeForData(folder: string, user: User | undefined): string {
  if (existsSync(folder)) return spawnSync('readlink', ['-f', folder], { encoding: 'utf8' }).stdout.trim()
  mkdirSync(dirname(folder), { recursive: true })
  if (!user) { mkdirSync(folder, { mode: 0o700 }); return folder }
  const mayEnter = spawnSync('test', ['-x', dirname(folder)], user).status === 0
  const real = mayEnter ? folder : join('/var/lib/yizhangtu', createHash('sha256').update(folder).digest('hex').slice(0, 12))
  mkdirSync(dirname(real), { recursive: true, mode: 0o755 })
  rmSync(real, { recursive: true, force: true })
  mkdirSync(real, { mode: 0o700 })
  chownSync(real, user.uid, user.gid)
  if (real !== folder) { rmSync(folder, { force: true }); symlinkSync(real, folder) }
  return real
}

function initialise(bin: string, data: string, user: User | undefined): void {
  const { status, stderr } = spawnSync(join(bin, 'initdb'),
    ['-D', data, '-U', 'yizhangtu', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-instructions'],
    { ...user, cwd: data, encoding: 'utf8' })
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`)
}

/** Memory settings fit for the machine: a quarter of it for the buffers, at most 4 GiB. */
function settings(): string[] {
  const megabytes = Math.floor(totalmem() / 2 ** 20)
  const values: Record<string, string | number> = {
    listen_addresses: '',
    max_connections: 60,
    shared_buffers: `${Math.min(4096, Math.floor(megabytes / 4))}MB`,
    effective_cache_size: `${Math.floor(megabytes / 2)}MB`,
    work_mem: `${Math.max(8, Math.min(64, Math.floor(megabytes / 256)))}MB`,
    maintenance_work_mem: `${Math.max(64, Math.min(1024, Math.floor(megabytes / 16)))}MB`,
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    random_page_cost: 1.1,
    jit: 'off',                     // our statements are short; compiling them costs more than it saves
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function runningServer(data: string): { pid: number, socket: string } | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  const socket = lines[4]?.trim() ?? ''
  try {
    // A pid that now belongs to something else is no server of ours; PostgreSQL then replaces the file itself.
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data)) return undefined
  } catch { return undefined }
  return { pid, socket }
}

async function takeOver(bin: string, data: string, left: { pid: number, socket: string }, user: User | undefined): Promise<Cluster> {
  await untilReady(bin, left.socket, user, () => null, [])
  return {
    url: database => urlOf(left.socket, database),
    stop: async () => {
      spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'fast', '-w', 'stop'], { ...user, cwd: data })
      rmSync(left.socket, { recursive: true, force: true })
    },
  }
}

const urlOf = (socket: string, database: string): string =>
  `postgresql://yizhangtu@/${encodeURIComponent(database)}?host=${encodeURIComponent(socket)}`

async function untilReady(bin: string, socket: string, user: User | undefined, exitCode: () => number | null, log: string[]): Promise<void> {
  for (const start = Date.now(); Date.now() - start < 60_000; await sleep(50)) {
    if (exitCode() !== null) break
    if (spawnSync(join(bin, 'pg_isready'), ['-q', '-h', socket], { ...user, cwd: '/' }).status === 0) return
  }
  throw new Error(`PostgreSQL did not start:\n${log.join('')}`)
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise(done => server.once('exit', done))
  server.kill('SIGINT')
  await ended
}
