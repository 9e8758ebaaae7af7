import { between, distance, Grid, toSegment, type Point } from '../plane.ts'
import type { Draft } from './draft.ts'

/** A vertex of the noded network. */
export type VertexId = number

export interface Noded {
  vertices: Point[]
  /** Each draft as the vertices it passes, those where it meets others included. */
  chains: VertexId[][]
}

/** Points nearer than this are one, metres. */
const merge = 3
/** An end of a road this near to another road is joined to it, metres. */
const reach = 16

interface Segment { draft: number, index: number, a: Point, b: Point }

/**
 * Cut all drafts where they cross or end at each other. Motorways and roads over water pass others without meeting
 * them, except where `meets` says so.
 */
export function nodeDrafts(drafts: readonly Draft[], meets: (a: number, b: number, at: Point) => boolean): Noded {
  const grid = new Grid<Segment>(90)
  drafts.forEach((draft, d) => draft.points.forEach((b, i) => {
    const a = draft.points[i - 1]
    if (a) grid.add({ draft: d, index: i - 1, a, b }, Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
  }))
  /** Cuts of each draft: position along it (segment index + fraction) and the point. */
  const cuts: { at: number, point: Point }[][] = drafts.map(() => [])
  drafts.forEach((draft, d) => {
    for (let i = 0; i + 1 < draft.points.length; i++) crossingsOf(grid, d, i, draft.points[i]!, draft.points[i + 1]!, cuts, meets)
  })
  drafts.forEach((draft, d) => {
    joinEnd(grid, drafts, d, 0, cuts, meets)
    joinEnd(grid, drafts, d, draft.points.length - 1, cuts, meets)
  })
  const vertices: Point[] = []
  const near = new Grid<VertexId>(6)
  const vertexAt = (p: Point): VertexId => {
    for (const id of near.near(p[0], p[1], merge)) if (distance(vertices[id]!, p) < merge) return id
    vertices.push(p)
    near.add(vertices.length - 1, p[0], p[1], p[0], p[1])
    return vertices.length - 1
  }
  // Meeting points first, so that plain vertices merge into them and not the other way round.
  for (const list of cuts) for (const cut of list) vertexAt(cut.point)
  const chains = drafts.map((draft, d) => {
    const all = [...draft.points.map((point, i) => ({ at: i, point })), ...cuts[d]!].sort((p, q) => p.at - q.at)
    const chain: VertexId[] = []
    for (const { point } of all) {
      const id = vertexAt(point)
      if (chain.at(-1) !== id) chain.push(id)
    }
    return chain
  })
  return { vertices, chains }
}

function crossingsOf(grid: Grid<Segment>, d: number, i: number, a: Point, b: Point, cuts: { at: number, point: Point }[][],
  meets: (a: number, b: number, at: Point) => boolean): void {
  const x = (a[0] + b[0]) / 2, y = (a[1] + b[1]) / 2, half = Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])) / 2
  const done = new Set<Segment>()
  for (const other of grid.near(x, y, half)) {
    if (other.draft <= d || done.has(other)) continue
    done.add(other)
    const dx = b[0] - a[0], dy = b[1] - a[1], ex = other.b[0] - other.a[0], ey = other.b[1] - other.a[1]
    const cross = dx * ey - dy * ex
    if (Math.abs(cross) < 1e-9) continue
    const s = ((other.a[0] - a[0]) * ey - (other.a[1] - a[1]) * ex) / cross
    const t = ((other.a[0] - a[0]) * dy - (other.a[1] - a[1]) * dx) / cross
    if (s < 0 || s > 1 || t < 0 || t > 1) continue
    const point = between(a, b, s)
    if (!meets(d, other.draft, point)) continue
    cuts[d]!.push({ at: i + s, point })
    cuts[other.draft]!.push({ at: other.index + t, point })
  }
}

/** Where a draft ends near another, it ends at it. */
function joinEnd(grid: Grid<Segment>, drafts: readonly Draft[], d: number, index: number, cuts: { at: number, point: Point }[][],
  meets: (a: number, b: number, at: Point) => boolean): void {
  const end = drafts[d]!.points[index]!
  // It has just crossed something: the rest is a stub that gets pruned.
  if (cuts[d]!.some(cut => distance(cut.point, end) < reach)) return
  let best: { segment: Segment, t: number, distance: number } | undefined
  for (const segment of grid.near(end[0], end[1], reach)) {
    if (segment.draft === d) continue
    const found = toSegment(end, segment.a, segment.b)
    if (found.distance < (best?.distance ?? reach) && meets(d, segment.draft, end)) best = { segment, ...found }
  }
  if (!best) return
  const point = between(best.segment.a, best.segment.b, best.t)
  cuts[best.segment.draft]!.push({ at: best.segment.index + best.t, point })
  cuts[d]!.push({ at: index === 0 ? -0.5 : index + 0.5, point })
}
