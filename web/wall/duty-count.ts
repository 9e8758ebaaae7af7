/** What of a post of the layer the wall counts. */
export interface PostOnDuty { state: string, to_at: string }

/**
 * Posts by how they stand, in the layer's own order of states; states that no post is in are left out.
 *
 * @returns `until`: when the duty ends, ISO text; null where posts end at different times
 */
export function countDuty(posts: readonly PostOnDuty[], states: readonly string[]): { total: number, by: { state: string, n: number }[], until: string | null } {
  const ends = new Set(posts.map(({ to_at }) => Date.parse(to_at)))
  return {
    total: posts.length, by: states.map(state => ({ state, n: posts.filter(post => post.state === state).length })).filter(({ n }) => n > 0),
    until: ends.size === 1 ? posts[0]!.to_at : null,
  }
}
