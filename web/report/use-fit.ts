import { onScopeDispose, ref, type Ref } from 'vue'

/** Of A4, in CSS pixels. */
const paperWidth = 794

/** How much smaller a screen narrower than paper draws the whole page; fingers enlarge it. */
export function useFit(): Ref<number> {
  const fit = ref(1)
  const refit = () => { fit.value = Math.min(1, (innerWidth - 16) / paperWidth) }
  refit()
  addEventListener('resize', refit)
  onScopeDispose(() => removeEventListener('resize', refit))
  return fit
}
