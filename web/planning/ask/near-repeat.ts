import type { Label } from '../../../layers/layer.ts'
import type { NearRepeat } from '../../../server/deployment/demand/near-repeat.ts'
import { percent } from './words.ts'

export type { NearRepeat }

/** What the data show of near repeats, and what that makes of demand. */
export function nearRepeatSentence({ observed, expected, p, incidents, share }: NearRepeat): Label {
  if (observed === null || expected === null || p === null) return { zh: '警情太少，看不出近重复：需求照旧', en: 'Too few incidents to tell: demand is as without' }
  const times = (observed / expected).toFixed(2)
  if (incidents === 0) return { zh: `近处近时的警情对是随机的 ${times} 倍（p = ${p.toFixed(2)}）：看不出规律，或近期没有警情，需求照旧`, en: `Pairs so near are ${times} times what chance gives (p = ${p.toFixed(2)}): no pattern, or no incidents lately; demand is as without` }
  return { zh: `近处近时的警情对是随机的 ${times} 倍（p = ${p.toFixed(2)}）：最近 ${incidents} 起的余波占需求的 ${percent(share)}，总量不变`, en: `Pairs so near are ${times} times what chance gives (p = ${p.toFixed(2)}): the echo of the last ${incidents} is ${percent(share)} of demand, whose sum is as without` }
}
