import type { Dictionaries } from '../api-shapes.ts'
import type { Duty, StatusEntry } from './api.ts'
import type { Tonight } from './tonight.ts'

/** The last that the server said, kept on the phone so that it opens without signal. One at most. */
export interface Copy {
  account: number
  accountName: string
  /** Epoch milliseconds, by the phone's own clock, when it was said. */
  at: number
  duty: Duty
  /** Milliseconds that the server's clock was ahead of the phone's then. */
  ahead: number
  statuses: StatusEntry[]
  incidentTypes: Dictionaries['incident_type']
  timeZone: string
  /** Where its unit should stand and which stops it makes; absent where an earlier version of this page kept the copy. */
  tonight?: Tonight
}

/** An older copy tells more about the last shift than about this one, and is not shown. */
export const copyKeptMilliseconds = 12 * 3_600_000
