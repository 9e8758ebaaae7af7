import { layers } from '../../layers.ts'
import { useView } from '../../state/view.ts'
import type { StackEntry } from '../../state/view-state.ts'
import { drawings } from '../drawings.ts'

/** Whether cells stand for this layer at this zoom. Wall and command desk show what is open now, not how much there was. */
export const showsCells = (entry: Pick<StackEntry, 'id' | 'visible'>, zoom: number): boolean =>
  entry.visible && !(drawings[entry.id]?.happening && useView().mode !== 'situation') && drawings[entry.id]?.cells !== undefined && zoom >= layers[entry.id]!.minZoom - 1 && zoom < layers[entry.id]!.detailZoom
