import type { Label } from '../../layers/layer.ts'
import { countText, secondsText, shareText } from './numbers.ts'
import type { After, PostAfter, Presence } from './shapes.ts'

/** What is read of a post, and of the whole. */
export type PostHours = Presence & Pick<PostAfter, 'unit_id' | 'from' | 'to'>
export interface Evening { complete: boolean, posts: readonly PostHours[], incidents: Pick<After['incidents'], 'all' | 'reached' | 'planned_of_reached' | 'real'> }

/**
 * How a shift's posts were manned over all their hours so far: each post weighs as long as it lasts.
 *
 * @returns null without any named unit, and before the first hour
 */
export function presenceOf(posts: readonly PostHours[], now: Date): { hours: number, share: Presence } | null {
  const named = posts.filter(({ unit_id }) => unit_id !== null), hoursOf = ({ from, to }: PostHours) => Math.max(0, Math.min(Date.parse(to), now.getTime()) - Date.parse(from)) / 3_600_000
  const hours = named.reduce((sum, post) => sum + hoursOf(post), 0)
  if (hours === 0) return null
  const part = (which: keyof Presence) => named.reduce((sum, post) => sum + post[which] * hoursOf(post), 0) / hours
  return { hours, share: { on_post: part('on_post'), on_call: part('on_call'), away: part('away'), unknown: part('unknown') } }
}

/** The evening after in a few sentences: were the posts manned, was it as quick as planned. What has to be known to read them is in the answer's notes. */
export function afterSentences(after: Evening, now: Date): Label[] {
  const said: Label[] = after.complete ? [] : [{ zh: '本班次还没有结束，以下为截至目前的情况。', en: 'This shift isn’t over; this is how it stands so far.' }]
  const presence = presenceOf(after.posts, now)
  if (presence) said.push({
    zh: `指定了警力的岗位共 ${countText(presence.hours)} 岗时：在岗 ${shareText(presence.share.on_post)}，出警 ${shareText(presence.share.on_call)}，不在岗 ${shareText(presence.share.away)}，无定位 ${shareText(presence.share.unknown)}。`,
    en: `Of ${countText(presence.hours)} post-hours with a unit named: ${shareText(presence.share.on_post)} on post, ${shareText(presence.share.on_call)} out on calls, ${shareText(presence.share.away)} away, ${shareText(presence.share.unknown)} without a fix.`,
  })
  return [...said, ...responseSentences(after.incidents)]
}

function responseSentences({ all, reached, planned_of_reached: planned, real }: Evening['incidents']): Label[] {
  if (all === 0) return [{ zh: '期间没有计入的警情。', en: 'No incidents that count were received meanwhile.' }]
  const counted: Label = { zh: `期间警情 ${all} 起，其中 ${reached} 起记录了到场时间。`, en: `${all} incidents were received meanwhile; of ${reached} the arrival was logged.` }
  if (reached === 0 || real.share === null || planned.share === null) return [counted]
  const compared: Label = {
    zh: `这 ${reached} 起按方案应有 ${shareText(planned.share)} 及时到达、平均 ${secondsText(planned.mean_seconds, 'zh')}；实际 ${shareText(real.share)}、平均 ${secondsText(real.mean_seconds, 'zh')}。`,
    en: `Of these ${reached}, ${shareText(planned.share)} should be reached in time by the plan, mean ${secondsText(planned.mean_seconds, 'en')}; really it was ${shareText(real.share)}, mean ${secondsText(real.mean_seconds, 'en')}.`,
  }
  const lag = real.mean_seconds !== null && planned.mean_seconds !== null ? real.mean_seconds - planned.mean_seconds : 0
  if (Math.abs(lag) < 1) return [counted, compared]
  return [counted, compared, lag > 0
    ? { zh: `实际平均慢 ${secondsText(lag, 'zh')}。`, en: `Really it took ${secondsText(lag, 'en')} longer on average.` }
    : { zh: `实际平均快 ${secondsText(-lag, 'zh')}：到场的警力常在岗位之外的近处。`, en: `Really it took ${secondsText(-lag, 'en')} less on average: who came was often nearer than the post.` }]
}
