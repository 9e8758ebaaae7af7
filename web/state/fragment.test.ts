import { expect, it } from 'vitest'
import { readFragment, writeFragment } from './fragment.ts'

it('carries several parts and leaves out those that say nothing', () => {
  const hash = writeFragment([['area', '_p~iF~ps|U_ulL'], ['question', null], ['swipe', 'a=b']])
  expect(hash).toBe('#area=_p~iF~ps|U_ulL&swipe=a=b')
  expect(readFragment(hash)).toEqual({ area: '_p~iF~ps|U_ulL', swipe: 'a=b' })
  expect(writeFragment([['area', null]])).toBe('')
  expect(readFragment('#nothing&=x')).toEqual({})
})
