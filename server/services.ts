import { LRUCache } from 'lru-cache'
import type pg from 'pg'
import { startAnalysis, type Analysis } from './analysis/analysis.ts'
import { startAlerts, type AlertEngine } from './alerts/engine.ts'
import { Sessions, type SignedIn } from './access/sessions.ts'
import type { CellCounts } from './cells/count-cells.ts'
import { Changes } from './changes.ts'
import type { Config } from './config.ts'
import { CityCellsStore } from './coverage/city-cells.ts'
import { Coverage } from './coverage/service.ts'
import { startDeployment, type Deployment } from './deployment/deployment.ts'
import { keepDuty } from './deployment/plans/keep-duty.ts'
import { openDatabase, openPool, type Database } from './database.ts'
import { NotFound } from './errors.ts'
import { readCity, type City } from './layers/city.ts'
import { readDictionaries } from './layers/dictionaries.ts'
import type { Vocabulary } from './layers/filters.ts'
import { openSource, type Source } from './layers/source.ts'
import { loadLayers, type StoredLayer } from './layers/stored.ts'
import { Positions } from './positions/positions.ts'
import { NetworkService } from './network/network-service.ts'
import { Outbox } from './outbox/outbox.ts'
import { startDailyReports } from './reports/daily/morning.ts'
import { Units } from './positions/units.ts'
import { SingleFlight } from './single-flight.ts'
import { TileCache } from './tiles/tile-cache.ts'
import { keepZoneStates } from './zones/keeper.ts'

/** What handlers work with; made once a process. */
export interface Services {
  config: Config
  pool: pg.Pool
  db: Database
  changes: Changes
  sessions: Sessions
  layers: ReadonlyMap<string, StoredLayer>
  tileCache: TileCache
  cellCache: LRUCache<string, CellCounts>
  cellFlights: SingleFlight<CellCounts>
  network: NetworkService
  /** Every unit with its status and newest fix, in memory. */
  units: Units
  /** Where reported positions go in. */
  positions: Positions
  /** Who reaches what in time, now. */
  coverage: Coverage
  /** What raises its hand, evaluated by one process of all. */
  alerts: AlertEngine
  /** What other departments are still to be told. */
  outbox: Outbox
  /** Hotspots: incidents in columns and the threads that look through them. */
  analysis: Analysis
  /** Deployment: the solver's threads, what they are solving, times of the last situations. */
  deployment: Deployment
  /** A layer as this caller may see it. @throws {NotFound} */
  open(layerId: string, signedIn: SignedIn): Source
  /** Dictionaries and time zone, remembered until a layer that they belong to changes. */
  vocabulary(): Promise<Vocabulary>
  city(): Promise<City>
  stop(): Promise<void>
}

export async function startServices(config: Config, databaseUrl: string): Promise<Services> {
  const pool = openPool(databaseUrl, config)
  const db = openDatabase(pool)
  const changes = new Changes(databaseUrl)
  const sessions = new Sessions(db)
  changes.on('access', () => sessions.forget())
  const layers = await loadLayers()
  const remembered = rememberFacts(db, changes)
  const network = new NetworkService(databaseUrl, pool, changes)
  const units = new Units(db)
  await changes.start()
  await units.start(changes)
  const onError = (error: unknown) => { if (config.logLevel !== 'silent') console.error(error) }
  const positions = await Positions.start({ config, db, changes, units, onError })
  network.start()
  const cityCells = new CityCellsStore(db, changes)
  const coverage = new Coverage({ db, changes, network, units, city: remembered.city, cityCells })
  const alerts = startAlerts({ databaseUrl, config, changes, city: remembered.city, voids: () => coverage.lastingVoids(), beforeRound: async each => { await keepZoneStates(each); await keepDuty(each); await coverage.persist(each) } })
  coverage.start(() => alerts.evaluates)
  const outbox = new Outbox(db, onError)
  outbox.start()
  const daily = startDailyReports({ databaseUrl, config, city: remembered.city, onError })
  const analysis = startAnalysis(pool, db, changes), deployment = startDeployment(network, cityCells)
  return {
    config, pool, db, changes, sessions, layers, network, units, positions, coverage, alerts, outbox, analysis, deployment, ...remembered,
    tileCache: new TileCache(config.tileCacheMegabytes * 2 ** 20),
    cellCache: new LRUCache({ maxSize: 64 * 2 ** 20, sizeCalculation: value => 200 + 40 * value.cells.length }),
    cellFlights: new SingleFlight(),
    open(layerId, { caller }) {
      const stored = layers.get(layerId)
      if (!stored) throw new NotFound('layer', layerId)
      return openSource(stored, caller)
    },
    async stop() {
      await deployment.stop()
      await analysis.stop()
      await daily.stop()
      await outbox.stop()
      await positions.stop()
      await alerts.stop()
      await coverage.stop()
      await network.stop()
      units.stop()
      await changes.stop()
      await db.destroy()
    },
  }
}

/** Facts that hardly ever change, read when first asked for and again after a revision of anything. */
function rememberFacts(db: Database, changes: Changes): Pick<Services, 'vocabulary' | 'city'> {
  let facts: Promise<{ vocabulary: Vocabulary, city: City }> | undefined
  const forget = () => { facts = undefined }
  changes.on('revision', forget)
  changes.on('health', forget)
  const read = () => facts ??= (async () => {
    const [city, dictionaries] = await Promise.all([readCity(db), readDictionaries(db)])
    return { city, vocabulary: { dictionaries, timeZone: city.time_zone } }
  })().catch(error => { forget(); throw error })
  return { vocabulary: async () => (await read()).vocabulary, city: async () => (await read()).city }
}
