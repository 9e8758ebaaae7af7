import type { Storage } from '../../server/layers/stored.ts'

export const storage: Storage = { table: 'ground' }
