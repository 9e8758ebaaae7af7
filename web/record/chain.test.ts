import { expect, it } from 'vitest'
import { byLevel, shownSteps, type Step } from './chain.ts'

const step = (id: number, level: string, name: string): Step => ({ id, level, name })

it('begins the chain at the district', () => {
  const chain = [step(1, 'province', '福建省'), step(2, 'city', '厦门市'), step(3, 'district', '思明区'), step(4, 'number', '12号')]
  expect(shownSteps(chain).map(one => one.name)).toEqual(['思明区', '12号'])
})

it('shows the city itself when there is nothing below', () => {
  expect(shownSteps([step(1, 'province', '福建省'), step(2, 'city', '厦门市')])).toHaveLength(2)
})

it('says a repeated name once', () => {
  expect(shownSteps([step(3, 'street', '莲前'), step(4, 'community', '莲前'), step(5, 'road', '莲前西路')]).map(one => one.id)).toEqual([3, 5])
})

it('puts door 2 before door 10 and groups by level', () => {
  const groups = byLevel([step(1, 'number', '10号'), step(2, 'number', '2号'), step(3, 'building', '1号楼')])
  expect(groups.map(group => [group.level, group.items.map(item => item.name)])).toEqual([['number', ['2号', '10号']], ['building', ['1号楼']]])
})
