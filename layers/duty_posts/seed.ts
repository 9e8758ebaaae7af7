import type { LayerSeed } from '../../seed/layer-seed.ts'

/** None: a demonstration city has no plan in force until a chief publishes one. */
export const seed: LayerSeed = { expected: () => 0, fill: async () => {} }
