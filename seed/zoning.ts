import { sql } from 'kysely'
import type { Caller } from '../layers/access.ts'
import type { SignedIn } from '../server/access/sessions.ts'
import { startAnalysis } from '../server/analysis/analysis.ts'
import { readQuestion, type Selection } from '../server/analysis/selection.ts'
import { requireArea } from '../server/area/geometry.ts'
import { Changes } from '../server/changes.ts'
import { openDatabase, openPool, type Database } from '../server/database.ts'
import { readCity } from '../server/layers/city.ts'
import { readDictionaries } from '../server/layers/dictionaries.ts'
import { openSource } from '../server/layers/source.ts'
import { loadLayers } from '../server/layers/stored.ts'
import { findMiddle } from '../server/zones/check.ts'
import { freezeEvidence, type Freezer } from '../server/zones/evidence.ts'
import { keepZoneStates } from '../server/zones/keeper.ts'
import { insertHandOver, insertNextVersion, insertZone, withdrawZone, type LockedZone, type NewVersion } from '../server/zones/write.ts'
import type { Taker } from '../server/zones/zone.ts'

type Said = Pick<NewVersion, 'name' | 'reason' | 'shifts' | 'from' | 'to' | 'geometry'>

/** Zones drawn by the server's own functions: what an analyst does over HTTP, on days of the demonstration's past. */
export interface Zoning {
  db: Database
  /** The cell of a station with the highest Gi*, or, where nothing is hot, with most incidents; null where there are hardly any. */
  hottest(stationId: number, selection: Selection): Promise<{ runId: string, cell: string, /** The station's cells with incidents. */ cells: ReadonlySet<string>, hot: boolean } | null>
  draw(said: Said, runId: string, at: Date): Promise<number>
  widen(id: number, said: Said, runId: string, at: Date): Promise<void>
  handOver(id: number, to: Taker, note: string, at: Date): Promise<void>
  withdraw(id: number, reason: string, at: Date): Promise<void>
  keepStates(now: Date): Promise<void>
  stop(): Promise<void>
}

const author = { id: null, name: '演示研判员' }
const resolution = 9

export async function startZoning(url: string): Promise<Zoning> {
  const pool = openPool(url, { poolSize: 4, statementTimeoutMs: 0 }), db = openDatabase(pool), changes = new Changes(url)
  await changes.start()
  const analysis = startAnalysis(pool, db, changes), layers = await loadLayers()
  const caller: Caller = { accountId: 0, name: author.name, roles: ['analyst'], stations: 'all' }
  const signedIn: SignedIn = { account: { id: 0, name: author.name, display_name: author.name, roles: ['analyst'], scope: null }, caller, sessionId: '', kind: 'token' }
  const [city, dictionaries] = await Promise.all([readCity(db), readDictionaries(db)])
  const services: Freezer = { db, analysis, open: id => openSource(layers.get(id)!, caller), vocabulary: async () => ({ dictionaries, timeZone: city.time_zone }) }

  async function run(method: string, selection: Selection) {
    const source = services.open('incidents', signedIn), asked = { method, selection, parameters: method === 'gi_star' ? { steps: 1 } : {}, resolution }
    const question = await readQuestion(db, source.layer, selection, city.time_zone)
    const started = analysis.engine.start(0, asked, async () => {
      const [columns, area] = await Promise.all([analysis.columns.get(source), analysis.studyArea(resolution)])
      return { kind: 'method', method, parameters: asked.parameters, columns, question, area }
    }, asked)
    await started.settled
    if (started.current.state === 'failed') throw new Error(`${method} failed: ${started.current.detail}`)
    return started.current.state === 'done' ? { id: started.id, result: started.current.done.result as { cells: string[], counts: number[], z?: number[], confidence?: number[] } } : null
  }

  async function complete(said: Said, runId: string): Promise<NewVersion> {
    const squareMetres = await requireArea(db, said.geometry as Parameters<typeof requireArea>[1])
    return { ...said, middle: await findMiddle(db, JSON.stringify(said.geometry)), evidence: await freezeEvidence(services, signedIn, runId, said.geometry, squareMetres), judgement: null }
  }
  const locked = async (id: number) => (await sql<LockedZone>`SELECT id, name, version, station_id, withdrawn_at, valid_to FROM zone WHERE id = ${id}`.execute(db)).rows[0]!

  return {
    db,
    async hottest(stationId, selection) {
      const [hot, counted, area] = await Promise.all([run('gi_star', selection), run('counts', selection), analysis.studyArea(resolution)])
      if (!counted) return null
      const own = new Set(area.cells.filter((_, i) => area.station[i] === stationId)), { cells, counts } = counted.result
      const held = new Set(cells.filter((cell, i) => own.has(cell) && counts[i]! > 0))
      if (held.size === 0) return null
      const best = <T extends { cells: string[] }>(result: T, rank: (i: number) => number) =>
        result.cells.reduce((top, cell, i) => held.has(cell) && rank(i) > top.rank ? { cell, rank: rank(i) } : top, { cell: '', rank: 0 }).cell
      const significant = hot && best(hot.result, i => hot.result.confidence![i]! > 0 ? hot.result.z![i]! : 0)
      return significant ? { runId: hot.id, cell: significant, cells: held, hot: true } : { runId: counted.id, cell: best(counted.result, i => counts[i]!), cells: held, hot: false }
    },
    draw: async (said, runId, at) => insertZone(db, await complete(said, runId), author, at),
    async widen(id, said, runId, at) { await insertNextVersion(db, await locked(id), await complete(said, runId), author, at) },
    handOver: async (id, to, note, at) => insertHandOver(db, await locked(id), to, note, author, at),
    withdraw: async (id, reason, at) => withdrawZone(db, await locked(id), reason, author, at),
    keepStates: now => keepZoneStates(db, now),
    async stop() {
      await analysis.stop()
      await changes.stop()
      await db.destroy()
    },
  }
}
