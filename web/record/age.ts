/** How times are said: relative under an hour, absolute beyond, 24-hour, in the city's own time zone. */

export interface Clock {
  /** What is now, so that a page shows one age for one moment. */
  now: Date
  /** IANA name of the city's time zone. */
  timeZone: string
  locale: 'zh' | 'en'
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * The age of an instant in words: "12 分钟前", "今天 21:04", "11-03 21:04", "2024-11-03 21:04".
 *
 * @throws {RangeError} when `at` is no date
 */
export function ageText(at: string | number | Date, clock: Clock): string {
  const then = instantOf(at)
  const passed = clock.now.getTime() - then.getTime()
  if (Math.abs(passed) >= hour) return absoluteText(then, clock)
  const minutes = Math.floor(Math.abs(passed) / minute)
  if (minutes === 0) return clock.locale === 'zh' ? '刚刚' : 'just now'
  if (passed > 0) return clock.locale === 'zh' ? `${minutes} 分钟前` : `${minutes} min ago`
  return clock.locale === 'zh' ? `${minutes} 分钟后` : `in ${minutes} min`
}

/** The age of something that is news every second: "12 秒前", then as `ageText` says it. */
export function freshAgeText(at: string | number | Date, clock: Clock): string {
  const passed = clock.now.getTime() - instantOf(at).getTime()
  if (passed < 0 || passed >= minute) return ageText(at, clock)
  const seconds = Math.floor(passed / 1000)
  return clock.locale === 'zh' ? `${seconds} 秒前` : `${seconds} s ago`
}

/** The instant itself, with as much of the date as is needed to tell it apart from today. */
export function absoluteText(at: string | number | Date, clock: Clock): string {
  const then = parts(instantOf(at), clock.timeZone)
  const today = parts(clock.now, clock.timeZone)
  const time = `${then.hour}:${then.minute}`
  if (then.date === today.date) return clock.locale === 'zh' ? `今天 ${time}` : `today ${time}`
  if (then.date === parts(new Date(clock.now.getTime() - day), clock.timeZone).date) return clock.locale === 'zh' ? `昨天 ${time}` : `yesterday ${time}`
  return `${then.year === today.year ? then.date.slice(5) : then.date} ${time}`
}

/** Date and time in full, for tooltips and files: "2026-11-22 21:04:37". */
export function fullText(at: string | number | Date, timeZone: string): string {
  const then = parts(instantOf(at), timeZone)
  return `${then.date} ${then.hour}:${then.minute}:${then.second}`
}

/** Time of day alone: "21:04". */
export function timeText(at: string | number | Date, timeZone: string): string {
  const then = parts(instantOf(at), timeZone)
  return `${then.hour}:${then.minute}`
}

/** From when to when by the clock: "16:00–24:00"; midnight at its end is 24:00, not the beginning of a day. */
export function hoursText(from: string | Date, to: string | Date, timeZone: string): string {
  const end = timeText(to, timeZone)
  return `${timeText(from, timeZone)}–${end === '00:00' ? '24:00' : end}`
}

/** A length of time in its two largest useful units: "3 天", "5 小时 20 分", "12 分钟". Negative lengths count as positive. */
export function spanText(milliseconds: number, locale: Clock['locale']): string {
  const length = Math.abs(milliseconds)
  const zh = locale === 'zh'
  if (length < minute) return zh ? '不到 1 分钟' : 'less than 1 min'
  if (length < hour) return zh ? `${Math.floor(length / minute)} 分钟` : `${Math.floor(length / minute)} min`
  if (length < day) {
    const hours = Math.floor(length / hour)
    const minutes = Math.floor(length % hour / minute)
    if (minutes === 0) return zh ? `${hours} 小时` : `${hours} h`
    return zh ? `${hours} 小时 ${minutes} 分` : `${hours} h ${minutes} min`
  }
  const days = Math.floor(length / day)
  if (zh) return `${days} 天`
  return days === 1 ? '1 day' : `${days} days`
}

/** Where a deadline stands: overdue by how long, or how long is left. */
export function dueText(due: string | number | Date, clock: Clock): { overdue: boolean, text: string } {
  const left = instantOf(due).getTime() - clock.now.getTime()
  const span = spanText(left, clock.locale)
  if (left < 0) return { overdue: true, text: clock.locale === 'zh' ? `已逾期 ${span}` : `overdue by ${span}` }
  return { overdue: false, text: clock.locale === 'zh' ? `还剩 ${span}` : `${span} left` }
}

/** An instant from ISO text, a Date or epoch seconds (the form that tiles carry). */
export function instantOf(at: string | number | Date): Date {
  const date = at instanceof Date ? at : new Date(typeof at === 'number' ? at * 1000 : at)
  if (Number.isNaN(date.getTime())) throw new RangeError(`"${String(at)}" is no instant`)
  return date
}

const formats = new Map<string, Intl.DateTimeFormat>()

function parts(at: Date, timeZone: string) {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    })
    formats.set(timeZone, format)
  }
  const found = Object.fromEntries(format.formatToParts(at).map(part => [part.type, part.value])) as Record<string, string>
  return {
    year: found.year!, date: `${found.year}-${found.month}-${found.day}`,
    hour: found.hour!, minute: found.minute!, second: found.second!,
  }
}
