import { cellToLatLng, getHexagonAreaAvg, UNITS } from 'h3-js'
import { density, edgeShare, rasterOver, ruleBandwidth, squareAt, type Kernel, type Raster } from '../statistics/density.ts'
import { foretellingBandwidth, radiusPerDeviation } from '../statistics/foretelling-bandwidth.ts'
import { countByCell } from '../by-cell.ts'
import { none, NothingToSay, type Method } from '../method.ts'
import { onPlane } from '../plane.ts'
import { fewestResidents } from '../residents.ts'
import { amount } from '../shown.ts'

interface Values { kernel: Kernel, bandwidth: number | null, edge: 'yes' | 'no', relative: 'area' | 'residents' }

export const method: Method = {
  id: 'density',
  title: { zh: '核密度', en: 'Kernel density' },
  purpose: { zh: '把点抹平成连续的面：哪里密，密多少；也可除以常住人口的面', en: 'Points smoothed into a surface: where it is dense, and how dense; or divided by the surface of residents' },
  source: 'Silverman 1986 (kernels); Jones 1993 (edge correction); Bithell 1990 (ratio of two surfaces)',
  cells: true,
  shows: {
    per_square_km: amount('密度', 'Density', { zh: '起/平方公里', en: 'per km²' }, 1),
    per_1000_residents: amount('相对密度', 'Density relative to residents', { zh: '起/千人', en: 'per 1,000 residents' }, 2),
  },
  ranks: 'per_square_km',
  limits: {
    zh: `面是抹平出来的：不含显著性，带宽一变图就变；带宽以内的细节看不到。相对密度在人烟稀少处（一个带宽内不足 ${fewestResidents} 人）不显示；白天人多的地方常住人口少，会显得偏高。`,
    en: `A surface is smoothed, not tested: another bandwidth gives another map, and detail finer than the bandwidth is gone. Relative to residents it is blank where fewer than ${fewestResidents} live within a bandwidth, and too high where many come by day and few live.`,
  },
  parameters: {
    kernel: { kind: 'choice', label: { zh: '核函数', en: 'Kernel' }, otherwise: 'quartic',
      options: { quartic: { zh: '四次（有界）', en: 'Quartic (bounded)' }, gaussian: { zh: '高斯', en: 'Gaussian' } },
      why: { zh: '四次核到带宽为止：说得清影响范围', en: 'The quartic ends at its bandwidth: its reach can be told' } },
    bandwidth: { kind: 'number', label: { zh: '带宽', en: 'Bandwidth' }, unit: { zh: '米', en: 'm' }, least: 1, most: 20_000, otherwise: null,
      why: { zh: '用前四分之三的警情画图，取最密 2% 的网格里后四分之一最多的带宽，不小于网格宽度；不足 40 起时按 Silverman 法则的一半', en: 'The one whose densest 2 % of cells, drawn of the first three quarters of the incidents, held most of the last quarter; at least a cell wide. With fewer than 40, half of Silverman\'s rule' } },
    edge: { kind: 'choice', label: { zh: '边缘校正', en: 'Edge correction' }, otherwise: 'yes', options: { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } },
      why: { zh: '海边和边界外没有数据，不校正会显得偏低', en: 'Beyond the shore and the border there is no data: uncorrected, the rim looks quieter than it is' } },
    relative: { kind: 'choice', label: { zh: '相对于', en: 'Relative to' }, otherwise: 'area', options: { area: { zh: '面积', en: 'Area' }, residents: { zh: '常住人口', en: 'Residents' } },
      why: { zh: '出勤看面积：哪里事多；看风险用人口：同样多的人，哪里更易出事', en: 'Area for where to be; residents for risk: where the same number of people meet more of it' } },
  },
  run(input, { kernel, bandwidth, edge, relative }: Values, { took, progress }) {
    const { columns, chosen, area } = input
    if (chosen.rows.length < 2) throw new NothingToSay(none)
    const { x, y, toDegrees } = onPlane(columns, chosen)
    const hexagon = Math.sqrt(getHexagonAreaAvg(area.resolution, UNITS.m2)), rule = ruleBandwidth(x, y) / 2
    if (bandwidth === null && !(rule > 0)) throw new NothingToSay({ zh: '所有警情在同一个点上，算不出带宽：请手工给出带宽', en: 'All incidents are at one point: give a bandwidth by hand' })
    const { cells, cellOfRow } = countByCell(input), [lng0, lat0] = toDegrees(0, 0), [lng1, lat1] = toDegrees(1000, 1000)
    const middles = cells.map(cell => { const [latitude, longitude] = cellToLatLng(cell); return [(longitude - lng0) / (lng1 - lng0) * 1000, (latitude - lat0) / (lat1 - lat0) * 1000] as const })
    // A kernel must reach the cells around its own, or the map is the counts again.
    const narrowest = kernel === 'gaussian' ? hexagon / 2 : hexagon
    const wide = bandwidth ?? foretellingBandwidth({ x, y, cellOfRow, middles, kernel }, narrowest * (kernel === 'gaussian' ? radiusPerDeviation : 1), 2 * rule * radiusPerDeviation) ?? Math.max(rule, narrowest)
    if (bandwidth === null) took('bandwidth', wide)
    if (wide < hexagon / 2) throw new NothingToSay({
      zh: `带宽 ${Math.round(wide)} 米不到网格宽度（约 ${Math.round(hexagon)} 米）的一半，格与格之间的起伏看不到：加大带宽或选更细的网格`,
      en: `A bandwidth of ${Math.round(wide)} m is less than half a cell (about ${Math.round(hexagon)} m): what lies between the cells' middles would be missed. A wider bandwidth or finer cells`,
    })
    const raster = rasterOver(middles, wide / 6, 4_000_000)
    const surface = density(x, y, raster, kernel, wide)
    progress(1, 3)
    const squares = middles.map(middle => squareAt(raster, middle))
    const share = edge === 'yes' ? edgeShare(covered(squares, raster, hexagon), raster, kernel, wide) : null
    progress(2, 3)
    const perSquareKm = squares.map(k => surface[k]! / Math.max(0.1, share ? share[k]! : 1) * 1e6)
    return { cells, per_square_km: perSquareKm, per_1000_residents: relative === 'area' ? cells.map(() => null) : perResidents(), drawn: relative === 'area' ? 'per_square_km' : 'per_1000_residents', bandwidth_metres: wide, kernel }

    /** Incidents and residents of the cells whose residents are known; smoothed alike, so that the edge cancels out. */
    function perResidents(): (number | null)[] {
      const residents = new Map(area.cells.map((cell, i) => [cell, area.residents[i]!])), people = Float64Array.from(cells, cell => residents.get(cell) ?? 0)
      if (people.every(n => n === 0)) throw new NothingToSay({ zh: '范围内没有可用的常住人口数，算不出相对密度：改为相对于面积', en: 'No residents are known in the area: choose density per area' })
      const kept = density(x, y, raster, kernel, wide, Float64Array.from(cellOfRow, cell => people[cell]! > 0 ? 1 : 0)), living = density(middles.map(([px]) => px), middles.map(([, py]) => py), raster, kernel, wide, people)
      return squares.map((k, i) => people[i]! > 0 && living[k]! * Math.PI * wide ** 2 >= fewestResidents ? kept[k]! / living[k]! * 1000 : null)
    }
  },
}

/** The raster is finer than the cells: each cell covers the squares around its middle. */
function covered(squares: readonly number[], { columns, rows, cell }: Raster, hexagon: number): Uint8Array {
  const inside = new Uint8Array(columns * rows), reach = Math.ceil(hexagon / 2 / cell)
  for (const k of squares) {
    const row = Math.floor(k / columns), column = k % columns
    for (let r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++) inside.fill(1, r * columns + Math.max(0, column - reach), r * columns + Math.min(columns, column + reach + 1))
  }
  return inside
}
