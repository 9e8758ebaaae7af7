import pg from 'pg'
import { buildNetwork } from './build-network.ts'
import type { RoadNetwork } from './road-network.ts'
import { RoadSet } from './road-set.ts'
import { usualSpeeds, type RoadClass, type Speeds } from './speeds.ts'

const batch = 20_000

interface Row { id: number, name: string | null, class: RoadClass, oneway: number, speed_kmh: number | null, bridge: boolean, tunnel: boolean, shape: Buffer }
interface BanRow { kind: 'no' | 'only', from_road: number, to_road: number, longitude: number, latitude: number }

/**
 * Read the layer `roads` at one instant and build its network.
 *
 * @param url  connection string of the database
 */
export async function readNetwork(url: string): Promise<RoadNetwork> {
  const client = new pg.Client({ connectionString: url, application_name: 'yizhangtu network', statement_timeout: 120_000, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const { rows: [known] } = await client.query<{ revision: string }>(`SELECT revision FROM layer_revision WHERE layer = 'roads'`)
    const speeds = await readSpeeds(client)
    const roads = new RoadSet()
    for (let last = 0; ;) {
      const { rows } = await client.query<Row>(`
        SELECT id::float8 AS id, name, class, oneway, speed_kmh, bridge, tunnel, ST_AsBinary(geom, 'NDR') AS shape
        FROM road WHERE id > $1 ORDER BY id LIMIT ${batch}`, [last])
      for (const { shape, speed_kmh, ...row } of rows) roads.add({ ...row, speed: speed_kmh, line: positions(shape) })
      if (rows.length < batch) break
      last = rows.at(-1)!.id
    }
    const { rows: bans } = await client.query<BanRow>(`SELECT kind, from_road::float8, to_road::float8, ST_X(via) AS longitude, ST_Y(via) AS latitude FROM turn_ban ORDER BY id`)
    await client.query('COMMIT')
    return buildNetwork(roads, {
      revision: Number(known?.revision ?? 0), speeds,
      bans: bans.map(({ kind, from_road, to_road, longitude, latitude }) => ({ kind, fromRoad: from_road, toRoad: to_road, via: [longitude, latitude] })),
    })
  } finally {
    await client.end().catch(() => {})
  }
}

/** The row `speeds` of table setting, or the usual ones where there is none. */
export async function readSpeeds(client: pg.ClientBase | pg.Pool): Promise<Speeds> {
  const { rows: [setting] } = await client.query<{ value: Speeds }>(`SELECT value FROM setting WHERE key = 'speeds'`)
  return setting?.value ?? usualSpeeds
}

/** Coordinates of a line in little-endian well-known binary: byte order, type, count, then pairs. */
function positions(shape: Buffer): Float64Array {
  const values = new Float64Array(shape.readUInt32LE(5) * 2)
  for (let i = 0; i < values.length; i++) values[i] = shape.readDoubleLE(9 + i * 8)
  return values
}
