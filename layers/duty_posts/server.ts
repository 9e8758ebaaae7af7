import type { Storage } from '../../server/layers/stored.ts'

export const storage: Storage = { table: 'duty_post_on_map' }
