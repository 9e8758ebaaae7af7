import { expect, it } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { closeTopmost, useEscape } from './escape.ts'

it('closes the topmost first, one for one press', async () => {
  const scope = effectScope()
  const panel = ref(true)
  const popup = ref(false)
  scope.run(() => {
    useEscape(panel, () => { panel.value = false })
    useEscape(popup, () => { popup.value = false })
  })
  popup.value = true
  await nextTick()
  expect(closeTopmost()).toBe(true)
  expect([panel.value, popup.value]).toEqual([true, false])
  await nextTick()
  closeTopmost()
  expect(panel.value).toBe(false)
  await nextTick()
  expect(closeTopmost()).toBe(false)
  scope.stop()
})

it('forgets what went away', () => {
  const scope = effectScope()
  scope.run(() => { useEscape(ref(true), () => { throw new Error('closed after it was gone') }) })
  scope.stop()
  expect(closeTopmost()).toBe(false)
})
