import type { Label } from '../../layers/layer.ts'
import type { DeploymentPlan } from '../planning/types.ts'
import { countText, secondsText, shareText } from './numbers.ts'

type Result = DeploymentPlan['result']

/** What is proven of a plan, in the chief's words. @param objective  what the model makes most or least of */
export function proofSentences({ result, moved }: Pick<DeploymentPlan, 'result' | 'moved'>, objective: Label): Label[] {
  const { status, gap, bound, objective: value, counted_in: unit } = result
  const proven: Label = status === 'optimal'
    ? { zh: `已证明为最优：在同样的点位和条件下，没有别的布置的“${objective.zh}”更好（${countText(value)} ${unit.zh}，与界相等）。`, en: `Proven optimal: with the same sites and terms no other placement does better in ${objective.en} (${countText(value)} ${unit.en}, equal to its bound).` }
    : { zh: `求解结束时尚未证完：任何布置的“${objective.zh}”至多再好 ${(gap * 100).toFixed(1)}%（现为 ${countText(value)} ${unit.zh}，界为 ${countText(bound)}）。`, en: `The search ended before the proof: no placement does better in ${objective.en} by more than ${(gap * 100).toFixed(1)}% (now ${countText(value)} ${unit.en}, bound ${countText(bound)}).` }
  return moved ? [proven, { zh: '求解之后有岗位经人工移动：上面的证明属于移动前的布置，下列数字属于现在的布置。', en: 'Posts were moved by hand after the search: the proof is of the placement before, the figures below are of the one that is kept.' }] : [proven]
}

/** What it gains over the plan that sets up one unit after the other; null where that is the same or unknown. */
export function greedySentence({ figures, greedy }: Pick<Result, 'figures' | 'greedy'>): Label | null {
  if (!greedy || figures.share === null || greedy.figures.share === null) return null
  const gain = figures.share - greedy.figures.share
  if (Math.abs(gain) < 5e-4) return { zh: '与“逐个添加最有用的岗位”的做法相比，及时到达的比例相同。', en: 'Setting up one post after the other where it helps most reaches the same share in time.' }
  return { zh: `与“逐个添加最有用的岗位”的做法相比，及时到达的比例${gain > 0 ? '多' : '少'} ${Math.abs(gain * 100).toFixed(1)} 个百分点。`, en: `Against setting up one post after the other where it helps most: ${Math.abs(gain * 100).toFixed(1)} points ${gain > 0 ? 'more' : 'fewer'} reached in time.` }
}

/** How it does on weeks that it knew nothing of. @param day  writes an instant as a local day */
export function heldOutSentence(held: Result['held_out'], day: (at: string) => string): Label {
  if (!held) return { zh: '没有留出检验周：上列数字只说明建立方案所用的警情。', en: 'No weeks were held out: the figures above are of the incidents that the plan was built on.' }
  const { share, plan, incidents, from, to } = held, [first, last] = [day(from), day(new Date(Date.parse(to) - 1).toISOString())]
  const interval = share ? { zh: `（95% 区间 ${shareText(share.low)} 至 ${shareText(share.high)}）`, en: ` (95% interval ${shareText(share.low)} to ${shareText(share.high)})` } : { zh: '', en: '' }
  return {
    zh: `方案没有见过的 ${first} 至 ${last}，共 ${countText(incidents)} 起警情：及时到达 ${shareText(plan.share)}${interval.zh}，平均 ${secondsText(plan.mean_seconds, 'zh')}，90% 在 ${secondsText(plan.ninetieth_seconds, 'zh')}内。`,
    en: `On ${first} to ${last}, which the plan had not seen, ${countText(incidents)} incidents: ${shareText(plan.share)} in time${interval.en}, mean ${secondsText(plan.mean_seconds, 'en')}, 90% within ${secondsText(plan.ninetieth_seconds, 'en')}.`,
  }
}
