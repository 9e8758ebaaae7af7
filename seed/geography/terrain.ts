import { centres, hills, industry, waters } from '../data/terrain.ts'
import { fraction, smoothNoise } from '../random.ts'
import { distance, Grid, smooth, toPlane, type Point, type Ring } from '../plane.ts'

/** What the ground is like at a point of the plane. */
export interface Terrain {
  /** 0 on wild land to 1 in the old town. */
  density(x: number, y: number): number
  /** The same without villages: what a road's class goes by. */
  town(x: number, y: number): number
  /** 0 on flat ground to 1 on a wooded hill. */
  hill(x: number, y: number): number
  industrial(x: number, y: number): boolean
  /** Number of the district (from 1) on dry land, 0 on water and outside. Exact to some 20 m. */
  dryDistrict(x: number, y: number): number
  /** From now on there is a village at each of these points. */
  settle(points: readonly Point[]): void
  waters: { name: string, ring: Ring }[]
  hills: { name: string, ring: Ring }[]
}

const cellMetres = 20

/** @param districts  outer and inner rings of each district */
export function createTerrain(seed: number, districts: readonly (readonly Ring[])[]): Terrain {
  const wide = smoothNoise(seed + 11), fine = smoothNoise(seed + 12)
  const wet = waters.map(({ name, outline }) => ({ name, ring: smooth(outline.map(([lng, lat]) => toPlane(lng, lat)), 3, true) }))
  const hillRings = hills.map(({ name, at, radiusMetres }, i) => ({ name, ring: smooth(blob(toPlane(...at), radiusMetres, seed + i), 2, true) }))
  const hillSpots = hills.map(({ at, radiusMetres }) => ({ at: toPlane(...at), radius: radiusMetres }))
  const centreSpots = centres.map(({ at, radiusMetres, density }) => ({ at: toPlane(...at), radius: radiusMetres, density }))
  const factorySpots = industry.map(({ at, radiusMetres }) => ({ at: toPlane(...at), radius: radiusMetres }))
  const villageSpots = villages(seed)
  const settled = new Grid<{ at: Point, radius: number }>(2000)
  const mask = rasterise(districts, wet.map(water => water.ring))

  const hill = (x: number, y: number) => {
    let most = 0
    for (const { at, radius } of hillSpots) {
      const far = distance(at, [x, y]) / radius
      if (far < 1.6) most = Math.max(most, Math.min(1, 1.7 - 1.2 * far + 0.35 * fine(x / 700, y / 700)))
    }
    return Math.max(0, most)
  }
  const town = (x: number, y: number) => {
    let open = 1
    for (const { at, radius, density } of centreSpots) {
      const far = distance(at, [x, y]) / radius
      if (far < 3) open *= 1 - density * Math.exp(-far * far)
    }
    return 1 - open
  }
  return {
    hill, town,
    density: (x, y) => {
      let village = 0
      for (const spots of [villageSpots.near(x, y), settled.near(x, y, 0)]) for (const { at, radius } of spots) village = Math.max(village, 0.62 * Math.exp(-((distance(at, [x, y]) / radius) ** 2)))
      const density = Math.max(town(x, y), village) + 0.09 * wide(x / 900, y / 900)
      // A village in the hills stands in a valley of its own.
      return Math.max(0, Math.min(1, density)) * (1 - hill(x, y) * (village > 0.3 ? 0.35 : 1))
    },
    settle: points => points.forEach(([x, y], i) => {
      const radius = 200 + 220 * fraction(seed, i, 41), reach = 3 * radius
      settled.add({ at: [x, y], radius }, x - reach, y - reach, x + reach, y + reach)
    }),
    industrial: (x, y) => factorySpots.some(({ at, radius }) => distance(at, [x, y]) < radius * (1 + 0.3 * fine(x / 400, y / 400))),
    dryDistrict: (x, y) => {
      const i = Math.floor((x - mask.west) / cellMetres), j = Math.floor((y - mask.south) / cellMetres)
      return i < 0 || j < 0 || i >= mask.columns || j >= mask.rows ? 0 : mask.cells[j * mask.columns + i]!
    },
    waters: wet,
    hills: hillRings,
  }
}

/** A round shape with an uneven edge. */
function blob(centre: Point, radius: number, seed: number): Point[] {
  const noise = smoothNoise(seed)
  return Array.from({ length: 72 }, (_, i) => {
    const angle = i * Math.PI / 36
    const reach = radius * (0.86 + 0.34 * noise(2.2 * Math.cos(angle) + 9, 2.2 * Math.sin(angle)) + 0.1 * noise(7 * Math.cos(angle), 7 * Math.sin(angle) + 9))
    return [centre[0] + reach * Math.cos(angle), centre[1] + reach * Math.sin(angle)] as const
  })
}

/** Villages scattered over the plane: at most one in every square of 2.4 km. */
function villages(seed: number) {
  const size = 2400
  const at = (i: number, j: number) => fraction(seed, i, j, 1) < 0.62
    ? { at: [(i + fraction(seed, i, j, 2)) * size, (j + fraction(seed, i, j, 3)) * size] as Point, radius: 180 + 320 * fraction(seed, i, j, 4) }
    : undefined
  const known = new Map<number, ReturnType<typeof at>>()
  return {
    near: (x: number, y: number) => {
      const found = []
      const ci = Math.floor(x / size), cj = Math.floor(y / size)
      for (let i = ci - 1; i <= ci + 1; i++) {
        for (let j = cj - 1; j <= cj + 1; j++) {
          const key = i * 1000 + j
          if (!known.has(key)) known.set(key, at(i, j))
          const village = known.get(key)
          if (village) found.push(village)
        }
      }
      return found
    },
  }
}

/** District numbers on a raster, row by row from the south; scan lines through cell middles. */
function rasterise(districts: readonly (readonly Ring[])[], wet: readonly Ring[]) {
  const all = districts.flat(2)
  const west = Math.min(...all.map(p => p[0])), south = Math.min(...all.map(p => p[1]))
  const columns = Math.ceil((Math.max(...all.map(p => p[0])) - west) / cellMetres) + 1
  const rows = Math.ceil((Math.max(...all.map(p => p[1])) - south) / cellMetres) + 1
  const cells = new Uint8Array(columns * rows)
  const fill = (rings: readonly Ring[], value: number) => {
    crossings(rings, south, rows).forEach((xs, j) => {
      xs.sort((a, b) => a - b)
      for (let k = 0; k + 1 < xs.length; k += 2) {
        const from = Math.max(0, Math.ceil((xs[k]! - west) / cellMetres - 0.5))
        const to = Math.min(columns - 1, Math.floor((xs[k + 1]! - west) / cellMetres - 0.5))
        if (from <= to) cells.fill(value, j * columns + from, j * columns + to + 1)
      }
    })
  }
  districts.forEach((rings, i) => fill(rings, i + 1))
  wet.forEach(ring => fill([ring], 0))
  return { west, south, columns, rows, cells }
}

/** Where the rings cross the middle of each row of cells. */
function crossings(rings: readonly Ring[], south: number, rows: number): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const ring of rings) {
    for (let i = 0, k = ring.length - 1; i < ring.length; k = i++) {
      const [ax, ay] = ring[i]!, [bx, by] = ring[k]!
      const first = Math.ceil((Math.min(ay, by) - south) / cellMetres - 0.5), last = Math.ceil((Math.max(ay, by) - south) / cellMetres - 0.5) - 1
      for (let j = Math.max(0, first); j <= Math.min(rows - 1, last); j++) {
        const y = south + (j + 0.5) * cellMetres
        const x = (bx - ax) * (y - ay) / (by - ay) + ax
        const xs = found.get(j)
        if (xs) xs.push(x)
        else found.set(j, [x])
      }
    }
  }
  return found
}
