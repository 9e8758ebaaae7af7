import { cellToLatLng } from 'h3-js'
import { Type } from 'typebox'
import { BadInput } from '../errors.ts'
import type { App } from '../app-types.ts'
import type { Source } from '../layers/source.ts'
import { readSelection } from '../layers/filters.ts'
import { readBox, readInteger, type Box } from '../query.ts'
import type { Services } from '../services.ts'
import { askCells } from './ask-cells.ts'
import type { CellCounts } from './count-cells.ts'

const answer = Type.Object({
  layer: Type.String(), resolution: Type.Integer(), measure: Type.Union([Type.String(), Type.Null()]),
  revision: Type.Integer(), as_of: Type.String({ format: 'date-time' }),
  source: Type.Union([Type.Literal('rollup'), Type.Literal('scan')], { description: 'whether exact day counts or the rows themselves answered' }),
  cells: Type.Array(Type.String(), { description: 'H3 indexes' }),
  counts: Type.Array(Type.Union([Type.Integer(), Type.Null()]), { description: 'same order; null is hidden, to be shown as "<10"' }),
  total: Type.Integer({ description: 'sum of what is shown' }),
  hidden: Type.Integer({ description: 'how many cells are hidden' }),
  others_omitted: Type.Boolean({ description: 'other stations are left out of this answer' }),
})

/** `GET /cells/{layer}`: counts by H3 cell, in columns. */
export function cellRoutes(app: App, services: Services): void {
  app.get('/cells/:layer', {
    schema: {
      tags: ['map'], summary: 'Counts of a layer by H3 cell',
      description: 'Further parameters are the layer\'s own filters, see /api/layers.',
      params: Type.Object({ layer: Type.String() }),
      querystring: Type.Object({
        res: Type.String({ description: 'H3 resolution, 0 to 11' }), bbox: Type.Optional(Type.String({ description: 'west,south,east,north' })),
        from: Type.Optional(Type.String()), to: Type.Optional(Type.String()), measure: Type.Optional(Type.String()), v: Type.Optional(Type.String()),
      }, { additionalProperties: true }),
      response: { 200: answer },
    },
  }, async ({ params, query, signedIn }) => {
    const source = services.open(params.layer, signedIn)
    const vocabulary = await services.vocabulary()
    const selection = readSelection(source, query, vocabulary, ['res', 'bbox', 'measure'])
    const resolution = readInteger(query.res, '/query/res', 0, 11)
    const box = query.bbox === undefined ? undefined : readBox(query.bbox)
    const measure = readMeasure(source, query.measure)
    const { revision, at } = services.changes.revision(source.layer.id)
    const counted = await askCells(services, source, selection, { resolution, ...(measure && { measure }), ...(box && { box }) }, vocabulary.timeZone)
    const { cells, counts } = box ? insideBox(counted, box) : counted
    return {
      layer: source.layer.id, resolution, measure: measure ?? null, revision, as_of: at, source: counted.source, cells, counts,
      total: counts.reduce<number>((sum, n) => sum + (n ?? 0), 0), hidden: counts.filter(n => n === null).length, others_omitted: counted.othersOmitted,
    }
  })
}

/** The measure asked for, or the layer's first; undefined where the layer counts rows. @throws {BadInput} */
export function readMeasure({ layer, disclosure }: Source, name: string | undefined): string | undefined {
  const measures = Object.entries(layer.measures ?? {}).filter(([, { read }]) => read === 'anyone' || disclosure.exactCounts === 'all').map(([id]) => id)
  if (name === undefined) return measures[0]
  if (measures.includes(name)) return name
  throw new BadInput({ pointer: '/query/measure', value: name, detail: measures.length ? `you may ask ${layer.id} for ${measures.join(', ')}` : `${layer.id} counts rows; it has no measures` })
}

/** Cells whose centre is in the box. */
function insideBox({ cells, counts }: CellCounts, [west, south, east, north]: Box): Pick<CellCounts, 'cells' | 'counts'> {
  const kept = { cells: [] as string[], counts: [] as (number | null)[] }
  cells.forEach((cell, i) => {
    const [latitude, longitude] = cellToLatLng(cell)
    if (longitude < west || longitude > east || latitude < south || latitude > north) return
    kept.cells.push(cell)
    kept.counts.push(counts[i]!)
  })
  return kept
}
