import { expect, it } from 'vitest'
import { makeNewest } from './newest.ts'

const turn = () => new Promise(resolve => setTimeout(resolve))

function desk() {
  const asked: number[] = [], heard: number[] = [], troubles: unknown[] = [], open: { resolve: (answer: number) => void, reject: (error: unknown) => void }[] = []
  const newest = makeNewest<number, number>(question => new Promise((resolve, reject) => { asked.push(question); open.push({ resolve, reject }) }), answer => heard.push(answer), error => troubles.push(error))
  return { newest, asked, heard, troubles, open }
}

it('one question is on its way at a time, and of those that came meanwhile only the newest is asked', async () => {
  const { newest, asked, heard, open } = desk()
  for (const question of [1, 2, 3, 4]) newest.ask(question)
  expect(asked).toEqual([1])
  open[0]!.resolve(10)
  await turn()
  expect(asked).toEqual([1, 4])
  open[1]!.resolve(40)
  await turn()
  expect(heard).toEqual([10, 40])
})

it('what was dropped is not heard, and what is asked afterwards is', async () => {
  const { newest, asked, heard, open } = desk()
  newest.ask(1)
  newest.ask(2)
  newest.drop()
  newest.ask(3)
  open[0]!.resolve(10)
  await turn()
  expect(asked).toEqual([1, 3])
  open[1]!.resolve(30)
  await turn()
  expect(heard).toEqual([30])
})

it('a failure is told unless a newer question makes up for it', async () => {
  const { newest, troubles, open } = desk()
  newest.ask(1)
  newest.ask(2)
  open[0]!.reject('first')
  await turn()
  expect(troubles).toEqual([])
  open[1]!.reject('second')
  await turn()
  expect(troubles).toEqual(['second'])
})
