import { expect, it } from 'vitest'
import { nearRepeatSentence } from './near-repeat.ts'

const found = { metres: 200, days: 14, factor: 1, observed: 150, expected: 100, p: 0.01, incidents: 40, share: 0.034 }

it('says how much more than chance incidents repeat, and what share of demand that is', () => {
  expect(nearRepeatSentence(found).zh).toBe('近处近时的警情对是随机的 1.50 倍（p = 0.01）：最近 40 起的余波占需求的 3.4 %，总量不变')
})

it('says that demand is as without where nothing is found, or too little is there to tell', () => {
  expect(nearRepeatSentence({ ...found, incidents: 0, share: 0, p: 0.4 }).en).toMatch(/no pattern.*as without$/)
  expect(nearRepeatSentence({ ...found, observed: null, expected: null, p: null }).zh).toMatch(/^警情太少/)
})
