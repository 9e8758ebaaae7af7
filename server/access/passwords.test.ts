import { expect, it } from 'vitest'
import { checkPassword, hashPassword } from './passwords.ts'

it('accepts the right password and no other, at OWASP\'s cost for scrypt', async () => {
  const stored = await hashPassword('correct horse')
  expect(stored).toMatch(/^scrypt\$131072\$8\$1\$/)
  expect(await checkPassword('correct horse', stored)).toBe(true)
  expect(await checkPassword('Correct horse', stored)).toBe(false)
})

it('gives two accounts with one password different hashes', async () => {
  const cheap = { N: 1024, r: 8, p: 1 }
  expect(await hashPassword('same', cheap)).not.toBe(await hashPassword('same', cheap))
})
