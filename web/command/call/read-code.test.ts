import { expect, it } from 'vitest'
import { addressCodeIn } from './read-code.ts'

it('reads a bare code and a link that ends in one', () => {
  expect(addressCodeIn(' 350203001001DAB12CD34 ')).toBe('350203001001DAB12CD34')
  expect(addressCodeIn('https://map.example.gov.cn/a/350203001001DAB12CD34')).toBe('350203001001DAB12CD34')
  expect(addressCodeIn('http://map.example/yizhangtu/a/350203001001DAB12CD34?from=door')).toBe('350203001001DAB12CD34')
})

it('takes an address in words, a number or another link for none', () => {
  expect(addressCodeIn('莲前西路12号')).toBeNull()
  expect(addressCodeIn('350203199001011234')).toBeNull()
  expect(addressCodeIn('https://map.example/b/350203001001DAB12CD34')).toBeNull()
  expect(addressCodeIn('https://map.example/a/%E0%A4%A')).toBeNull()
})
