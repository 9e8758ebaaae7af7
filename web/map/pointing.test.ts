import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { usePointing } from './pointing.ts'

beforeEach(() => setActivePinia(createPinia()))

it('tells who had the clicks that somebody else has them now, and nobody who gave them back', () => {
  const pointing = usePointing(), heard: string[] = [], later = () => {}
  const release = pointing.ask(() => {}, () => heard.push('first lost'))
  pointing.ask(later, () => heard.push('second lost'))
  expect(heard).toEqual(['first lost'])
  release()
  expect(pointing.taker).toBe(later)
})

it('gives clicks back once', () => {
  const pointing = usePointing(), heard: string[] = []
  pointing.ask(() => {}, () => heard.push('lost'))()
  expect(pointing.taker).toBeNull()
  pointing.ask(() => {})
  expect(heard).toEqual([])
})
