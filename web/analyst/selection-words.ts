import type { Locale } from '../record/value.ts'
import { addDays, isDay } from './select/days.ts'
import { dayName } from './select/hour-grid.ts'
import type { Selection } from './types.ts'

/** What a selection's codes and numbers are called. Each gives the code itself where there is no name. */
export interface SelectionNames {
  locale: Locale
  type(code: string): string
  division(id: number): string
  zone(id: number, version: number | undefined): string
  shift(id: string): string
  choice(property: 'channel' | 'status' | 'point_level', value: string): string
  placeCategory(code: string): string
  /** An instant in the city's own time: `2026-08-01 08:30`. */
  instant(text: string): string
}

export const selectionParts = ['window', 'types', 'hours', 'shifts', 'days', 'place', 'channels', 'statuses', 'places', 'trusted'] as const
export type SelectionPart = (typeof selectionParts)[number]

/** What each part is called. */
export const partLabels: Readonly<Record<Locale, Readonly<Record<SelectionPart, string>>>> = {
  zh: { window: '时间', types: '类别', hours: '钟点', shifts: '班次', days: '日子', place: '范围', channels: '来源', statuses: '状态', places: '场所', trusted: '坐标可信到' },
  en: { window: 'Time', types: 'Types', hours: 'Hours', shifts: 'Shifts', days: 'Days', place: 'Where', channels: 'Sources', statuses: 'Statuses', places: 'Places', trusted: 'Located to' },
}

/** The parts of a selection that say something, in the order in which one tells them. The window is always there. */
export function selectionWords(selection: Selection, names: SelectionNames): { part: SelectionPart, text: string }[] {
  const zh = names.locale === 'zh'
  const list = (words: readonly string[] | undefined) => words?.length ? words.join(zh ? '、' : ', ') : null
  const byCode = selection.by_code && selection.by_code !== 'resolved' ? (zh ? { taken: '（按接警）', either: '（接警或反馈）' } : { taken: ' (as taken)', either: ' (as taken or as found)' })[selection.by_code] : ''
  const types = list(selection.codes?.map(names.type))
  const texts: Record<SelectionPart, string | null> = {
    window: windowWords(selection, names),
    types: types === null ? (zh ? '全部类别' : 'all types') + byCode : types + byCode,
    hours: selection.hours ? hourWords(selection.hours, zh) : null,
    shifts: list(selection.shifts?.map(names.shift)),
    days: list(selection.days?.map(day => (zh ? { workday: '工作日', weekend: '周末', holiday: '法定节假日' } : { workday: 'workdays', weekend: 'weekends', holiday: 'public holidays' })[day])),
    place: selection.division_id !== undefined ? names.division(selection.division_id)
      : selection.zone ? names.zone(selection.zone.id, selection.zone.version)
      : selection.area ? (zh ? '框选区域' : 'a drawn area') : (zh ? '全市' : 'the whole city'),
    channels: list(selection.channels?.map(value => names.choice('channel', value))),
    statuses: list(selection.statuses?.map(value => names.choice('status', value))),
    places: list(selection.place_categories?.map(names.placeCategory)),
    trusted: selection.trusted_to ? names.choice('point_level', selection.trusted_to) : null,
  }
  return selectionParts.flatMap(part => texts[part] === null ? [] : [{ part, text: texts[part] }])
}

/** "2026-08-01 至 2026-10-31": whole days are told with the last one in, instants as they are. */
function windowWords({ from, to }: Selection, { locale, instant }: SelectionNames): string {
  const last = isDay(to) ? addDays(to, -1) : instant(to)
  return `${isDay(from) ? from : instant(from)} ${locale === 'zh' ? '至' : 'to'} ${last}`
}

/** Hours of the local week, days that have the same hours together: "周一至周五 22–02 时". */
export function hourWords(hours: readonly number[], zh: boolean): string {
  const names = Array.from({ length: 7 }, (_, day) => dayName(day)[zh ? 'zh' : 'en'])
  const byDay = names.map((_, day) => spansOf(hours.filter(hour => Math.floor(hour / 24) === day).map(hour => hour % 24).sort((a, b) => a - b)))
  const parts: string[] = []
  for (let day = 0; day < 7;) {
    let last = day
    while (last < 6 && byDay[last + 1] === byDay[day]) last++
    const named = day === 0 && last === 6 ? (zh ? '每天' : 'every day') : last === day ? names[day]! : last === day + 1 ? `${names[day]}${zh ? '、' : ', '}${names[last]}` : `${names[day]}${zh ? '至' : '–'}${names[last]}`
    if (byDay[day]) parts.push(zh ? `${named} ${byDay[day]} 时` : `${named} ${byDay[day]} h`)
    day = last + 1
  }
  return parts.join(zh ? '；' : '; ')
}

/** [0, 1, 2, 22, 23] is "0–3, 22–24". */
function spansOf(hours: readonly number[]): string {
  const spans: [number, number][] = []
  for (const hour of hours) {
    const last = spans.at(-1)
    if (last && last[1] === hour) last[1] = hour + 1
    else spans.push([hour, hour + 1])
  }
  return spans.map(([from, to]) => `${from}–${to}`).join(', ')
}
