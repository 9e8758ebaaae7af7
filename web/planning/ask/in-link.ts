import type { FragmentPart } from '../../state/fragment.ts'
import { useView } from '../../state/view.ts'
import { usePlanning } from '../store.ts'
import { readPlanQuestion, writePlanQuestion } from './link.ts'

/** The planner's question in the link's fragment, while the planner's mode is open: what is planned where never reaches a log. */
export function planInLink(): FragmentPart {
  const view = useView(), store = usePlanning()
  return {
    name: 'plan',
    text: () => view.mode === 'planning' && store.question ? writePlanQuestion(store.question) : null,
    take(text) {
      const read = text === null ? null : readPlanQuestion(text)
      if (!read || JSON.stringify(read) === JSON.stringify(store.question)) return
      store.question = read
      store.links++
    },
  }
}
