import { LRUCache } from 'lru-cache'
import { readCityCells, type CityCells } from '../coverage/city-cells.ts'
import type { Changes } from '../changes.ts'
import type { Database } from '../database.ts'
import type { NetworkService } from '../network/network-service.ts'
import type { RoadNetwork } from '../network/road-network.ts'
import { DeploymentRuns } from './runs/runs.ts'
import { hashOf, type Situation } from './situation/situation.ts'
import { secondsFrom, type Placed } from './situation/time-situation.ts'
import { Solver } from './solver/solver.ts'

/** A situation with its times on the roads as they are. */
export interface Timed {
  situation: Situation
  hash: string
  /** From each candidate site to each cell; Infinity where there is no way. */
  seconds: Float32Array
  /** Sites that no road is near. */
  offRoad: number[]
  placed: Placed
}

/** What planning shares in a process. */
export interface Deployment {
  solver: Solver
  runs: DeploymentRuns
  /** The city's cells with their anchors, remembered until what they are made of changes. */
  cityCells(today: string): Promise<CityCells>
  /** Times of a situation; remembered for the last few, until roads or speeds change. @throws {NotReady} before the road network is built */
  timed(situation: Situation): Promise<Timed>
  stop(): Promise<void>
}

const layers = ['addresses', 'roads', 'places', 'population', 'divisions']

export function startDeployment(db: Database, changes: Changes, network: NetworkService): Deployment {
  const solver = new Solver(), runs = new DeploymentRuns(), times = new WeakMap<RoadNetwork, LRUCache<string, Promise<Timed>>>()
  let held: { signature: string, cells: Promise<CityCells> } | undefined
  return {
    solver, runs,
    cityCells(today) {
      const signature = layers.map(layer => changes.revision(layer).revision).join(' ')
      if (held?.signature !== signature) {
        const cells = readCityCells(db, today)
        held = { signature, cells }
        cells.catch(() => { held = undefined })
      }
      return held!.cells
    },
    timed(situation) {
      const roads = network.current(), hash = hashOf(situation), known = times.get(roads) ?? new LRUCache<string, Promise<Timed>>({ max: 6 })
      times.set(roads, known)
      let timing = known.get(hash)
      if (!timing) {
        timing = secondsFrom(network, situation.sites, situation).then(found => ({ situation, hash, ...found }))
        known.set(hash, timing)
        timing.catch(() => known.delete(hash))
      }
      return timing
    },
    async stop() {
      runs.stop()
      await solver.stop()
    },
  }
}
