// `npm run dev`: the server restarts when its files change, the client reloads in place; one address for both.
import { spawn } from 'node:child_process'
import { createServer } from 'vite'
import { readConfig } from '../config.ts'
import { claimCheckout, prepareDatabase } from './prepare.ts'

const config = readConfig()
const backPort = 18_000 + process.pid % 2000
const release = claimCheckout()
const database = await prepareDatabase(config.databaseUrl)
const server = spawn(process.execPath, ['--watch', '--watch-path=server', '--watch-path=layers', 'server/main.ts'], {
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: database.url, PORT: String(backPort), CLIENT_URL: 'vite' },
})
process.env.SERVER_URL = `http://127.0.0.1:${backPort}`
const client = await createServer({ configFile: 'vite.config.ts', server: { port: config.port ?? 8080, host: config.host } })
await client.listen()
client.printUrls()

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  const ended = new Promise(done => server.once('exit', done))
  server.kill('SIGTERM')
  await Promise.all([client.close(), ended])
  await database.stop()
  release()
  process.exit(0)
}
