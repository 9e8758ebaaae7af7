import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { covers, disclose, type Stations } from '../../layers/access.ts'
import type { App } from '../app-types.ts'
import type { Services } from '../services.ts'
import { SingleFlight } from '../single-flight.ts'
import type { UnitNow, Units } from './units.ts'

interface Snapshot { version: number, listed: number, until: number, etag: string, plain: Buffer, zipped: Buffer }

const zip = promisify(gzip)

/** `GET /api/units`: every unit on duty as it is now; made once a tick for all callers who may see the same. */
export function unitRoutes(app: App, { units, layers, config }: Services): void {
  const snapshots = new Map<string, Snapshot>()
  const flights = new SingleFlight<Snapshot>()
  // Two processes, or two starts, may count to the same version.
  const started = Date.now().toString(36)

  async function make(key: string, rows: Stations): Promise<Snapshot> {
    const { version, listVersion: listed } = units
    const plain = Buffer.from(JSON.stringify({ as_of: new Date().toISOString(), tick_ms: config.positionTickMs, units: onDuty(units, rows) }))
    const snapshot = { version, listed, until: Date.now() + config.positionTickMs, etag: `"${started}-${process.pid}-${version}"`, plain, zipped: await zip(plain, { level: 3 }) }
    snapshots.set(key, snapshot)
    if (snapshots.size > 100) snapshots.delete(snapshots.keys().next().value!)
    return snapshot
  }

  app.get('/api/units', {
    schema: { tags: ['positions'], summary: 'Every unit on duty with status and newest fix' },
  }, async ({ signedIn, headers }, reply) => {
    const { rows, key } = disclose(signedIn.caller, layers.get('units')!.layer)
    const known = snapshots.get(key)
    // A status is never older than one that the caller heard by /live; a position may be by a tick.
    const snapshot = known && (known.version === units.version || (known.listed === units.listVersion && known.until > Date.now())) ? known : await flights.do(key, () => make(key, rows))
    reply.header('etag', snapshot.etag).header('cache-control', 'private, no-cache').header('vary', 'accept-encoding')
    if (headers['if-none-match'] === snapshot.etag) return reply.code(304).send()
    reply.type('application/json; charset=utf-8')
    return /\bgzip\b/.test(String(headers['accept-encoding'] ?? '')) ? reply.header('content-encoding', 'gzip').send(snapshot.zipped) : reply.send(snapshot.plain)
  })
}

const onDuty = (units: Units, rows: Stations): object[] =>
  [...units.all()].filter(unit => unit.meaning !== 'off_duty' && (rows === 'all' || covers(rows, unit.stationId))).map(asJson)

const iso = (at: number | null): string | null => at === null ? null : new Date(at).toISOString()

/** A unit as callers get it. */
export const asJson = ({ id, callsign, kind, capabilities, status, meaning, statusSince, stationId, shiftFrom, shiftTo, crew, incidentId, fix }: UnitNow): object => ({
  id, callsign, kind, capabilities, status, meaning, status_since: iso(statusSince), station_id: stationId,
  shift_from: iso(shiftFrom), shift_to: iso(shiftTo), crew, incident_id: incidentId,
  fix: fix && { longitude: fix.longitude, latitude: fix.latitude, at: iso(fix.at), heading: fix.heading, speed_kmh: fix.speedKmh },
})
