import { computed, ref, type ComputedRef } from 'vue'
import type { Dictionary, Label } from '../../layers/layer.ts'
import type { Language } from '../i18n.ts'
import { layerOf } from '../layers.ts'
import { readRecord } from '../record/api.ts'
import { wordText } from '../record/value.ts'
import { useCatalogue } from '../state/catalogue.ts'
import { formatInstant } from '../state/time.ts'
import { useView } from '../state/view.ts'
import type { SelectionNames } from './selection-words.ts'
import { useVocabulary } from './select/vocabulary.ts'

/** Names of divisions that no dictionary lists, by id; read once each. */
const divisions = ref<Record<number, string>>({})
const asked = new Set<number>()

/** What a selection's codes are called, in the language of the page unless told. */
export function useSelectionNames(language?: () => Language): ComputedRef<SelectionNames> {
  const catalogue = useCatalogue(), view = useView(), vocabulary = useVocabulary()
  const locale = computed(() => language?.() ?? view.language)
  const label = (of: Label) => of[locale.value]
  const named = (dictionary: Dictionary) => (code: string) => label(catalogue.nameOf(dictionary, code))
  return computed(() => ({
    locale: locale.value, type: named('incident_type'), placeCategory: named('place_category'),
    instant: text => { const at = Date.parse(text); return Number.isNaN(at) ? text : formatInstant(at, catalogue.timeZone) },
    division: id => {
      const station = catalogue.dictionaries?.stations.find(each => each.id === id)
      if (station) return wordText(station, '', locale.value)
      askName(id)
      return divisions.value[id] ?? `#${id}`
    },
    zone: (id, version) => `${locale.value === 'zh' ? '区域' : 'zone'} ${id}${version ? ` v${version}` : ''}`,
    shift: id => {
      const shift = vocabulary.vocabulary?.shifts.find(each => each.id === id)
      return shift ? label(shift.label) : id
    },
    choice: (property, value) => {
      const choice = layerOf('incidents').properties[property]?.choices?.[value]
      return choice ? label(choice) : value
    },
  }))
}

/** A name that can't be read stays a number: it is a word in a sentence, not what was asked for. */
function askName(id: number): void {
  if (asked.has(id)) return
  asked.add(id)
  void readRecord('divisions', id, undefined, new AbortController().signal).then(({ properties }) => { divisions.value[id] = String(properties.name) }, () => { asked.delete(id) })
}
