import { cellToLatLng, getHexagonAreaAvg, UNITS } from 'h3-js'
import { density, edgeShare, ruleBandwidth, type Kernel, type Raster } from '../statistics/density.ts'
import { countByCell } from '../by-cell.ts'
import { none, NothingToSay, type Method } from '../method.ts'
import { amount } from '../shown.ts'
import { onPlane } from '../plane.ts'

export const method: Method = {
  id: 'density',
  title: { zh: '核密度', en: 'Kernel density' },
  purpose: { zh: '把点抹平成连续的面：哪里密，密多少', en: 'Points smoothed into a surface: where it is dense, and how dense' },
  source: 'Silverman 1986 (kernels, rule for the bandwidth); Diggle 1985 (edge correction)',
  cells: true,
  shows: {
    per_square_km: amount('密度', 'Density', { zh: '起/平方公里', en: 'per km²' }, 1),
    per_1000_residents: amount('相对密度', 'Density relative to residents', { zh: '起/千人', en: 'per 1,000 residents' }, 2),
  },
  ranks: 'per_square_km',
  limits: {
    zh: '面是抹平出来的：不含显著性，带宽一变图就变；带宽以内的细节看不到。',
    en: 'A surface is smoothed, not tested: another bandwidth gives another map, and detail finer than the bandwidth is gone.',
  },
  parameters: {
    kernel: { kind: 'choice', label: { zh: '核函数', en: 'Kernel' }, otherwise: 'quartic',
      options: { quartic: { zh: '四次（有界）', en: 'Quartic (bounded)' }, gaussian: { zh: '高斯', en: 'Gaussian' } },
      why: { zh: '四次核到带宽为止：说得清影响范围', en: 'The quartic ends at its bandwidth: its reach can be told' } },
    bandwidth: { kind: 'number', label: { zh: '带宽', en: 'Bandwidth' }, unit: { zh: '米', en: 'm' }, least: 1, most: 20_000, otherwise: null,
      why: { zh: '按 Silverman 法则由点的离散程度算出，再取其一半：城市数据多峰，原值过于平滑', en: 'Silverman\'s rule from the spread of the points, halved: a city has many peaks and the rule smooths them away' } },
    edge: { kind: 'choice', label: { zh: '边缘校正', en: 'Edge correction' }, otherwise: 'yes', options: { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } },
      why: { zh: '海边和边界外没有数据，不校正会显得偏低', en: 'Beyond the shore and the border there is no data: uncorrected, the rim looks quieter than it is' } },
  },
  run(input, { kernel, bandwidth, edge }: { kernel: Kernel, bandwidth: number | null, edge: 'yes' | 'no' }, { took, progress }) {
    const { columns, chosen, area } = input
    if (chosen.rows.length < 2) throw new NothingToSay(none)
    const { x, y, toDegrees } = onPlane(columns, chosen)
    const wide = bandwidth ?? ruleBandwidth(x, y) / 2
    if (!(wide > 0)) throw new NothingToSay({ zh: '所有警情在同一个点上，算不出带宽：请手工给出带宽', en: 'All incidents are at one point: give a bandwidth by hand' })
    if (bandwidth === null) took('bandwidth', wide)
    const { cells } = countByCell(input), [lng0, lat0] = toDegrees(0, 0), [lng1, lat1] = toDegrees(1000, 1000)
    const middles = cells.map(cell => { const [latitude, longitude] = cellToLatLng(cell); return [(longitude - lng0) / (lng1 - lng0) * 1000, (latitude - lat0) / (lat1 - lat0) * 1000] as const })
    const raster = rasterOver(middles, Math.max(wide / 4, Math.sqrt(getHexagonAreaAvg(area.resolution, UNITS.m2)) / 2))
    const surface = density(x, y, raster, kernel, wide)
    progress(1, 2)
    const at = ([px, py]: readonly [number, number]) => Math.floor((py - raster.south) / raster.cell) * raster.columns + Math.floor((px - raster.west) / raster.cell)
    let share: Float64Array | null = null
    if (edge === 'yes') {
      const inside = new Uint8Array(surface.length)
      // The raster is finer than the cells: each cell covers the squares around its middle.
      const reach = Math.ceil(Math.sqrt(getHexagonAreaAvg(area.resolution, UNITS.m2)) / 2 / raster.cell)
      for (const middle of middles) {
        const k = at(middle), row = Math.floor(k / raster.columns), column = k % raster.columns
        for (let r = Math.max(0, row - reach); r <= Math.min(raster.rows - 1, row + reach); r++) inside.fill(1, r * raster.columns + Math.max(0, column - reach), r * raster.columns + Math.min(raster.columns, column + reach + 1))
      }
      share = edgeShare(inside, raster, kernel, wide)
    }
    const perSquareKm = middles.map(middle => { const k = at(middle); return surface[k]! / Math.max(0.1, share ? share[k]! : 1) * 1e6 })
    return { cells, per_square_km: perSquareKm, per_1000_residents: cells.map(() => null), bandwidth_metres: wide, kernel }
  },
}

function rasterOver(points: readonly (readonly [number, number])[], cell: number): Raster {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) { west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y) }
  const size = Math.max(cell, Math.sqrt(Math.max(1, (east - west) * (north - south)) / 4_000_000))
  return { west: west - size, south: south - size, cell: size, columns: Math.ceil((east - west) / size) + 3, rows: Math.ceil((north - south) / size) + 3 }
}
