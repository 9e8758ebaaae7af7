import { spawn } from 'node:child_process'

export interface Program { stop(): Promise<void> }

/** Start another program and wait until it says that it is ready. @throws with what it said when it ends before */
export function runProgram(command: string, args: readonly string[], ready: RegExp): Promise<Program> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>(done => child.once('exit', () => done()))
  return new Promise((started, failed) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk
      if (ready.test(said)) started({ stop: async () => { child.kill('SIGTERM'); await ended } })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', failed)
    child.once('exit', code => failed(new Error(`${command} ended with ${code}:\n${said}`)))
  })
}
