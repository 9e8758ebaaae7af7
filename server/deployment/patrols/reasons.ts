import type { Label } from '../../../layers/layer.ts'
import type { Unserved } from './plan-patrols.ts'
import type { PatrolSettings, PatrolStop, PatrolUnit } from './question.ts'

/** Why a stop isn't served, as the chief would say it, and what to change. */
export function notServed({ id, name = id }: PatrolStop, { everyMinutes, leastMinutes }: PatrolSettings, unit: PatrolUnit, lateSeconds: number): Unserved {
  if (lateSeconds === Infinity) return {
    stop: id, reason: 'no_way', unit: null, lackingSeconds: null,
    why: { zh: `${name}：没有巡组有路可达`, en: `${name}: no road leads any unit there and back` }, change: { zh: '请检查路网或移动该巡控点', en: 'look at the roads there, or move the stop' },
  }
  const late = Math.ceil(lateSeconds / 60)
  return {
    stop: id, reason: 'no_time', unit: unit.id, lackingSeconds: lateSeconds,
    why: {
      zh: `${name}：每 ${everyMinutes} 分钟到点一次、每次至少 ${leastMinutes} 分钟排不进去，最接近的 ${unit.name ?? unit.id} 最多会迟 ${late} 分钟`,
      en: `${name}: ${leastMinutes} min every ${everyMinutes} min fit into no tour; ${unit.name ?? unit.id} comes closest and would be up to ${late} min late`,
    },
    change: { zh: '请增加巡组、放宽间隔、缩短停留，或减少巡控点', en: 'add a unit, allow longer between visits, stay shorter, or take stops off' },
  }
}

export function tooForeseeable({ id, name = id }: PatrolUnit, bestGuess: number, stops: number): { why: Label, change: Label } {
  const share = Math.round(bestGuess * 100)
  return {
    why: { zh: `${name} 的下一站有 ${share} % 的可能被猜中`, en: `the next stop of ${name} can be guessed ${share} % of the time` },
    change: stops > 3
      ? { zh: '时间太紧，只剩少数顺序可走：请减少巡控点、放宽间隔或增加巡组', en: 'time is so short that few orders are left: take stops off, allow longer between visits, or add a unit' }
      : { zh: `只有 ${stops} 个巡控点可选：请增加巡控点或与邻组合并`, en: `there are only ${stops} stops to choose from: add some, or join it with its neighbour` },
  }
}
