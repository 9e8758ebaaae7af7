import { createHmac, timingSafeEqual } from 'node:crypto'

export const headers = { timestamp: 'x-yizhangtu-timestamp', signature: 'x-yizhangtu-signature', delivery: 'x-yizhangtu-delivery' } as const

/** How far the clocks of the two sides may be apart. */
const clockSeconds = 5 * 60

/** The signature over a body: `sha256=` and hexadecimal HMAC of timestamp, a dot, and the body's bytes. */
export const sign = (secret: string, timestamp: string, body: string | Buffer): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`

/**
 * Why a signed message isn't to be believed; undefined where it is. Compares in constant time.
 *
 * @param timestamp  seconds since 1970, as sent
 * @param now        milliseconds since 1970
 */
export function distrust(secret: string, { timestamp, signature, body }: { timestamp: string, signature: string, body: Buffer }, now: number): string | undefined {
  if (!/^\d{1,12}$/.test(timestamp)) return `${headers.timestamp} must be seconds since 1970`
  const wanted = Buffer.from(sign(secret, timestamp, body)), given = Buffer.from(signature)
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return 'the signature does not fit the body'
  const apart = Math.round(now / 1000) - Number(timestamp)
  if (Math.abs(apart) > clockSeconds) return `the message is ${Math.abs(apart)} s ${apart > 0 ? 'old' : 'ahead'}; clocks may differ by ${clockSeconds} s`
  return undefined
}
