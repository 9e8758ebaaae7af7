import type { Label } from '../../../layers/layer.ts'
import type { Timed } from '../deployment.ts'

/** What a reader of the plan must know and would not guess. */
export function notesOf({ situation: { ground, travel, sites }, offRoad }: Timed, busy: { value: number, measured: boolean } | null): Label[] {
  const notes: Label[] = []
  if (travel.times === 'straight_line') notes.push({ zh: `时间按直线距离、每小时 ${travel.kmh} 公里估算，未走路网`, en: `times are by straight line at ${travel.kmh} km/h, not by road` })
  if (ground.area_class.every(each => each === null)) notes.push({ zh: '没有可用的人口数据，无法区分城区与乡村：全部按城区时限', en: 'nothing is known of residents, so city can\'t be told from countryside: the city\'s minutes hold everywhere' })
  if (offRoad.length > 0) notes.push({ zh: `${offRoad.length} 个候选点位附近没有道路，未予考虑：${offRoad.slice(0, 5).map(site => sites[site]!.name || sites[site]!.id).join('、')}`, en: `no road is near ${offRoad.length} candidate sites, which count for nothing: ${offRoad.slice(0, 5).map(site => sites[site]!.name || sites[site]!.id).join(', ')}` })
  if (busy) notes.push(busy.measured ? { zh: `忙碌比例 ${Math.round(busy.value * 100)}% 由该时段内的状态记录测得`, en: `units are out ${Math.round(busy.value * 100)} % of the time, as measured from their statuses` } : { zh: `忙碌比例 ${Math.round(busy.value * 100)}% 由使用者给定`, en: `units are out ${Math.round(busy.value * 100)} % of the time, as was asked` })
  return notes
}
