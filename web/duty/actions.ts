import type { Meaning } from './api.ts'

/** What an officer can tell the desk by a tap. */
export type ActionKind = 'status' | 'accept' | 'refuse' | 'arrive' | 'note' | 'result' | 'roll_call' | 'done'

/** One tap, as the server takes it: with a key of its own, so that sending it twice does it once, and the time of the tap. */
export interface Action {
  /** UUID. */
  key: string
  kind: ActionKind
  /** ISO instant of the tap, by the server's clock as far as the phone knows it. */
  at: string
  incident_id?: number
  /** The unit that it was meant for: a tap made on board of one never acts for another. */
  unit_id?: number
  status?: string
  text?: string
  resolved_code?: string
  reason?: string
}

/** What became of one action. */
export interface Outcome { key: string, ok: boolean, repeated: boolean, late: boolean, reason?: string }

/** An action that waits on this phone. */
export interface Queued {
  /** Order of the taps on this phone. */
  sequence: number
  /** Account that tapped: nobody else's session may send it. */
  account: number
  action: Action
  /** What a status button said, so that the screen can show it before the server does. */
  meaning?: Meaning
  /** Why the server refused it; null while it waits. */
  refused: string | null
}
