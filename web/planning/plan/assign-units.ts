import { metresBetween } from '../../duty/fixes.ts'
import type { Place } from './places.ts'

export interface Post extends Place { id: string, units: number }
export interface FreeUnit extends Place { id: number }

/**
 * A unit for each place of each post: the shortest way of all first, then the shortest of what is left, by straight line.
 *
 * @param taken  units that were named by hand, by post: they stay, and are no one else's
 * @returns by post, as many as there are places; fewer where units run out
 * Cost: O(posts × units × log).
 */
export function assignUnits(posts: readonly Post[], units: readonly FreeUnit[], taken: Readonly<Record<string, readonly number[]>> = {}): Record<string, number[]> {
  const named = Object.fromEntries(posts.map(({ id }) => [id, [...taken[id] ?? []]])), used = new Set(Object.values(named).flat())
  const ways = posts.flatMap(post => units.map(unit => ({ post, unit, metres: metresBetween(post, unit) }))).sort((a, b) => a.metres - b.metres || a.unit.id - b.unit.id)
  for (const { post, unit } of ways) {
    if (used.has(unit.id) || named[post.id]!.length >= post.units) continue
    named[post.id]!.push(unit.id)
    used.add(unit.id)
  }
  return named
}

/** Who was named for places that are still there: of a post that was moved away, or that units left, the last ones are free again. */
export const stillPlaced = (named: Readonly<Record<string, readonly number[]>>, posts: readonly Pick<Post, 'id' | 'units'>[]): Record<string, number[]> =>
  Object.fromEntries(posts.flatMap(({ id, units }) => named[id] ? [[id, named[id].slice(0, units)]] : []))
