import { useMessages } from '../../i18n.ts'
import { useView } from '../../state/view.ts'
import type { Interval, Stand } from '../types.ts'
import { usePlanHand } from './hand.ts'
import { messages } from './messages.ts'
import { percentText, pointsText, postName, verdictOf } from './words.ts'

/** The words of a plan's panel. */
export function usePlanWords() {
  const { t, te } = useMessages(messages), view = useView(), hand = usePlanHand()
  return {
    t, te,
    post: (stand: Pick<Stand, 'name' | 'longitude' | 'latitude'>) => postName(stand, hand.candidates, view.language),
    force: (force: string, n: number) => t(`force.${force}`, { n }),
    /** What a difference of shares says. */
    difference: (interval: Interval) => t(`difference.${verdictOf(interval)}`, saidOf(interval)),
    /** By how many percentage points a share changed. */
    change: (before: number, after: number) => { const n = pointsText(after - before); return n === '0.0' ? t('change.same') : t(after > before ? 'change.more' : 'change.less', { n }) },
  }
}

/** More and less say the sign: where a verdict has one, its numbers go without; the interval keeps its order. */
export function saidOf(interval: Interval): { n: string, low: string, high: string } {
  const less = verdictOf(interval) === 'less', [low, high] = less ? [-interval.high, -interval.low] : [interval.low, interval.high]
  return { n: percentText(less ? -interval.mean : interval.mean), low: percentText(low), high: percentText(high) }
}
