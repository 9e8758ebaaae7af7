// Positions by a real broker: Debian's mosquitto.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mqtt, { type MqttClient } from 'mqtt'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ensurePackages } from '../server/boot/packages.ts'
import { readMessage } from '../server/positions/mqtt.ts'
import { emptyDatabase, type TestDatabase } from './database.ts'
import { freePort } from './free-port.ts'
import { addCallers, addUnits, Convoy, keysOf, trackOf, type SentFix } from './position-load.ts'
import { runProgram, type Program } from './run-program.ts'
import { startServer, type ServerProcess } from './server-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'mqtt-'))
const units = Array.from({ length: 10 }, (_, i) => i + 1)
const convoy = new Convoy(), sent: SentFix[] = []
let database: TestDatabase, broker: Program, device: MqttClient, server: ServerProcess, port: number, callers: { account: Record<string, string> }
const startBroker = async () => { broker = await runProgram('/usr/sbin/mosquitto', ['-v', '-c', join(folder, 'mosquitto.conf')], /mosquitto version .* running/) }
const start = async () => { server = await startServer(database.url, { MQTT_URL: `mqtt://127.0.0.1:${port}`, JOURNAL_FOLDER: join(folder, 'journal') }) }
const state = async () => (await (await fetch(`${server.url}/health`)).json() as { mqtt: string }).mqtt
/** As devices do it: one message a fix, by device key or by id. */
async function publish(): Promise<void> {
  for (const fix of convoy.next(units)) {
    const { unit, ...rest } = fix
    await device.publishAsync(`units/${unit % 2 ? unit : `TEST-${unit}`}/fix`, JSON.stringify(rest), { qos: 1 })
    sent.push(fix)
  }
}

beforeAll(async () => {
  ensurePackages('mosquitto')
  port = await freePort()
  chmodSync(folder, 0o777)
  writeFileSync(join(folder, 'mosquitto.conf'), `listener ${port} 127.0.0.1\nallow_anonymous true\npersistence true\npersistence_location ${folder}/\nmax_queued_messages 0\n`)
  await startBroker()
  database = await emptyDatabase()
  await addUnits(database.db, units.length)
  callers = await addCallers(database.db)
  await start()
  device = await mqtt.connectAsync(`mqtt://127.0.0.1:${port}`, { reconnectPeriod: 200 })
  await vi.waitFor(async () => expect(await state()).toBe('up'), { timeout: 10_000 })
})
afterAll(async () => {
  await device.endAsync(true)
  await server.stop()
  await broker.stop()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

it('fixes of single units and lines of many arrive in the track; what is no fix is counted', async () => {
  await publish()
  const batch = convoy.next(units)
  await device.publishAsync('fixes', batch.map(fix => JSON.stringify(fix)).join('\n'), { qos: 1 })
  sent.push(...batch)
  await device.publishAsync('units/3/fix', 'nonsense', { qos: 1 })
  await vi.waitFor(async () => expect(await trackOf(database.db)).toEqual(keysOf(sent)), { timeout: 10_000 })
  const metrics = await (await fetch(`${server.url}/metrics`, { headers: callers.account })).text()
  expect(metrics).toMatch(/yizhangtu_fixes_total\{outcome="accepted"\} 20\n/)
  expect(metrics).toMatch(/yizhangtu_fixes_total\{outcome="invalid"\} 1\n/)
  expect(metrics).toMatch(/yizhangtu_mqtt_up 1\n/)
})

it('what comes while the app is down is kept by the broker and taken in afterwards', async () => {
  await server.kill()
  await publish()
  await start()
  await vi.waitFor(async () => expect(await trackOf(database.db)).toEqual(keysOf(sent)), { timeout: 10_000 })
}, 60_000)

it('a broker that goes away and comes back is found again', async () => {
  await vi.waitFor(async () => expect(await state()).toBe('up'), { timeout: 10_000 })
  await broker.stop()
  await vi.waitFor(async () => expect(await state()).toBe('down'), { timeout: 5_000 })
  await startBroker()
  await vi.waitFor(async () => expect(await state()).toBe('up'), { timeout: 10_000 })
  await publish()
  await vi.waitFor(async () => expect(await trackOf(database.db)).toEqual(keysOf(sent)), { timeout: 10_000 })
}, 60_000)

it('the app stops in good order though the broker is gone', async () => {
  await broker.stop()
  await vi.waitFor(async () => expect(await state()).toBe('down'), { timeout: 5_000 })
  const began = Date.now()
  await server.stop()
  expect(Date.now() - began).toBeLessThan(10_000)
}, 30_000)

it('the unit is where the topic has its plus', () => {
  const payload = Buffer.from('{"at":1,"longitude":2,"latitude":3,"unit":"another"}')
  expect(readMessage({ topic: 'radio/PDT-7/gps', payload }, 'radio/+/gps')).toEqual([{ at: 1, longitude: 2, latitude: 3, unit: 'PDT-7' }])
  expect(readMessage({ topic: 'fixes', payload: Buffer.from('{"unit":1}\nx') }, 'radio/+/gps')).toEqual([{ unit: 1 }, 'x'])
})
