import type { RoadNetwork, Snap } from './road-network.ts'
import type { Profile } from './speeds.ts'
import { travelMatrix } from './travel-times.ts'

export interface MatrixTask { network: RoadNetwork, origins: Snap[], destinations: Snap[], profile: Profile }

/** Run by the pool of the network service: the network's arrays are shared, not copied. */
export default ({ network, origins, destinations, profile }: MatrixTask): Float32Array => travelMatrix(network, origins, destinations, profile)
