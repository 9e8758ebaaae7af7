import { sql, type RawBuilder } from 'kysely'
import { Type } from 'typebox'
import type { App } from '../app-types.ts'
import { BadInput } from '../errors.ts'
import { readSelection, type Selection } from '../layers/filters.ts'
import { dayRows, readRollup } from '../layers/rollup.ts'
import type { Source } from '../layers/source.ts'
import { readBox } from '../query.ts'
import type { Services } from '../services.ts'

const bins = ['hour', 'day', 'week', 'month'] as const
type Bin = (typeof bins)[number]

/** `GET /api/histogram/{layer}`: how many rows began in each hour, day, week or month, in the city's time zone. */
export function histogramRoutes(app: App, services: Services): void {
  app.get('/api/histogram/:layer', {
    schema: {
      tags: ['map'], summary: 'Counts of a layer over time', params: Type.Object({ layer: Type.String() }),
      querystring: Type.Object({
        bin: Type.String({ description: bins.join(', ') }), from: Type.String(), to: Type.Optional(Type.String()), bbox: Type.Optional(Type.String()),
      }, { additionalProperties: true }),
      response: {
        200: Type.Object({
          bin: Type.String(), starts: Type.Array(Type.String({ format: 'date-time' }), { description: 'bins without rows are left out' }),
          counts: Type.Array(Type.Integer()), total: Type.Integer(), as_of: Type.String({ format: 'date-time' }),
        }),
      },
    },
  }, async ({ params, query, signedIn }) => {
    const source = services.open(params.layer, signedIn)
    if (!source.layer.time) throw new BadInput({ pointer: '/path/layer', value: params.layer, detail: `${params.layer} has no time` })
    const bin = readBin(query.bin)
    const vocabulary = await services.vocabulary()
    const selection = readSelection(source, query, vocabulary, ['bin', 'bbox'])
    refuseTooMany(bin, selection)
    const box = query.bbox === undefined ? undefined : readBox(query.bbox)
    const inBox = box ? [sql`t.geom && ST_MakeEnvelope(${box[0]}, ${box[1]}, ${box[2]}, ${box[3]}, 4326)`, sql`t.geom3857 && ST_Transform(ST_MakeEnvelope(${box[0]}, ${Math.max(-85, box[1])}, ${box[2]}, ${Math.min(85, box[3])}, 4326), 3857)`] : []
    const counted = (!box && fromRollup(source, selection, bin, vocabulary.timeZone)) || scan(source, selection, inBox, bin, vocabulary.timeZone)
    const { rows: [row] } = await sql<{ starts: string, counts: string }>`
      SELECT coalesce(json_agg(to_char(c.start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') ORDER BY c.start), '[]')::text AS starts,
             coalesce(json_agg(c.n ORDER BY c.start), '[]')::text AS counts
      FROM (${counted}) c`.execute(services.db)
    const counts = JSON.parse(row!.counts) as number[]
    return { bin, starts: JSON.parse(row!.starts) as string[], counts, total: counts.reduce((sum, n) => sum + n, 0), as_of: services.changes.revision(source.layer.id).at }
  })
}

function readBin(text: string): Bin {
  const bin = bins.find(each => each === text)
  if (!bin) throw new BadInput({ pointer: '/query/bin', value: text, detail: `must be one of ${bins.join(', ')}` })
  return bin
}

const mostBins = 5000

function refuseTooMany(bin: Bin, { window: { from, to } }: Selection): void {
  const hours = ((to ?? new Date()).getTime() - from!.getTime()) / 3_600_000
  const count = hours / { hour: 1, day: 24, week: 168, month: 720 }[bin]
  if (count > mostBins) throw new BadInput({ pointer: '/query/bin', value: bin, detail: `gives ${Math.round(count)} bins; ${mostBins} are the most. Take a coarser bin or a shorter window` })
}

function scan(source: Source, { conditions }: Selection, inBox: RawBuilder<unknown>[], bin: Bin, timeZone: string): RawBuilder<unknown> {
  const time = source.column(source.layer.time!)
  return sql`SELECT date_trunc(${bin}, ${time}, ${timeZone}) AS start, count(*) AS n ${source.fromMap(...inBox, ...conditions)} GROUP BY 1`
}

/** From the day rollup, where bins and window are whole days and it knows the filter. */
function fromRollup(source: Source, selection: Selection, bin: Bin, timeZone: string): RawBuilder<unknown> | undefined {
  const { rollup } = source.storage
  const asked = rollup && bin !== 'hour' && source.disclosure.rows === 'all' ? readRollup(rollup, selection, timeZone) : undefined
  if (!rollup || !asked) return undefined
  return sql`SELECT date_trunc(${bin}, d.day::timestamp) AT TIME ZONE ${timeZone} AS start, sum(d.n) AS n
    FROM (${dayRows(rollup, asked, Math.min(...rollup.resolutions))}) d GROUP BY 1`
}
