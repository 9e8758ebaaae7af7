import mqtt, { type IPublishPacket, type MqttClient } from 'mqtt'
import { readLines } from './fix.ts'
import type { Outcome } from './positions.ts'

export interface MqttOptions {
  url: string
  /** Topic of single fixes; its `+` is the unit's device key or id. */
  topic: string
  /** Distinguishes this process's session with the broker; the same after a restart, so that the broker keeps what came meanwhile. */
  clientId: string
  /** Resolves once the fixes are kept. */
  accept(fixes: readonly unknown[]): Promise<Outcome>
  onError(error: unknown): void
}

/** Topic of batches: lines of whole fixes. */
const batchTopic = 'fixes'

/**
 * Read positions from a broker with QoS 1. A message is acknowledged when its fixes are on disk; when they can't be
 * kept the connection is dropped, and the broker sends them again on the next.
 */
export function startMqtt({ url, topic, clientId, accept, onError }: MqttOptions): MqttClient {
  const client = mqtt.connect(url, { clientId, clean: false, reconnectPeriod: 1_000, connectTimeout: 5_000, resubscribe: true })
  // A broker that is away is tried every second; that it is away is said once.
  let said = false
  client.on('connect', () => {
    said = false
    client.subscribe([topic, batchTopic], { qos: 1 }, error => { if (error) onError(error) })
  })
  client.on('error', error => {
    if (!said) onError(error)
    said = true
  })
  client.handleMessage = (packet, done) => {
    accept(readMessage(packet, topic)).then(() => done(), (error: unknown) => {
      onError(error)
      done(error instanceof Error ? error : new Error(String(error)))
      client.stream.destroy()
    })
  }
  return client
}

/** The fixes of a message. What can't be read stands there as it is, to be counted as invalid. */
export function readMessage({ topic, payload }: Pick<IPublishPacket, 'topic' | 'payload'>, pattern: string): unknown[] {
  const lines = readLines(payload.toString())
  if (topic === batchTopic) return lines
  const unit = topic.split('/')[pattern.split('/').indexOf('+')]!
  return lines.map(line => typeof line === 'object' && line !== null ? { ...line, unit } : line)
}
