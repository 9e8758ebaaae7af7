import type { Relation } from './osm.ts'
import type { SourceTurnBan } from './source.ts'

/**
 * Turn bans of a restriction relation: one for each pair of a way that it comes from and one that it goes to, at its node.
 *
 * Left out are restrictions by way of a way, at certain times, for certain vehicles only, or that the police need not keep.
 *
 * @param position  longitude, latitude of a node; undefined where the file lacks it
 */
export function restrictionOf({ id, tags, members }: Relation, position: (ref: number) => [number, number] | undefined): SourceTurnBan[] {
  const kind = /^(no|only)_/.exec(tags.restriction ?? '')?.[1] as 'no' | 'only' | undefined
  const place = members.vias.length === 1 ? position(members.vias[0]!) : undefined
  const spared = (tags.except ?? '').split(/[;,]/).some(one => one.trim() === 'emergency')
  if (!kind || !place || spared) return []
  const ways = (role: string) => members.ways.filter((_, i) => members.roles[i] === role)
  return ways('from').flatMap(from => ways('to').map((to): SourceTurnBan =>
    ({ key: `r${id}`, kind, from: `w${from}`, to: `w${to}`, longitude: place[0], latitude: place[1] })))
}
