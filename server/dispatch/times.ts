import { BadInput } from '../errors.ts'

/**
 * An instant that somebody names as the time of what they did; now where they name none.
 *
 * @throws {BadInput} where it is none, or lies more than a day back or a minute ahead
 */
export function readTime(text: string | undefined, pointer: string, now = Date.now()): Date {
  if (text === undefined) return new Date(now)
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw new BadInput({ pointer, value: text, detail: 'must be an instant such as 2026-11-22T08:00:00Z' })
  if (at.getTime() > now + 60_000) throw new BadInput({ pointer, value: text, detail: 'must not lie in the future' })
  if (at.getTime() < now - 86_400_000) throw new BadInput({ pointer, value: text, detail: 'must be within the last 24 hours' })
  return new Date(Math.min(at.getTime(), now))
}
