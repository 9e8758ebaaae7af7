import type { ImportRules } from '../../server/import/rules.ts'

export const rules: ImportRules = {
  table: 'road',
  fromOsm: 'roads',
  jurisdiction: ['station_id'],
  guesses: {
    name: ['road name', 'street', '道路名称'],
    class: ['highway', 'fclass', 'type', '道路等级'],
    oneway: ['one way'],
    speed_kmh: ['maxspeed', 'speed', 'speed limit'],
  },
  computed: { length_metres: 'ST_Length(s.geom::geography)' },
}
