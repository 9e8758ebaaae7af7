import { useLabel } from '../i18n.ts'
import { useVocabulary } from '../analyst/select/vocabulary.ts'

/** @returns what a shift is called; its id where the list, which somebody else loads, doesn't have it */
export function useShiftNames(): (id: string) => string {
  const words = useVocabulary(), label = useLabel()
  return id => {
    const shift = words.vocabulary?.shifts.find(each => each.id === id)
    return shift ? label(shift.label) : id
  }
}
