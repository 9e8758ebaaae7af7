import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** How the simulator names itself: what it does isn't worth a line of the log each time. */
export const simulatorName = 'yizhangtu-simulator'

export interface Config {
  /** Connection string; undefined means the private cluster. */
  databaseUrl: string | undefined
  host: string
  /** Undefined means 8080, or the next free one. */
  port: number | undefined
  logLevel: string
  /** Set behind a proxy that ends TLS: cookies get `Secure`. */
  secureCookies: boolean
  /** Proxies whose X-Forwarded-For is believed, as fastify's trustProxy takes it. */
  trustProxy: string | false
  tileCacheMegabytes: number
  statementTimeoutMs: number
  poolSize: number
  /** Whether the demonstration city lives (seed/simulate); an imported one never does by itself. */
  simulate: boolean
  /** Whether this process may be the one that makes the stations' daily reports. */
  dailyReports: boolean
  /** Seconds between two evaluations of the alerts; 0: this process never does it. */
  alertSeconds: number
  /** Optional base maps beneath our own; see docs/operations.md. */
  baseMaps: BaseMap[]
  /** Where accepted positions are kept until they are in the database: a disk of this machine. */
  journalFolder: string
  /** Tracks are kept for so many days. */
  trackDays: number
  /** Milliseconds between two messages of what moved. */
  positionTickMs: number
  /** Positions are shared among processes by this Redis; undefined: this process is alone. */
  redisUrl: string | undefined
  /** A broker that positions are read from, with the topic of single fixes; undefined: none. */
  mqttUrl: string | undefined
  mqttTopic: string
}

export interface BaseMap {
  id: string
  title: { zh: string, en: string }
  kind: 'pmtiles' | 'raster'
  /** For pmtiles a file on the server; for raster an URL with {z} {x} {y}. */
  source: string
  attribution: string
  datum: 'wgs84' | 'gcj02'
  maxZoom: number
}

/**
 * The configuration from environment variables.
 *
 * @throws {RangeError} that names the variable, its value and what would be right
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    databaseUrl: env.DATABASE_URL || undefined,
    host: env.HOST || '127.0.0.1',
    port: env.PORT ? wholeNumber(env, 'PORT', 0, 65535, 0) : undefined,
    logLevel: oneOf(env, 'LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
    secureCookies: oneOf(env, 'SECURE_COOKIES', ['true', 'false'], 'false') === 'true',
    trustProxy: env.TRUST_PROXY || false,
    tileCacheMegabytes: wholeNumber(env, 'TILE_CACHE_MB', 1, 100_000, 256),
    statementTimeoutMs: wholeNumber(env, 'STATEMENT_TIMEOUT_MS', 100, 600_000, 15_000),
    poolSize: wholeNumber(env, 'DATABASE_POOL', 2, 500, 10),
    simulate: oneOf(env, 'SIMULATE', ['on', 'off'], 'on') === 'on',
    dailyReports: oneOf(env, 'DAILY_REPORTS', ['on', 'off'], 'on') === 'on',
    alertSeconds: wholeNumber(env, 'ALERT_SECONDS', 0, 60, 5),
    baseMaps: env.BASE_MAPS ? readBaseMaps(env.BASE_MAPS) : [],
    journalFolder: env.JOURNAL_FOLDER || fileURLToPath(new URL('../.data/positions-journal', import.meta.url)),
    trackDays: wholeNumber(env, 'TRACK_DAYS', 1, 365, 30),
    positionTickMs: wholeNumber(env, 'POSITION_TICK_MS', 50, 60_000, 500),
    redisUrl: urlOf(env, 'REDIS_URL', ['redis:', 'rediss:']),
    mqttUrl: urlOf(env, 'MQTT_URL', ['mqtt:', 'mqtts:', 'ws:', 'wss:']),
    mqttTopic: mqttTopicOf(env),
  }
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, low: number, high: number, otherwise: number): number {
  const text = env[name]
  if (!text) return otherwise
  const value = Number(text)
  if (!Number.isInteger(value) || value < low || value > high)
    throw new RangeError(`${name} is "${text}"; it must be a whole number from ${low} to ${high}`)
  return value
}

function urlOf(env: NodeJS.ProcessEnv, name: string, protocols: string[]): string | undefined {
  const text = env[name]
  if (!text) return undefined
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
    throw new RangeError(`${name} is "${text}"; it must be an URL that begins with ${protocols.map(protocol => `${protocol}//`).join(' or ')}`)
  return text
}

function mqttTopicOf({ MQTT_TOPIC: topic = 'units/+/fix' }: NodeJS.ProcessEnv): string {
  if (topic.split('/').filter(part => part === '+').length !== 1 || topic.includes('#'))
    throw new RangeError(`MQTT_TOPIC is "${topic}"; it must have one part "+" where the unit stands, such as units/+/fix, and no "#"`)
  return topic
}

function oneOf(env: NodeJS.ProcessEnv, name: string, allowed: string[], otherwise: string): string {
  const value = env[name] || otherwise
  if (!allowed.includes(value)) throw new RangeError(`${name} is "${value}"; it must be one of ${allowed.join(', ')}`)
  return value
}

function readBaseMaps(file: string): BaseMap[] {
  const maps = JSON.parse(readFileSync(file, 'utf8')) as BaseMap[]
  if (!Array.isArray(maps)) throw new RangeError(`BASE_MAPS file ${file} must hold a JSON array`)
  maps.forEach((map, i) => {
    if (map.kind !== 'pmtiles' && map.kind !== 'raster')
      throw new RangeError(`BASE_MAPS /${i}/kind is "${map.kind}"; it must be pmtiles or raster`)
    if (map.datum !== 'wgs84' && map.datum !== 'gcj02')
      throw new RangeError(`BASE_MAPS /${i}/datum is "${map.datum}"; it must be wgs84 or gcj02`)
  })
  return maps
}
