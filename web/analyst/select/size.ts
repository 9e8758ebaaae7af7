import { onScopeDispose, watch } from 'vue'
import { send } from '../../ask.ts'
import { useCatalogue } from '../../state/catalogue.ts'
import { useAsked, type Asked } from '../../states/asked.ts'
import { useQuestion } from '../question.ts'
import type { LeftOut } from '../types.ts'

export interface Size { size: number, size_before: number, left_out: LeftOut, as_of: string, revision: number }

/** How long the selection must stand still before it is counted, milliseconds. */
const pause = 250

/** How many incidents the selection on the panel has and what it leaves out, counted again when it or the incidents change. */
export function useSize(): Asked<Size> {
  const store = useQuestion(), catalogue = useCatalogue()
  const asked = useAsked(() => send<Size>('POST', '/api/analysis/size', { selection: store.question!.selection }))
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(() => store.question && JSON.stringify(store.question.selection) + (catalogue.layers.incidents?.revision ?? 0), now => {
    clearTimeout(timer)
    if (now) timer = setTimeout(() => void asked.ask(), asked.answer.value ? pause : 0)
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))
  return asked
}
