import type { Label } from '../../../layers/layer.ts'
import { localDay } from '../../../layers/time.ts'
import type { ChosenCalls } from './choose-calls.ts'
import type { Handling } from './handling.ts'
import type { PlanId } from './result.ts'
import type { PreparedSimulation } from './simulation.ts'
import type { Simulation } from './simulate.ts'

const names: Readonly<Record<PlanId, Label>> = { today: { zh: '现状', en: 'what stands today' }, proposal: { zh: '方案', en: 'the proposal' }, what_if: { zh: '调整后的方案', en: 'the what-if' } }
/** Fewer weeks than this tell little of how weeks differ. */
const enoughWeeks = 8
/** Crews that are out more than this never catch up. */
const swamped = 0.9

/**
 * What a reader of the figures must know and would not guess.
 *
 * @param passedOn  calls left out, as nobody was sent
 */
export function notesOf({ sides: { hand: { situation, selection }, today, timeZone }, plans, capabilities, todayKnows }: PreparedSimulation, weeks: number, { elsewhere, hourUnknown }: ChosenCalls, passedOn: number, handling: Handling, { plans: figures, handlingLogged }: Simulation): Label[] {
  const notes: Label[] = [], tell = (holds: boolean, zh: string, en: string) => { if (holds) notes.push({ zh, en }) }
  tell(today.stands.length === 0, '这支力量没有生效的部署，也没有在岗单位的位置：只模拟方案', 'no plan of this force is in force here and nobody knows where any of its units on duty are: only the proposal is simulated')
  tell(today.without_fix > 0, `${today.without_fix} 个在岗单位没有半小时内的定位，现状里不算`, `${today.without_fix} units on duty have no fix of the last half hour: they are none of what stands today`)
  const day = todayKnows && localDay(new Date(todayKnows), timeZone)
  tell(day !== null, `现行方案是用 ${day} 以前的数据做的，见过这里回放的一部分警情：对它偏有利`, `the plan in force was built on data until ${day} and has seen some of these calls, which is to its advantage`)
  figures.forEach(({ crews }, i) => {
    const known = crews.flatMap(({ load }) => load?.mean ?? []), load = known.reduce((sum, each) => sum + each, 0) / known.length, { zh, en } = names[plans[i]!.id]
    tell(load > swamped, `${zh}的警力有 ${Math.round(load * 100)}% 的在岗时间都在外处警，跟不上来警：等待时间会越积越长`, `crews of ${en} are out ${Math.round(load * 100)} % of their time on duty and can't keep up with the calls: waiting grows with every day`)
  })
  tell(weeks < enoughWeeks, `只回放了 ${weeks} 周：区间反映不出这几周之外的情况，偏窄`, `only ${weeks} weeks were replayed: no replication can see a week that isn't among them, so the intervals are too narrow`)
  tell(passedOn > 0, `${passedOn} 起转给了其他部门、没有派警，不计`, `${passedOn} incidents were given to other departments with nobody sent: they are no calls here`)
  tell(elsewhere > 0, `${elsewhere} 起在方案网格之外，不计`, `${elsewhere} incidents lie in none of the plan's cells and are left out`)
  tell(hourUnknown > 0, `${hourUnknown} 起不知道几点发生，无法回放`, `of ${hourUnknown} incidents the hour isn't known: they can't be replayed`)
  tell(handling.is === 'assumed', '处警时长没有任何记录：按平均 30 分钟假定', 'no handling time was ever logged: 30 min on average are assumed')
  tell(handling.is === 'measured' && handlingLogged < 1, `${Math.round((1 - handlingLogged) * 100)}% 的警情没有记录处警时长，按此前同类警情抽取`, `of ${Math.round((1 - handlingLogged) * 100)} % of the calls the handling time isn't logged: drawn from earlier ones of their kind`)
  tell(capabilities.unknown, '派警设置对一些类别要求装备或能力，但方案没有指名单位：都按具备处理', 'some types need capabilities, but not all units are named: every crew counts as having them')
  tell(selection.days !== undefined, '只回放所选日子的警情，忙碌比例仍按每天的在岗时间算', 'only calls of the days chosen are replayed; loads are shares of duty on all days')
  tell(situation.travel.times === 'straight_line', `时间按直线距离、每小时 ${situation.travel.kmh} 公里估算，未走路网`, `times are by straight line at ${situation.travel.kmh} km/h, not by road`)
  return notes
}
