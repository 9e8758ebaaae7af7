import { expect, it } from 'vitest'
import { readAddressCode } from './address-code.ts'

it('reads the bare code, and the code at the end of a plate\'s URL', () => {
  expect(readAddressCode(' 350203D7K2M9QXA ')).toBe('350203D7K2M9QXA')
  expect(readAddressCode('https://dz.example.gov.cn/a/350203D7K2M9QXA')).toBe('350203D7K2M9QXA')
  expect(readAddressCode('http://dz.example/city/a/350203D7K2M9QXA/?from=plate#top')).toBe('350203D7K2M9QXA')
})

it('says nothing of other QR codes', () => {
  for (const other of ['https://pay.example/b/1', 'WIFI:S:free;;', '', 'https://x.example/a/%E0%A4%A']) expect(readAddressCode(other), other).toBeUndefined()
})
