import { localParts } from '../../../layers/time.ts'
import type { Label } from '../../../layers/layer.ts'
import type { Span } from '../demand/windows.ts'
import type { ChosenCalls } from './choose-calls.ts'

export const nothingHeldOut: Label = { zh: '没有留出评判用的周：求解时留出几周，或指定方案没见过的周', en: 'No weeks were held out to judge by: hold some out when solving, or name weeks that the plan hasn\'t seen' }
export const noHours: Label = { zh: '方案的班次与所选时段没有重合的小时：改选时段或班次', en: 'The plan\'s shift and the hours of the selection have no hour in common: choose other hours or another shift' }

export function noWeeks({ from, to }: Span, timeZone: string): Label {
  const [first, last] = [from, to].map(instant => localParts(new Date(instant * 1000), timeZone)[0])
  return {
    zh: `${first} 至 ${last} 之间没有已经结束的完整一周（周一至周日），无法回放：至少留出两周，或指定更长的时段`,
    en: `No whole week, Monday to Sunday, lies between ${first} and ${last} and is over: hold out two weeks or more, or name a longer span`,
  }
}

export const noCalls = (weeks: number, { elsewhere, hourUnknown }: Pick<ChosenCalls, 'elsewhere' | 'hourUnknown'>): Label => ({
  zh: `评判用的 ${weeks} 周里没有可回放的警情${elsewhere > 0 ? `（${elsewhere} 起在方案网格之外）` : ''}${hourUnknown > 0 ? `（${hourUnknown} 起不知道几点）` : ''}：放宽类别、时段或范围，或换几周`,
  en: `The ${weeks} weeks to judge by have no call to replay${elsewhere > 0 ? ` (${elsewhere} lie in none of the plan's cells)` : ''}${hourUnknown > 0 ? ` (of ${hourUnknown} the hour isn't known)` : ''}: widen the types, the hours or the area, or choose other weeks`,
})
