import type { Label } from '../../../layers/layer.ts'
import { fisherTest } from './fisher.ts'

/** Incidents that patrols found, of all. */
export interface PatrolShare { patrol: number, all: number, /** Null where there is none. */ share: number | null }

export interface Feedback {
  inside: PatrolShare
  outside: PatrolShare
  /** Share inside over share outside; null where either can't be told. */
  ratio: number | null
  /** That the shares are equal: Fisher's exact test, two-sided. */
  p: number
  feeds_itself: boolean
  /** Inside, as long a time before the zone held, with the test of that against now. */
  before?: PatrolShare & { p: number }
  /** Share of all incidents that lie inside, with those that patrols found and without them. */
  holds: { with_patrol: number | null, without_patrol: number | null }
  why: Label
}

/** Larger by half and not by chance: with many incidents every difference is significant, few are worth a warning. */
const clearly = 1.5, level = 0.05

export const shareOf = (patrol: number, all: number): PatrolShare => ({ patrol, all, share: all > 0 ? patrol / all : null })
const percent = (share: number | null) => share === null ? '—' : `${(share * 100).toFixed(1)}%`

/**
 * Whether a zone feeds itself: patrols are sent in, find more there than elsewhere, and what they find keeps it hot
 * (Lum & Isaac 2016; Ensign et al. 2018).
 *
 * @param before  inside, before the zone held; without, only inside and outside are compared
 */
export function feedbackOf(inside: PatrolShare, outside: PatrolShare, before?: PatrolShare): Feedback {
  const test = (a: PatrolShare, b: PatrolShare) => fisherTest({ marked: a.patrol, all: a.all }, { marked: b.patrol, all: b.all })
  const p = test(inside, outside), ratio = inside.share === null || !outside.share ? null : inside.share / outside.share
  const larger = inside.share !== null && outside.share !== null && inside.share >= clearly * outside.share && inside.share > 0 && p <= level
  const earlier = before && { ...before, p: test(inside, before) }
  const grew = earlier === undefined || earlier.share === null || earlier.p <= level && inside.share! > earlier.share
  const found = inside.patrol + outside.patrol, all = inside.all + outside.all
  const share = (part: number, whole: number) => whole > 0 ? part / whole : null
  return {
    inside, outside, ratio, p, feeds_itself: larger && grew, ...(earlier && { before: earlier }),
    holds: { with_patrol: share(inside.all, all), without_patrol: share(inside.all - inside.patrol, all - found) },
    why: whyOf(inside, outside, larger, grew, earlier),
  }
}

function whyOf(inside: PatrolShare, outside: PatrolShare, larger: boolean, grew: boolean, before?: PatrolShare): Label {
  if (inside.all === 0) return { zh: '区域内没有警情，无从比较。', en: 'There are no incidents inside: nothing to compare.' }
  if (outside.all === 0) return { zh: '区域外没有警情，无从比较。', en: 'There are no incidents outside: nothing to compare.' }
  const zh = `区域内 ${percent(inside.share)} 的警情由巡逻发现，区域外 ${percent(outside.share)}`, en = `Patrols found ${percent(inside.share)} of the incidents inside and ${percent(outside.share)} outside`
  if (!larger) return { zh: `${zh}：没有明显差别，看不出自我强化。`, en: `${en}: no clear difference, no sign that the zone feeds itself.` }
  if (!grew) return {
    zh: `${zh}；但划定之前区域内已是 ${percent(before!.share)}：巡逻本来就多，不是划定造成的。分析时仍应不计巡逻发现。`,
    en: `${en}; but before the zone was drawn it was ${percent(before!.share)} inside already: patrols were there before, the zone didn't bring them. Leave their finds out all the same.`,
  }
  const rose = before?.share != null
  return {
    zh: `${zh}${rose ? `，划定之前区域内为 ${percent(before!.share)}` : ''}：区域可能在自我强化——派去的巡逻发现得多，又让它显得更热。请以不含巡逻发现的警情判断它。`,
    en: `${en}${rose ? `; before the zone was drawn it was ${percent(before!.share)} inside` : ''}: the zone may feed itself, as patrols that are sent there find more, which makes it look hotter. Judge it without what patrols found.`,
  }
}
