import { choice, optionalText } from '../choices.ts'
import { defineLayer } from '../layer.ts'

export const layer = defineLayer({
  id: 'ground',
  title: { zh: '水陆', en: 'Land and water' },
  counted: { zh: '块', en: 'areas' },
  geometry: 'Polygon',
  read: 'anyone',
  minZoom: 0, detailZoom: 0, maxZoom: 14,
  base: true,
  properties: {
    kind: {
      ...choice({ land: { zh: '陆地', en: 'Land' }, water: { zh: '水域', en: 'Water' }, green: { zh: '绿地', en: 'Green' } }),
      label: { zh: '类型', en: 'Kind' }, read: 'anyone', tile: 0,
    },
    name: { type: optionalText, label: { zh: '名称', en: 'Name' }, read: 'anyone', tile: 0 },
  },
  legend: { zh: '陆地、水域、绿地', en: 'Land, water, green' },
  popup: ['kind', 'name'],
})
