import type { Label } from '../../../layers/layer.ts'
import type { Need } from './judge.ts'
import type { Looked, Proposal } from './propose.ts'
import { distance, pair, travelSpan, type Words } from './words.ts'

export interface Shortfall { missing: string[], text: Label }

/**
 * What is missing when fewer fit than were wanted, in words, and who is nearest anyway.
 *
 * @param reachable  whether any road is near the incident
 * @returns null where enough fit
 */
export function shortfallOf({ candidates, passedOver, looked, all }: Proposal, { unitsWanted, need, reachable, words }: { unitsWanted: number, need: Need, reachable: boolean, words: Words }): Shortfall | null {
  const short = unitsWanted - candidates.length
  if (short <= 0) return null
  const of = (...codes: string[]) => passedOver.filter(one => codes.includes(one.reasons[0]!.code))
  const missing: string[] = [], said: Label[] = []
  const say = (code: string, zh: string, en: string) => { missing.push(code); said.push(pair(zh, en)) }
  if (!reachable) say('unreachable', '警情附近没有道路，陆路无法到达', 'no road is near the incident: it is unreachable by land')
  else if (of('unreachable', 'off_road').length && candidates.length === 0) say('unreachable', `${of('unreachable', 'off_road').length} 个可派警力均无路可达`, `of the units that fit, none can get there: it is unreachable for ${of('unreachable', 'off_road').length}`)
  const unable = of('needed_capability')
  for (const code of need.needed) {
    const lacking = unable.filter(({ unit }) => !unit.capabilities.includes(code)).length
    if (lacking === 0 && candidates.length > 0) continue
    const { zh, en } = words.capability(code)
    if (![...passedOver, ...candidates].some(({ unit, reasons }) => reasons[0]?.code !== 'kind' && unit.capabilities.includes(code) && unit.meaning === 'available')) say(`capability:${code}`, `没有空闲警力具备${zh}`, `no available unit has ${en}`)
    else if (lacking) say(`capability:${code}`, `${lacking} 个空闲警力不具备${zh}`, `${lacking} available units lack ${en}`)
  }
  const stale = of('stale_fix').length, busy = of('enroute', 'on_scene', 'unavailable').length
  if (stale) say('stale_fix', `${stale} 个定位过期`, `${stale} have a stale fix`)
  if (busy) say('busy', `${busy} 个正忙`, `${busy} are busy`)
  if (looked === 0) say('nobody', '没有在岗且有定位的警力', 'nobody on duty has a fix')
  else if (missing.length === 0) say('count', '其余警力不符合要求', 'nobody else fits what was asked for')
  const nearest = nearestAnyway(passedOver, words)
  const zh = [`需 ${unitsWanted} 个警力，缺 ${short} 个`, ...said.map(each => each.zh), ...(nearest ? [nearest.zh] : []), `已查看 ${looked} 个${all ? '（全部）' : ''}`].join('；')
  const en = [`${short} of ${unitsWanted} units missing`, ...said.map(each => each.en), ...(nearest ? [nearest.en] : []), `${looked} looked at${all ? ' (all there are)' : ''}`].join('; ')
  return { missing, text: { zh, en } }
}

function nearestAnyway(passedOver: readonly Looked[], words: Words): Label | undefined {
  const nearest = passedOver.find(({ reasons }) => !['kind', 'here'].includes(reasons[0]!.code))
  if (!nearest) return undefined
  const { unit, metres, trip, reasons } = nearest
  const way = trip && trip.seconds < Infinity ? travelSpan(trip.seconds) : distance(metres)
  const kind = words.kind(unit.kind)
  return pair(`最近的是${kind.zh} ${unit.callsign}（${way.zh}，${reasons[0]!.text.zh}）`, `nearest anyway: ${kind.en} ${unit.callsign} (${way.en}, ${reasons[0]!.text.en})`)
}
