import type { Label } from './layer.ts'

/** Kinds of police units: what goes where, and which force a plan is of. */
export const unitKinds = {
  officer: { zh: '步巡民警', en: 'Officer on foot' },
  patrol_car: { zh: '巡逻车', en: 'Patrol car' },
  motorcycle: { zh: '摩托车', en: 'Motorcycle' },
  drone: { zh: '无人机', en: 'Drone' },
  post: { zh: '固定岗', en: 'Post' },
  reserve: { zh: '备勤组', en: 'Station reserve' },
} as const satisfies Record<string, Label>
