import type { Storage } from '../../server/layers/stored.ts'

export const storage: Storage = {
  table: 'zone',
  onMap: 't.state <> \'withdrawn\'',
  labels: true,
}
