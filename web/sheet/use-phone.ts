import { onScopeDispose, ref, type Ref } from 'vue'

/** Whether the screen is as narrow as a phone's; follows when it turns. */
export function usePhone(): Ref<boolean> {
  const query = matchMedia('(max-width: 720px)')
  const phone = ref(query.matches)
  const listener = () => { phone.value = query.matches }
  query.addEventListener('change', listener)
  onScopeDispose(() => query.removeEventListener('change', listener))
  return phone
}
