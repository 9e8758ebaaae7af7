import type { Storage } from '../../server/layers/stored.ts'

export const storage: Storage = {
  table: 'incident',
  rollup: { table: 'incident_day', resolutions: [7, 9], filter: 'code', column: 'category', prefixLength: 4 },
  // Found by number, straight from the table: see server/search.
}
