import type { Storage } from '../../server/layers/stored.ts'

export const storage: Storage = {
  table: 'incident',
  rollup: { days: 'incident_day', months: 'incident_month', resolutions: [7, 9], filter: 'code', column: 'category', dictionary: 'incident_type', prefixLength: 4 },
  // Found by number, straight from the table: see server/search.
}
