// The models of deployment: each finds posts (or beats) that no other plan beats, and proves it or says how far the proof got.
// A file a model; problem.ts says what goes in and comes out, reason.ts why there may be no plan.
import type { Label } from '../../../layers/layer.ts'
import { createRandom } from '../../analysis/random.ts'
import { backupCovering, type BackupParameters } from './backup-covering.ts'
import { beats } from './beats.ts'
import type { BeatsPlan, BeatsProblem } from './beats-problem.ts'
import { busyUnits, type BusyParameters } from './busy-units.ts'
import { byShift, type ShiftParameters, type ShiftPlan } from './by-shift.ts'
import { maximalCovering } from './maximal-covering.ts'
import { pCentre } from './p-centre.ts'
import { pMedian } from './p-median.ts'
import type { Answer, Problem, Tools } from './problem.ts'
import { setCovering } from './set-covering.ts'

/** What each model is asked, and what it answers. */
export interface Models {
  maximal_covering: { problem: Problem, parameters: object, answer: Answer }
  backup_covering: { problem: Problem, parameters: BackupParameters, answer: Answer }
  set_covering: { problem: Problem, parameters: object, answer: Answer }
  p_median: { problem: Problem, parameters: object, answer: Answer }
  p_centre: { problem: Problem, parameters: object, answer: Answer }
  busy_units: { problem: Problem, parameters: BusyParameters, answer: Answer }
  by_shift: { problem: readonly Problem[], parameters: ShiftParameters, answer: Answer<ShiftPlan> }
  beats: { problem: BeatsProblem, parameters: { seed: number }, answer: Answer<BeatsPlan> }
}

export type ModelId = keyof Models

export interface Model<Id extends ModelId> {
  title: Label
  /** The chief's question that it answers. */
  question: Label
  /** What its objective is counted in. */
  objective: Label
  source: string
  /** @throws {RangeError} for a problem or parameters that aren't any; what contradicts itself is an answer */
  solve(problem: Models[Id]['problem'], tools: Tools, parameters: Models[Id]['parameters']): Models[Id]['answer']
}

export const models: { readonly [Id in ModelId]: Model<Id> } = {
  maximal_covering: {
    title: { zh: '最大覆盖', en: 'Most demand covered' }, question: { zh: '这些警力放在哪里，规定时间内能赶到的警情最多？', en: 'Where do so many posts reach most calls in time?' },
    objective: { zh: '覆盖的需求', en: 'demand covered' }, source: 'Church & ReVelle 1974', solve: maximalCovering,
  },
  backup_covering: {
    title: { zh: '后备覆盖', en: 'Covered with back-up' }, question: { zh: '第一组出警后，谁还能及时赶到？', en: 'Who comes in time when the first unit is out?' },
    objective: { zh: '覆盖加后备的需求', en: 'demand covered, back-up weighed' }, source: 'Hogan & ReVelle 1986', solve: backupCovering,
  },
  set_covering: {
    title: { zh: '全覆盖最少点位', en: 'Fewest posts for all' }, question: { zh: '要让所有地方都能按时到达，至少需要几个点位？', en: 'How many posts does it take to reach everybody in time?' },
    objective: { zh: '点位数', en: 'posts' }, source: 'Toregas, Swain, ReVelle & Bergman 1971', solve: setCovering,
  },
  p_median: {
    title: { zh: '平均时间最短', en: 'Shortest on average' }, question: { zh: '这些警力放在哪里，平均到场最快？', en: 'Where do so many posts come soonest on average?' },
    objective: { zh: '需求 × 秒', en: 'demand × seconds' }, source: 'Hakimi 1964; ReVelle & Swain 1970', solve: pMedian,
  },
  p_centre: {
    title: { zh: '最远时间最短', en: 'Shortest at worst' }, question: { zh: '这些警力放在哪里，最远的地方等得最少？', en: 'Where do so many posts leave nobody waiting long?' },
    objective: { zh: '秒', en: 'seconds' }, source: 'Hakimi 1964; Minieka 1970', solve: pCentre,
  },
  busy_units: {
    title: { zh: '考虑忙碌的覆盖', en: 'Covered though units are busy' }, question: { zh: '车组常在出警，怎样放才最可能有空闲车组及时赶到？', en: 'Where is a free unit in reach most often?' },
    objective: { zh: '期望覆盖的需求', en: 'demand covered on average' }, source: 'Daskin 1983', solve: busyUnits,
  },
  by_shift: {
    title: { zh: '分班次覆盖', en: 'Covered shift by shift' }, question: { zh: '各班警力放在哪里，换班时又不必大量调动？', en: 'Where does each shift stand without moving about too much?' },
    objective: { zh: '各班覆盖的需求之和', en: 'demand covered, over all shifts' }, source: 'Church & ReVelle 1974; Schilling 1980; Gunawardane 1982', solve: byShift,
  },
  beats: {
    title: { zh: '巡区划分', en: 'Beats' }, question: { zh: '怎样划分连片、警情量均衡、路程短的巡区？', en: 'Which connected areas have like loads and short ways?' },
    objective: { zh: '警情 × 秒', en: 'calls × seconds' }, source: 'Hess and others 1965; Oehrlein & Haunert 2017',
    solve: (problem, tools, { seed }) => beats(problem, tools, { random: createRandom(seed) }),
  },
}
