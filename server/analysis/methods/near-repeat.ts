import { knox } from '../statistics/knox.ts'
import { none, NothingToSay, type Method } from '../method.ts'
import { onPlane } from '../plane.ts'

export const method: Method = {
  id: 'near_repeat',
  title: { zh: '近重复', en: 'Near repeats' },
  purpose: { zh: '一起发生之后，附近多少米内、多少天里更容易再发生', en: 'After one incident: within how many metres and days another is likelier' },
  source: 'Knox 1964; Johnson et al. 2007; Ratcliffe & Rengert 2008',
  limits: {
    zh: '点对太多时，显著性取自均匀抽样的点对（结果里写明抽了多少），次数仍是全数。只说这类警情的一般规律，不说哪一户会再发；地址粗或时间不准会把规律抹平。',
    en: 'Where pairs are too many, significance comes from a uniform sample of them (the result says how many); the counts are full. It tells a habit of this type of incident, not which door is next; coarse addresses or times wash the habit out.',
  },
  parameters: {
    metres: { kind: 'numbers', label: { zh: '距离档', en: 'Bands of distance' }, unit: { zh: '米', en: 'm' }, otherwise: [1, 100, 200, 300, 400],
      why: { zh: '第一档是同一地点，其后每 100 米一档：约一个街区', en: 'The first is the same place, then 100 m each: about a block' } },
    days: { kind: 'numbers', label: { zh: '时间档', en: 'Bands of time' }, unit: { zh: '天', en: 'days' }, otherwise: [7, 14, 21, 28],
      why: { zh: '每周一档：与班次和星期节律对齐', en: 'A week each: in step with shifts and weekdays' } },
    permutations: { kind: 'number', label: { zh: '随机置换次数', en: 'Shuffles' }, unit: { zh: '次', en: 'shuffles' }, least: 19, most: 999, whole: true, otherwise: 99,
      why: { zh: '99 次可分辨到 p = 0.01', en: '99 tell p down to 0.01' } },
    seed: { kind: 'number', label: { zh: '随机种子', en: 'Seed' }, unit: { zh: '', en: '' }, least: 1, most: 2 ** 31 - 1, whole: true, otherwise: 1,
      why: { zh: '同一种子，同一结果', en: 'The same seed gives the same table' } },
  },
  run(input, { metres, days, permutations, seed }: { metres: number[], days: number[], permutations: number, seed: number }, { progress }) {
    const { columns, chosen } = input
    if (chosen.rows.length === 0) throw new NothingToSay(none)
    if (chosen.rows.length < 20) throw new NothingToSay({ zh: `只有 ${chosen.rows.length} 起，近重复检验至少需要 20 起`, en: `Only ${chosen.rows.length} incidents; near repeats need 20` })
    const { x, y } = onPlane(columns, chosen), day = Float64Array.from(chosen.rows, i => (columns.from[i]! + columns.to[i]!) / 2 / 86_400)
    if (x.every(each => each === x[0]) && y.every(each => each === y[0])) throw new NothingToSay({ zh: '所有警情在同一个点上，分不出远近', en: 'All incidents are at one point: there is no near and far' })
    if (day.every(each => each === day[0])) throw new NothingToSay({ zh: '所有警情在同一时刻，分不出先后', en: 'All incidents are of one moment: there is no before and after' })
    return knox(x, y, day, { bands: { metres, days }, permutations, seed, onProgress: progress })
  },
}
