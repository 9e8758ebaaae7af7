import { highways } from '../data/highways.ts'
import { densify, lengthOf, offset, smooth, toPlane, type Point } from '../plane.ts'
import type { Draft } from './draft.ts'

/** Half the distance between the two carriageways of a divided road, metres. */
const halfMedian = 9

/**
 * The long roads, as far as the city goes; motorways and trunk roads as two one-way carriageways that join at both ends.
 *
 * @returns the drafts, and the middle lines that lesser roads keep clear of
 */
export function drawHighways(wet: (p: Point) => boolean): { drafts: Draft[], middles: { points: Point[], class: Draft['class'] }[] } {
  const drafts: Draft[] = [], middles: { points: Point[], class: Draft['class'] }[] = []
  for (const { name, class: road, over, through } of highways) {
    const drawn = densify(smooth(through.map(([longitude, latitude]) => toPlane(longitude, latitude)), 3), 60)
    const middle = drawn.slice(drawn.findIndex(p => !wet(p)), drawn.findLastIndex(p => !wet(p)) + 1)
    middles.push({ points: middle, class: road })
    const draft = (points: Point[], oneway: 0 | 1): Draft => ({ points, class: road, street: `=${name}`, chainage: 0, oneway, over })
    if (road === 'primary') { drafts.push(draft(middle, 0)); continue }
    // Traffic keeps to the right: the carriageway along the drawing lies right of its middle.
    const right = offset(middle, -halfMedian), left = offset(middle, halfMedian).reverse()
    drafts.push(draft(right, 1), draft(left, 1))
    drafts.push({ ...draft([right.at(-1)!, left[0]!], 0), chainage: lengthOf(middle) }, draft([left.at(-1)!, right[0]!], 0))
  }
  return { drafts, middles }
}
