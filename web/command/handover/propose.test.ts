import { expect, it } from 'vitest'
import type { Department } from '../api/types.ts'
import { proposed } from './propose.ts'

const department = (id: number, type_prefixes: string[], active = true): Department => ({ id, code: `d${id}`, name: '', name_en: '', type_prefixes, active, has_url: true, answer_hours: 24 })

it('proposes the department that answers for the type, the closest first, and leaves out those that are closed', () => {
  const found = proposed([department(1, []), department(2, ['06']), department(3, ['0601', '03']), department(4, ['060101'], false)], '060101')
  expect(found.map(({ department: { id }, fits }) => [id, fits])).toEqual([[3, true], [2, true], [1, false]])
})
