import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { requestKey } from '../parts/action.ts'

/** Where it is: a point, with the address it was found by where there is one. */
export interface Place { longitude: number, latitude: number, addressId: number | null, label: string | null, source: 'address' | 'map' | 'code' }

/** The call that is being taken. It lasts while the desk looks at something else, until it is sent or thrown away. */
export const useCallDraft = defineStore('call-draft', () => {
  const code = ref<string | null>(null)
  const place = shallowRef<Place | null>(null)
  const locationText = ref('')
  const summary = ref('')
  const channel = ref('call')
  /** Null: as the type has it. */
  const grade = ref<number | null>(null)
  /** As fields of date and time have them, in the city's zone. */
  const occurredFrom = ref('')
  const occurredTo = ref('')
  const mergeInto = ref<{ id: number, number: string } | null>(null)
  const key = requestKey()

  function clear(): void {
    code.value = place.value = grade.value = mergeInto.value = null
    locationText.value = summary.value = occurredFrom.value = occurredTo.value = ''
    channel.value = 'call'
    key.done()
  }

  return { code, place, locationText, summary, channel, grade, occurredFrom, occurredTo, mergeInto, requestKey: () => key.value, clear }
})
