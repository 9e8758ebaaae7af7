import type { Selection } from '../layers/filters.ts'
import type { Source } from '../layers/source.ts'
import type { Services } from '../services.ts'
import { countCells, type CellCounts, type CellQuestion } from './count-cells.ts'

/** From here on a city has too many cells to count them all for every box. */
const boxedFrom = 10

/**
 * Counts by cell from the cache, or counted now, once for all who ask at the same time. Up to resolution 9 the whole
 * layer is counted whatever the box, so that moving the map costs nothing.
 *
 * @param question  its box is rounded outwards to a tenth of a degree, so that near boxes share an answer
 */
export function askCells(services: Services, source: Source, selection: Selection, question: CellQuestion, timeZone: string): Promise<CellCounts> {
  const box = question.resolution >= boxedFrom && source.disclosure.exactCounts === 'all' ? question.box : undefined
  const rounded = box && [Math.floor(box[0] * 10) / 10, Math.floor(box[1] * 10) / 10, Math.ceil(box[2] * 10) / 10, Math.ceil(box[3] * 10) / 10] as const
  const { revision, at } = services.changes.revision(source.layer.id)
  const key = [source.layer.id, question.resolution, question.measure ?? '', rounded?.join(',') ?? '', selection.key, source.disclosure.key, revision, at].join('|')
  const known = services.cellCache.get(key)
  if (known) return Promise.resolve(known)
  return services.cellFlights.do(key, async () => {
    const counts = await countCells(services.db, source, selection, { resolution: question.resolution, ...(question.measure && { measure: question.measure }), ...(rounded && { box: rounded }) }, timeZone)
    services.cellCache.set(key, counts)
    return counts
  })
}
