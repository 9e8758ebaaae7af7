import { sql } from 'kysely'
import { cellsToMultiPolygon, gridDisk } from 'h3-js'
import type { LayerSeed } from '../../seed/layer-seed.ts'
import { startZoning, type Zoning } from '../../seed/zoning.ts'

/** What an analyst would look for, in the dictionary's codes. */
const topics = [
  { codes: ['0102'], zh: '涉车盗窃', shifts: ['night'], days: 120 },
  { codes: ['0201', '0203'], zh: '打架滋事', shifts: ['evening', 'night'], days: 180 },
  { codes: ['0101'], zh: '入室盗窃', shifts: ['morning', 'night'], days: 180 },
] as const
/** So many stations have a zone: those with most calls. */
const most = 30
const day = 86_400_000

export const seed: LayerSeed = {
  after: ['incidents', 'addresses', 'roads', 'places', 'population', 'divisions'],
  expected: () => most,
  fill: async () => {},
  async finish({ url, now }) {
    const zoning = await startZoning(url)
    try {
      for (const [rank, station] of (await busiest(zoning)).entries()) await drawOne(zoning, rank, station, now)
      await zoning.keepStates(now)
    } finally {
      await zoning.stop()
    }
  },
}

interface Station { id: number, name: string }

async function busiest({ db }: Zoning): Promise<Station[]> {
  const { rows } = await sql<Station>`
    SELECT d.id, d.name FROM incident i JOIN division d ON d.id = i.station_id GROUP BY 1, 2 ORDER BY count(*) DESC, d.id LIMIT ${most}`.execute(db)
  return rows
}

/** Find the station's hottest cells for its topic, draw them as an analyst would, and let time pass over some. */
async function drawOne(zoning: Zoning, rank: number, station: Station, now: Date): Promise<void> {
  const topic = topics[rank % topics.length]!, ago = (days: number) => new Date(now.getTime() - days * day)
  const expired = rank % 6 === 4, planned = rank % 6 === 5, at = ago(expired ? 60 : planned ? 1 : 21)
  const found = await zoning.hottest(station.id, { codes: [...topic.codes], from: ago(topic.days + 60).toISOString(), to: at.toISOString() })
  if (!found) return
  const { runId, cell, cells, hot } = found, near = gridDisk(cell, 1).filter(each => cells.has(each))
  const reason = hot ? `近 ${topic.days} 天${topic.zh}警情经 Gi* 检验明显偏多。` : `近 ${topic.days} 天${topic.zh}警情所内最多，尚不能排除偶然。`
  const said = { name: `${station.name.replace('派出所', '')}${topic.zh}区`, reason, shifts: topic.shifts, from: new Date(at.getTime() + (planned ? 4 : 0) * day), to: new Date(at.getTime() + (expired ? 30 : 90) * day) }
  const id = await zoning.draw({ ...said, geometry: shapeOf([cell]) }, runId, at)
  // Some are widened after two weeks.
  if (rank % 3 === 1 && !planned && near.length > 1) await zoning.widen(id, { ...said, geometry: shapeOf(near), reason: '两周后复核：相邻街区同类警情也在增加，扩大范围。' }, runId, ago(expired ? 45 : 7))
  if (rank % 2 === 0 && !expired && !planned) await zoning.handOver(id, 'patrol', '请夜间巡逻时顺路停留。', ago(5))
  if (rank === 6) await zoning.withdraw(id, '加装车棚与门禁后警情回落，提前撤销。', ago(2))
}

const shapeOf = (cells: string[]) => ({ type: 'MultiPolygon' as const, coordinates: cellsToMultiPolygon(cells, true) as [number, number][][][] })
