import { expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { keepInFragment, readFragment, writeFragment } from './fragment.ts'

it('carries several parts and leaves out those that say nothing', () => {
  const hash = writeFragment([['area', '_p~iF~ps|U_ulL'], ['question', null], ['swipe', 'a=b']])
  expect(hash).toBe('#area=_p~iF~ps|U_ulL&swipe=a=b')
  expect(readFragment(hash)).toEqual({ area: '_p~iF~ps|U_ulL', swipe: 'a=b' })
  expect(writeFragment([['area', null]])).toBe('')
  expect(readFragment('#nothing&=x')).toEqual({})
})

it('waits for a switch of the query that is being written, and keeps both', async () => {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', name: 'map', component: {} }] })
  const text = ref<string | null>(null)
  const stop = keepInFragment(router, [{ name: 'question', text: () => text.value, take: () => {} }])
  await router.push('/?mode=situation')
  for (const [now, said] of [['analysis', 'abc'], ['situation', null]] as const) {
    text.value = said
    void router.push({ name: 'map', query: { mode: now } })
    await nextTick()
    await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe(said ? `/?mode=${now}#question=${said}` : `/?mode=${now}`))
  }
  stop()
})
