import type { FragmentPart } from '../state/fragment.ts'
import { useView } from '../state/view.ts'
import { useQuestion } from './question.ts'

/** The question in the link's fragment, while the analyst's mode is open: what is asked about never reaches a log. */
export function questionInLink(): FragmentPart {
  const view = useView(), store = useQuestion()
  return { name: 'question', text: () => view.mode === 'analysis' ? store.inLink : null, take: store.fromLink }
}
