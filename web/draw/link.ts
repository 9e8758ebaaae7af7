import type { FragmentPart } from '../state/fragment.ts'
import { useDraw } from './use-draw.ts'

/** The marked area in the link, as an encoded polyline: where somebody drew is nobody else's business. */
export function areaInLink(): FragmentPart {
  const draw = useDraw()
  return { name: 'area', text: () => draw.inLink, take: draw.fromLink }
}
