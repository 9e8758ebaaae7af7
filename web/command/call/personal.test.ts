import { expect, it } from 'vitest'
import { personalIn } from './personal.ts'

it('sees an identity number however it is written', () => {
  expect(personalIn('报警人 350203199001011234 称')).toEqual(['identity'])
  expect(personalIn('３５０２０３１９９００１０１１２３X')).toEqual(['identity'])
  expect(personalIn('350203 19900101 1234')).toEqual(['identity'])
})

it('sees a mobile number, with blanks, hyphens or country code', () => {
  expect(personalIn('电话13812345678')).toEqual(['phone'])
  expect(personalIn('138 1234 5678')).toEqual(['phone'])
  expect(personalIn('+86-138-1234-5678')).toEqual(['phone'])
})

it('lets pass door numbers, times, amounts and incident numbers', () => {
  expect(personalIn('莲前西路12号302室，22:00至06:00，损失3500元')).toEqual([])
  expect(personalIn('同 J3502032026112200017，110、12345 转来')).toEqual([])
})
