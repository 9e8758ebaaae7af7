import type { Label } from './layer.ts'

/** What the statuses of units mean, whatever a city calls them; and the meanings' names, on the map and in refusals. */
export const unitMeanings = {
  available: { zh: '空闲', en: 'Available' },
  enroute: { zh: '途中', en: 'En route' },
  on_scene: { zh: '处警中', en: 'On scene' },
  unavailable: { zh: '不可用', en: 'Unavailable' },
  off_duty: { zh: '离岗', en: 'Off duty' },
} as const satisfies Record<string, Label>
