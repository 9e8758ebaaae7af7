import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { ApiProblem } from '../api.ts'
import { useAsked } from './asked.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

const inScope = <T>(question: (signal: AbortSignal) => Promise<T>) => effectScope().run(() => useAsked(question))!
const after = <T>(milliseconds: number, value: T) => new Promise<T>(done => { setTimeout(() => done(value), milliseconds) })

it('says that it is late only past a second', async () => {
  const asked = inScope(() => after(1500, 'x'))
  void asked.ask()
  await vi.advanceTimersByTimeAsync(900)
  expect([asked.waiting.value, asked.late.value]).toEqual([true, false])
  await vi.advanceTimersByTimeAsync(200)
  expect(asked.late.value).toBe(true)
  await vi.advanceTimersByTimeAsync(500)
  expect([asked.answer.value, asked.waiting.value, asked.late.value]).toEqual(['x', false, false])
})

it('never lets an earlier answer overtake a later one', async () => {
  const answers = [after(500, 'slow'), after(100, 'fast')]
  const signals: AbortSignal[] = []
  const asked = inScope(signal => { signals.push(signal); return answers[signals.length - 1]! })
  void asked.ask()
  void asked.ask()
  await vi.advanceTimersByTimeAsync(1000)
  expect(asked.answer.value).toBe('fast')
  expect(signals[0]!.aborted).toBe(true)
})

it('keeps the last good answer when asking again fails', async () => {
  const outcomes = [() => Promise.resolve('good'), () => Promise.reject(new ApiProblem({ type: 'about:blank', title: 'no answer', status: 0 }))]
  const asked = inScope(() => outcomes.shift()!())
  await asked.ask()
  await asked.ask()
  expect(asked.answer.value).toBe('good')
  expect(asked.trouble.value?.kind).toBe('offline')
})
