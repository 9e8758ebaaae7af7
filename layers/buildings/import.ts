import type { ImportRules } from '../../server/import/rules.ts'

export const rules: ImportRules = {
  table: 'building',
  fromOsm: 'buildings',
  jurisdiction: ['station_id'],
  guesses: {
    name: ['building name', '建筑名称', '楼名'],
    storeys: ['floors', 'levels', 'floor', 'building levels', '楼层', '楼层数'],
    kind: ['type', 'building', 'usage', '类型', '建筑用途'],
  },
  lookups: [{ column: 'address_id', from: 'address_code', table: 'address', by: 'code' }],
}
