/** How much of everything: `tiny` for tests, `default` for a first look, `city` for the budgets. */
export interface Size {
  id: 'default' | 'city' | 'tiny'
  /** All rows of the address table, from province to room, about. */
  addresses: number
  incidents: number
  places: number
  disputes: number
  units: number
  /** Buildings, about. */
  buildings: number
  /** Blocks are this much wider than in the real city. */
  blockScale: number
  /** No block has more buildings than this. */
  perBlock: number
  /** Buildings and what lies between them are this much larger. */
  plotScale: number
}

export type SizeId = Size['id']

export const sizes: Record<SizeId, Size> = {
  tiny: { id: 'tiny', addresses: 2_500, incidents: 6_000, places: 260, disputes: 240, units: 160, buildings: 1_000, blockScale: 4, perBlock: 9, plotScale: 1.4 },
  default: { id: 'default', addresses: 60_000, incidents: 150_000, places: 4_000, disputes: 3_000, units: 1_000, buildings: 46_000, blockScale: 1, perBlock: 48, plotScale: 1.22 },
  city: { id: 'city', addresses: 500_000, incidents: 1_000_000, places: 20_000, disputes: 20_000, units: 5_000, buildings: 120_000, blockScale: 0.85, perBlock: 140, plotScale: 1 },
}
