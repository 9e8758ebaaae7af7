import type { Label } from '../../layers/layer.ts'
import type { Language } from '../i18n.ts'
import { numberLabel } from './result/number.ts'
import type { LeftOut } from './types.ts'

/** Why incidents are left out, in the order in which it is told. */
export const leftOutWords: Readonly<Record<keyof LeftOut, Label>> = {
  patrol: { zh: '巡逻发现', en: 'found by patrols' },
  no_coordinates: { zh: '没有坐标', en: 'without coordinates' },
  coarse: { zh: '地址太粗', en: 'with too coarse an address' },
  hour_unknown: { zh: '时刻不明', en: 'with an unknown hour' },
  outside: { zh: '范围外', en: 'outside the area' },
  merged: { zh: '已并案', en: 'merged into others' },
}

/** Reasons that hold for any, with how many. */
export const leftOutFor = (leftOut: Partial<LeftOut>): { name: keyof LeftOut, n: number }[] =>
  (Object.keys(leftOutWords) as (keyof LeftOut)[]).map(name => ({ name, n: leftOut[name] ?? 0 })).filter(({ n }) => n > 0)

/** "巡逻发现 12", "12 found by patrols": a text a reason. */
export const leftOutTexts = (leftOut: Partial<LeftOut>, language: Language): string[] =>
  leftOutFor(leftOut).map(({ name, n }) => language === 'zh' ? `${leftOutWords[name].zh} ${numberLabel(n, 0)}` : `${numberLabel(n, 0)} ${leftOutWords[name].en}`)
