import { expect, it } from 'vitest'
import type { SolveQuestion } from '../types.ts'
import { takePosts } from './take-posts.ts'

const question: SolveQuestion = { selection: { from: '2026-01-01', to: '2026-02-01' }, model: 'maximal_covering', posts: 4, sites: { stations: false }, forbidden: ['facility:3', 'facility:9'] }
const station = { kind: 'station' as const, id: 'facility:3', name: '甲所', longitude: 118, latitude: 24 }
const junction = { kind: 'junction' as const, id: 'junction:7,8', name: '路口', longitude: 118.1, latitude: 24.2 }

it('gives the posts to the question as sites that must be used, beside those it places itself', () => {
  expect(takePosts(question, [station, junction])).toMatchObject({
    posts: 6, fixed: ['facility:3', 'drawn:118.1,24.2'], forbidden: ['facility:9'], sites: { drawn: [{ point: [118.1, 24.2], name: '路口' }] },
  })
  expect(takePosts(question, [station]).sites).not.toHaveProperty('stations')
})

it('gives nothing twice', () => {
  const once = takePosts(question, [station, junction])
  expect(takePosts(once, [station, junction])).toEqual(once)
})

it('keeps two units that are fixed at one site', () => {
  expect(takePosts({ ...question, fixed: ['facility:5', 'facility:5'] }, [station])).toMatchObject({ posts: 5, fixed: ['facility:5', 'facility:5', 'facility:3'] })
})
