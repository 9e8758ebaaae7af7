import { aoristicWeek } from '../statistics/aoristic.ts'
import { none, NothingToSay, type Method } from '../method.ts'
import { offsetReader } from '../time-offsets.ts'

export const method: Method = {
  id: 'clock',
  title: { zh: '时段钟与日历', en: 'Clock and calendar' },
  purpose: { zh: '一周里哪些钟点最多；不知确切时间的按区间分摊', en: 'Which hours of the week; where only an interval is known, spread over it' },
  source: 'Ratcliffe 2000 (aoristic weights)',
  limits: {
    zh: '区间内按均匀分摊：不知道夜里几点，就会把整夜抹平。',
    en: 'Weights are even over an interval: where the hour of the night isn\'t known, the whole night is smeared.',
  },
  parameters: {
    most_hours: { kind: 'number', label: { zh: '最长区间', en: 'Longest interval' }, unit: { zh: '小时', en: 'h' }, least: 1, most: 168, otherwise: 24,
      why: { zh: '更长的区间说明不了钟点', en: 'A longer one says nothing of the hour' } },
  },
  run({ columns, chosen, question }, { most_hours }: { most_hours: number }) {
    if (chosen.rows.length === 0) throw new NothingToSay(none)
    const known = chosen.rows.filter(i => question.knowsHour[columns.precision[i]!]), days = new Map<number, number>()
    const offsetAt = offsetReader(question.offsets)
    for (const i of chosen.rows) {
      const day = Math.floor((columns.received[i]! + offsetAt(columns.received[i]!)) / 86_400)
      days.set(day, (days.get(day) ?? 0) + 1)
    }
    const { weights, leftOut } = aoristicWeek(known.length ? Array.from(known, i => columns.from[i]!) : [], Array.from(known, i => columns.to[i]!), offsetReader(question.offsets), most_hours)
    return {
      hours: [...weights], without_hour: chosen.rows.length - known.length, too_long: leftOut,
      days: [...days].sort((a, b) => a[0] - b[0]).map(([day, n]) => ({ day: new Date(day * 86_400_000).toISOString().slice(0, 10), count: n })),
    }
  },
}
