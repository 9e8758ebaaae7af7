import { Type } from 'typebox'
import type { Label } from '../../layers/layer.ts'
import type { Chosen, LeftOut } from './choose.ts'
import { none } from './method.ts'

/** What was left out, as it is answered; each incident for the first reason that holds. */
export const leftOutShape = Type.Object({
  merged: Type.Integer({ description: 'calls merged into another incident, which counts for them' }),
  patrol: Type.Integer({ description: 'found by patrols, unless that source is named' }),
  hour_unknown: Type.Integer({ description: 'hours or days are asked for, and the time isn\'t known so exactly' }),
  no_coordinates: Type.Integer({ description: 'nobody found the place' }),
  outside: Type.Integer({ description: 'outside the division, area or zone' }),
  coarse: Type.Integer({ description: 'the coordinate is trusted to a coarser level only' }),
})

export const leftOutOf = ({ merged, patrol, hourUnknown, noCoordinates, outside, coarse }: LeftOut) =>
  ({ merged, patrol, hour_unknown: hourUnknown, no_coordinates: noCoordinates, outside, coarse })

/** What a reason says of so many, and what would help. */
const reasons: Readonly<Record<keyof LeftOut, { said: Label, help: Label }>> = {
  noCoordinates: { said: { zh: '没有坐标', en: 'have no coordinates' }, help: { zh: '补上地址或坐标后再分析', en: 'give them an address or a point first' } },
  outside: { said: { zh: '在所选范围之外', en: 'lie outside the area' }, help: { zh: '扩大范围', en: 'widen the area' } },
  coarse: { said: { zh: '坐标只精确到更粗的层级', en: 'have coordinates that are trusted to a coarser level only' }, help: { zh: '放宽坐标可信层级', en: 'accept coarser coordinates' } },
  patrol: { said: { zh: '由巡逻发现，默认不计', en: 'were found by patrols, which are left out unless named' }, help: { zh: '在来源中选“巡逻发现”', en: 'name that source' } },
  hourUnknown: { said: { zh: '时间不够精确，无法按小时或日期筛选', en: 'have times that aren\'t known to the hour or day asked for' }, help: { zh: '去掉小时、班次或日期条件', en: 'drop the hours, shifts or days' } },
  merged: { said: { zh: '已并入其他警情', en: 'were merged into another incident' }, help: { zh: '合并到的那一起另计', en: 'the one they were merged into counts for them' } },
}

/** Why nothing is left of a selection, in words. */
export function whyNothing({ leftOut }: Pick<Chosen, 'leftOut'>): Label {
  const found = (Object.keys(reasons) as (keyof LeftOut)[]).filter(name => leftOut[name] > 0).sort((a, b) => leftOut[b] - leftOut[a])
  const total = found.reduce((sum, name) => sum + leftOut[name], 0), main = found[0]
  if (!main) return none
  const { said, help } = reasons[main]
  if (found.length === 1) return {
    zh: `符合条件的 ${total} 起都${said.zh}：${help.zh}`,
    en: `Incidents that fit: ${total}; all of them ${said.en}: ${help.en}`,
  }
  const list = (language: 'zh' | 'en', between: string) => found.map(name => `${leftOut[name]} ${language === 'zh' ? '起' : ''}${reasons[name].said[language]}`).join(between)
  return { zh: `符合条件的 ${total} 起一起不剩：${list('zh', '，')}。可先${help.zh}`, en: `None of ${total} incidents is left: ${list('en', '; ')}. First of all: ${help.en}` }
}
