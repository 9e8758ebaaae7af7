import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, { N: number, r: number, p: number, maxmem: number }, Buffer>(scrypt)
// OWASP's first choice for scrypt: N=2^17, r=8, p=1 (128 MiB, about 0.3 s).
const cost = { N: 2 ** 17, r: 8, p: 1 }
const memory = (N: number, r: number) => 256 * N * r

/** Hash a password: `scrypt$N$r$p$salt$hash`, salt and hash in base64. */
export async function hashPassword(password: string, { N, r, p } = cost): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, 32, { N, r, p, maxmem: memory(N, r) })
  return ['scrypt', N, r, p, salt.toString('base64'), hash.toString('base64')].join('$')
}

/** Whether a password gives this hash. Takes as long for a wrong one as for a right one. */
export async function checkPassword(password: string, stored: string): Promise<boolean> {
  const [kind, N, r, p, salt, hash] = stored.split('$')
  if (kind !== 'scrypt' || !salt || !hash) throw new Error('unknown kind of password hash')
  const wanted = Buffer.from(hash, 'base64')
  const given = await derive(password, Buffer.from(salt, 'base64'), wanted.length, { N: Number(N), r: Number(r), p: Number(p), maxmem: memory(Number(N), Number(r)) })
  return timingSafeEqual(given, wanted)
}
