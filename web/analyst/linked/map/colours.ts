import { drawContext } from '../../../map/engine.ts'
import { drawings } from '../../../map/drawings.ts'
import { timedLayer } from '../../../timeline/histogram.ts'

/** The colour of a type, as the map's signs have it. */
export function typeColours(code: string): string {
  const context = drawContext()
  return context && drawings[timedLayer ?? '']?.happening?.hue({ code }, context) || '#a3a8b3'
}
