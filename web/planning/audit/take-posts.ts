import type { SolveQuestion, Stand } from '../types.ts'

/**
 * The question with these posts given: each a site that must be used, and so many more posts than before. What isn't a station or
 * a police post is drawn where it stands. Posts that are given already are not given again.
 */
export function takePosts(question: SolveQuestion, stands: readonly Pick<Stand, 'kind' | 'id' | 'name' | 'longitude' | 'latitude'>[]): SolveQuestion {
  const sites = { ...question.sites }, drawn = [...sites.drawn ?? []], fixed = new Set(question.fixed), before = fixed.size
  for (const { kind, id, name, longitude, latitude } of stands) {
    if (kind === 'station') delete sites.stations
    else if (kind === 'police_post') delete sites.police_posts
    else if (!drawn.some(({ point }) => point[0] === longitude && point[1] === latitude)) drawn.push({ point: [longitude, latitude], ...name && { name: name.slice(0, 60) } })
    fixed.add(kind === 'station' || kind === 'police_post' ? id : `drawn:${longitude},${latitude}`)
  }
  return {
    ...question, sites: drawn.length ? { ...sites, drawn } : sites, fixed: [...fixed], forbidden: question.forbidden?.filter(id => !fixed.has(id)),
    ...question.posts !== undefined && { posts: question.posts + fixed.size - before },
  }
}
