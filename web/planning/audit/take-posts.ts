import type { SolveQuestion, Stand } from '../types.ts'

/**
 * The question with these posts given: each a site that must be used, and so many more posts than before. What isn't a station or
 * a police post is drawn where it stands. Posts that are given already are not given again.
 */
export function takePosts(question: SolveQuestion, stands: readonly Pick<Stand, 'kind' | 'id' | 'name' | 'longitude' | 'latitude'>[]): SolveQuestion {
  const sites = { ...question.sites }, drawn = [...sites.drawn ?? []], fixed = [...question.fixed ?? []], before = fixed.length
  for (const { kind, id, name, longitude, latitude } of stands) {
    if (kind === 'station') delete sites.stations
    else if (kind === 'police_post') delete sites.police_posts
    else if (!drawn.some(({ point }) => point[0] === longitude && point[1] === latitude)) drawn.push({ point: [longitude, latitude], ...name && { name: name.slice(0, 60) } })
    const site = kind === 'station' || kind === 'police_post' ? id : `drawn:${longitude},${latitude}`
    if (!fixed.includes(site)) fixed.push(site)
  }
  return {
    ...question, sites: drawn.length ? { ...sites, drawn } : sites, fixed, forbidden: question.forbidden?.filter(id => !fixed.includes(id)),
    ...question.posts !== undefined && { posts: question.posts + fixed.length - before },
  }
}
