import type { Label } from '../../../layers/layer.ts'
import type { NearRepeat } from '../demand/near-repeat.ts'
import type { Timed } from '../deployment.ts'

/** What a reader of the plan must know and would not guess. */
export function notesOf({ situation: { ground, travel, sites, demand }, offRoad }: Timed, busy: { value: number, measured: boolean } | null): Label[] {
  const notes: Label[] = []
  if (travel.times === 'straight_line') notes.push({ zh: `时间按直线距离、每小时 ${travel.kmh} 公里估算，未走路网`, en: `times are by straight line at ${travel.kmh} km/h, not by road` })
  if (ground.area_class.every(each => each === null)) notes.push({ zh: '没有可用的人口数据，无法区分城区与乡村：全部按城区时限', en: 'nothing is known of residents, so city can\'t be told from countryside: the city\'s minutes hold everywhere' })
  if (offRoad.length > 0) notes.push({ zh: `${offRoad.length} 个候选点位附近没有道路，未予考虑：${offRoad.slice(0, 5).map(site => sites[site]!.name || sites[site]!.id).join('、')}`, en: `no road is near ${offRoad.length} candidate sites, which count for nothing: ${offRoad.slice(0, 5).map(site => sites[site]!.name || sites[site]!.id).join(', ')}` })
  if (demand.near_repeat) notes.push(nearRepeatNote(demand.near_repeat))
  if (busy) notes.push(busy.measured ? { zh: `忙碌比例 ${Math.round(busy.value * 100)}% 由该时段内的状态记录测得`, en: `units are out ${Math.round(busy.value * 100)} % of the time, as measured from their statuses` } : { zh: `忙碌比例 ${Math.round(busy.value * 100)}% 由使用者给定`, en: `units are out ${Math.round(busy.value * 100)} % of the time, as was asked` })
  return notes
}

function nearRepeatNote({ metres, days, factor, observed, expected, p, incidents, share }: NearRepeat): Label {
  if (observed === null) return { zh: '所选警情太少，看不出近重复：需求未作调整', en: 'too few incidents to tell of near repeats: demand is as without' }
  const found = { zh: `${metres} 米、${days} 天内的警情对有 ${observed} 对，随机应有 ${Math.round(expected!)} 对（p = ${p!.toFixed(2)}）`, en: `${observed} pairs of incidents lie within ${metres} m and ${days} days, ${Math.round(expected!)} would by chance (p = ${p!.toFixed(2)})` }
  if (incidents === 0) return { zh: `${found.zh}：没有近重复的规律，或近期没有警情，需求未作调整`, en: `${found.en}: no near repeats, or no incidents lately, so demand is as without` }
  return {
    zh: `${found.zh}：方案所依据的最后 ${days} 天里 ${incidents} 起警情的余波${factor === 1 ? '' : `（按 ${factor} 倍计）`}占其后一周需求的 ${(share * 100).toFixed(1)}%，总量不变；余波几天就散，应每周重算`,
    en: `${found.en}: the echo of ${incidents} incidents of the last ${days} days that the plan was built on${factor === 1 ? '' : ` (counted ${factor} times)`} is ${(share * 100).toFixed(1)} % of demand in the week after, whose sum is as without; it fades within days, so solve anew every week`,
  }
}
