import { LRUCache } from 'lru-cache'
import type { CityCellsStore } from '../coverage/city-cells.ts'
import type { NetworkService } from '../network/network-service.ts'
import type { RoadNetwork } from '../network/road-network.ts'
import { DeploymentRuns } from './runs/runs.ts'
import { hashOf, timesKeyOf, type Situation } from './situation/situation.ts'
import { Simulations } from './simulate/simulations.ts'
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
  simulations: Simulations
  cityCells: CityCellsStore
  /** Times of a situation; remembered for the last few sets of sites and cells, until roads or speeds change. @throws {NotReady} before the road network is built */
  timed(situation: Situation): Promise<Timed>
  stop(): Promise<void>
}

export function startDeployment(network: NetworkService, cityCells: CityCellsStore): Deployment {
  type Times = Omit<Timed, 'situation' | 'hash'>
  const solver = new Solver(), runs = new DeploymentRuns(), simulations = new Simulations(), times = new WeakMap<RoadNetwork, LRUCache<string, Promise<Times>>>()
  return {
    solver, runs, simulations, cityCells,
    async timed(situation) {
      const roads = network.current(), key = timesKeyOf(situation), known = times.get(roads) ?? new LRUCache<string, Promise<Times>>({ max: 6 })
      times.set(roads, known)
      let timing = known.get(key)
      if (!timing) {
        const own = timing = secondsFrom(network, situation.sites, situation)
        known.set(key, own)
        own.catch(() => { if (known.get(key) === own) known.delete(key) })
      }
      return { situation, hash: hashOf(situation), ...await timing }
    },
    async stop() {
      runs.stop()
      await Promise.all([solver.stop(), simulations.stop()])
    },
  }
}
