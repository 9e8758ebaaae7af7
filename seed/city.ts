import type pg from 'pg'
import { createFabric, type Fabric } from './fabric/fabric.ts'
import { createAddresses, type Addresses } from './fabric/sites.ts'
import { createGeography, type Geography } from './geography/geography.ts'
import { createNetwork, type Road } from './network/network.ts'
import type { Size } from './sizes.ts'

/** Everything that stands still: what the layers' seeds read. */
export interface City { geography: Geography, roads: Road[], fabric: Fabric, addresses: Addresses }

export async function createCity(client: pg.Client, seed: number, size: Size): Promise<City> {
  const geography = await createGeography(client, seed)
  const roads = createNetwork(seed, geography, size.blockScale)
  const fabric = createFabric(seed, size, geography, roads)
  return { geography, roads, fabric, addresses: createAddresses(seed, geography, roads, fabric) }
}
