import { dbscan } from '../statistics/clusters.ts'
import { hullOf } from '../statistics/hull.ts'
import { none, NothingToSay, type Method } from '../method.ts'
import { onPlane } from '../plane.ts'

export const method: Method = {
  id: 'clusters',
  title: { zh: '密度聚类', en: 'Clusters' },
  purpose: { zh: '哪些警情成团，团有多大', en: 'Which incidents huddle together, and how large the huddles are' },
  source: 'Ester, Kriegel, Sander & Xu 1996 (DBSCAN)',
  limits: {
    zh: '换一组参数就是另一种团；团不等于显著，人多处自然成团。',
    en: 'Other parameters, other clusters. A cluster is not a test: where many people are, incidents huddle by themselves.',
  },
  parameters: {
    distance: { kind: 'number', label: { zh: '相邻距离', en: 'Distance' }, unit: { zh: '米', en: 'm' }, least: 1, most: 10_000, otherwise: 150,
      why: { zh: '约一个街区：步行两分钟', en: 'About a block: two minutes on foot' } },
    least: { kind: 'number', label: { zh: '最少起数', en: 'Fewest incidents' }, unit: { zh: '起', en: 'incidents' }, least: 3, most: 10_000, whole: true, otherwise: null,
      why: { zh: '若警情均匀散布，一个这样大的圈里几乎不会有这么多', en: 'Were incidents spread evenly, a circle of this size would hardly hold so many' } },
  },
  run(input, { distance, least }: { distance: number, least: number | null }, { took, progress }) {
    const { columns, chosen } = input
    if (chosen.rows.length === 0) throw new NothingToSay(none)
    const { x, y, toDegrees } = onPlane(columns, chosen)
    const fewest = least ?? usual(x.length, input.area.cells.length, input.area.resolution, distance)
    if (least === null) took('least', fewest)
    const cluster = dbscan(x, y, distance, fewest, progress), members: number[][] = []
    cluster.forEach((number, i) => { if (number >= 0) (members[number] ??= []).push(i) })
    const clusters = members.map(each => ({
      count: each.length, hull: hullOf(each.map((i): [number, number] => [x[i]!, y[i]!])).map(([px, py]) => toDegrees(px, py)),
    })).sort((a, b) => b.count - a.count)
    return { clusters: clusters.slice(0, 500), found: clusters.length, noise: cluster.reduce((n, each) => n + (each < 0 ? 1 : 0), 0) }
  },
}

/** Three deviations above what an even spread over the study area would put into one circle; five at least. */
function usual(incidents: number, cells: number, resolution: number, distance: number): number {
  const squareMetres = cells * 4_357_449_416_078 / 7 ** resolution
  const expected = incidents * Math.PI * distance ** 2 / Math.max(squareMetres, 1)
  return Math.max(5, Math.ceil(expected + 3 * Math.sqrt(expected)))
}
