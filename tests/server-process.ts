import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface ServerProcess {
  url: string
  pid: number
  /** Ends as a crash ends it: nothing is put away. */
  kill(): Promise<void>
  /** Ends as `Ctrl-C` ends it. */
  stop(): Promise<void>
}

const program = fileURLToPath(new URL('../server/main.ts', import.meta.url))

/** The server as it is started for real, in a process of its own, on a free port, without the client. */
export function startServer(databaseUrl: string, environment: Record<string, string> = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: databaseUrl, SEED: 'none', CLIENT_URL: 'none', PORT: '0', SIMULATE: 'off', LOG_LEVEL: 'error', ...environment },
  })
  const ended = new Promise<void>(done => child.once('exit', () => done()))
  const end = async (signal: NodeJS.Signals) => { child.kill(signal); await ended }
  return new Promise((started, failed) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said = (said + chunk).slice(-10_000)
      const url = / is ready at (\S+)/.exec(said)?.[1]
      if (url) started({ url, pid: child.pid!, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', code => failed(new Error(`the server ended with ${code}:\n${said}`)))
  })
}
