import type { Label } from '../../../layers/layer.ts'
import type { SolveQuestion, ToldReason } from '../types.ts'
import { withPart } from './bodies.ts'

/** A change that takes a reason away, in a click. */
export interface Mend { label: Label, question: SolveQuestion }

/** What the panel knows of the candidate sites: names by id, and how many there are; empty and null until it was told. */
export interface KnownSites { names: ReadonlyMap<string, string>, count: number | null, /** Metres between crossings that suit the area. */ spacing: number }

/** Buttons for every single site are offered for so many; beyond, for all at once. */
const single = 3

/** The ways out of a reason that a click can take, the likeliest first; none where only the chief can know. */
export function mendsOf(reason: ToldReason, question: SolveQuestion, known: KnownSites): Mend[] {
  return makers[reason.code](reason, question, known)
}

type Maker = (reason: ToldReason, question: SolveQuestion, known: KnownSites) => Mend[]

const mend = (zh: string, en: string, question: SolveQuestion): Mend => ({ label: { zh, en }, question })
const without = (question: SolveQuestion, part: 'fixed' | 'forbidden', sites: readonly string[]): SolveQuestion => {
  const left = question[part]?.filter(id => !sites.includes(id)) ?? []
  return withPart(question, part, left.length ? left : undefined)
}
const posts = (question: SolveQuestion, n: number): Mend => mend(`把数量改为 ${n}`, `Ask for ${n}`, { ...question, posts: n })
const junctions: Maker = (_, question, { spacing }) => question.sites?.junctions ? [] : [
  mend(`加入每 ${spacing} 米一个的路口作候选`, `Add road crossings ${spacing} m apart`, { ...question, sites: { ...question.sites, junctions: { spacing_metres: spacing } } })]
const none: Maker = () => []

const makers: Record<ToldReason['code'], Maker> = {
  fixed_forbidden: ({ sites = [] }, question, { names }) => sites.length > single
    ? [mend(`这 ${sites.length} 处取消固定`, `No longer fix these ${sites.length}`, without(question, 'fixed', sites)), mend(`这 ${sites.length} 处取消禁用`, `Allow these ${sites.length}`, without(question, 'forbidden', sites))]
    : sites.flatMap(id => [mend(`取消固定 ${names.get(id) ?? id}`, `No longer fix ${names.get(id) ?? id}`, without(question, 'fixed', [id])), mend(`取消禁用 ${names.get(id) ?? id}`, `Allow ${names.get(id) ?? id}`, without(question, 'forbidden', [id]))]),
  fixed_over_room: ({ sites = [] }, question) => {
    const fixed = question.fixed ?? [], most = sites.reduce((most, id) => Math.max(most, fixed.filter(each => each === id).length), 0)
    return [mend(`每处可驻 ${most} 个`, `Room for ${most} at each site`, { ...question, room: most }), mend('每处只固定一个', 'Fix one at each', { ...question, fixed: fixed.filter((id, i) => !sites.includes(id) || fixed.indexOf(id) === i) })]
  },
  no_posts: (_, question) => [posts(question, 1)],
  more_posts_than_sites: (reason, question, known) => {
    if (known.count === null) return junctions(reason, question, known)
    const places = known.count - new Set(question.forbidden).size, room = places * (question.room ?? 1), each = Math.ceil((question.posts ?? 0) / places)
    return [...room > 0 ? [posts(question, room)] : [], ...room > 0 && each <= 20 ? [mend(`每处可驻 ${each} 个`, `Room for ${each} at each site`, { ...question, room: each })] : [], ...junctions(reason, question, known)]
  },
  more_fixed_than_posts: ({ needed = 1 }, question) => [posts(question, needed), mend('取消全部固定', 'Fix none', withPart(question, 'fixed', undefined))],
  no_sites: (reason, question, known) => [
    ...question.forbidden?.length ? [mend('解除全部禁用', 'Allow all sites', withPart(question, 'forbidden', undefined))] : [],
    ...question.sites?.stations === false || question.sites?.police_posts === false ? [mend('派出所和警务站作候选', 'Use stations and police posts', { ...question, sites: { ...question.sites, stations: true, police_posts: true } })] : [],
    ...junctions(reason, question, known)],
  no_demand: (_, question) => {
    const { shifts, days, hours, codes, ...selection } = question.selection
    const narrowed = shifts ?? days ?? hours, { division_id: division, area, zone, ...anywhere } = question.selection
    return [
      ...division ?? area ?? zone ?? question.zones ? [mend('改为全部辖区', 'The whole scope', withPart({ ...question, selection: anywhere }, 'zones', undefined))] : [],
      ...narrowed ? [mend('不限班次和日子', 'Any shift and day', { ...question, selection: { ...selection, ...codes && { codes } } })] : [],
      ...codes ? [mend('全部类别', 'All types', { ...question, selection: { ...selection, ...shifts && { shifts }, ...days && { days }, ...hours && { hours } } })] : [],
      ...question.weights ? [mend('权重恢复通常值', 'The usual weights', withPart(question, 'weights', undefined))] : []]
  },
  unreachable: (reason, question, known) => [mend('放弃到不了的需求', 'Leave out what can\'t be reached', { ...question, unreachable: 'leave_out' }), ...junctions(reason, question, known)],
  too_few_posts: ({ needed }, question) => needed === undefined ? [] : [posts(question, needed)],
  too_few_moves: ({ needed }, question) => needed === undefined ? [] : [mend(`允许调动 ${needed} 个`, `Allow ${needed} moves`, { ...question, moves: needed })],
  time_ended: (_, question) => {
    const seconds = Math.min(300, 3 * (question.seconds ?? 20))
    return seconds > (question.seconds ?? 20) ? [mend(`给求解 ${seconds} 秒`, `Give it ${seconds} s`, { ...question, seconds })] : []
  },
  // Of beats, which aren't asked here.
  apart: none, cell_too_heavy: none, more_beats_than_cells: none, not_balanced: none,
}
