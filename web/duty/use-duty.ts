import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useSession } from '../state/session.ts'
import { troubleOf, type Trouble } from '../states/trouble.ts'
import type { Action, Queued } from './actions.ts'
import { isPassing, isSignedOut, readDuty, readStatuses, sendActions, sendFixes, withPatience, type Meaning } from './api.ts'
import { copyKeptMilliseconds, type Copy } from './copy.ts'
import { readDictionary } from './dictionary.ts'
import { FixQueue } from './fixes.ts'
import { openStorage } from './indexed-db.ts'
import { withWaiting } from './project.ts'
import { ActionQueue } from './queue.ts'
import type { DutyStorage } from './storage.ts'
import { readTonight, type Tonight } from './tonight.ts'
import { uuid } from './uuid.ts'

/** `no storage`: this browser keeps nothing, so nothing could wait for a signal. */
export type Phase = 'starting' | 'unreachable' | 'no storage' | 'out' | 'in'
type NewAction = Omit<Action, 'key' | 'at' | 'unit_id'>

/** The officer's duty as this phone knows it: what the server said last, what waits to be sent, and who is signed in. */
export const useDuty = defineStore('duty', () => {
  const session = useSession()
  const phase = ref<Phase>('starting')
  const expired = ref(false)
  const copy = shallowRef<Copy | null>(null)
  const items = shallowRef<readonly Queued[]>([])
  /** Since when nobody answers, epoch milliseconds; null while somebody does. */
  const silentSince = ref<number | null>(null)
  const trouble = shallowRef<Trouble | null>(null)
  const fixesWaiting = ref(0)
  const fixesSentAt = ref<number | null>(null)
  /** Milliseconds that the server's clock is ahead of the phone's. */
  const ahead = ref(0)
  /** Acknowledged since the server last said how things stand. */
  const settled = shallowRef<readonly Queued[]>([])

  /** What an ended session left behind, for the sign-in screen. */
  const kept = ref<{ count: number } | null>(null)

  let account = 0
  let storage: DutyStorage
  let queue: ActionQueue
  let fixes: FixQueue
  let dictionaries: Pick<Copy, 'statuses' | 'incidentTypes' | 'timeZone'> | null = null
  let tonight: Tonight | null = null
  /** Counts up when plans change: what was asked before may be of before. */
  let plans = 0, tonightOf = 0
  let syncing: Promise<boolean> | undefined
  let again = false

  const waiting = computed(() => items.value.filter(item => item.refused === null))
  const refused = computed(() => items.value.filter(item => item.refused !== null))
  const shown = computed(() => copy.value && withWaiting(copy.value.duty, [...settled.value, ...items.value], copy.value.statuses))

  /** Open what the phone keeps and find out who is signed in; without signal, whoever was. */
  async function start(): Promise<void> {
    try {
      storage = await openStorage()
    } catch {
      phase.value = 'no storage'
      return
    }
    queue = new ActionQueue(storage.actions, actions => sendActions(actions, ahead.value), (now, done) => {
      items.value = now
      if (done.length) settled.value = [...settled.value, ...done]
    })
    fixes = new FixQueue(storage.fixes, sendFixes)
    await enter()
  }

  /** What the phone keeps is shown at once; who is signed in turns out when somebody answers. */
  async function enter(): Promise<void> {
    const kept = (await storage.copy.all())[0] ?? null
    if (kept && kept.at > Date.now() - copyKeptMilliseconds) return open(kept.account, kept)
    await storage.copy.clear()
    try {
      await withPatience(session.load())
    } catch (error) {
      trouble.value = troubleOf(error)
      silentSince.value ??= Date.now()
      phase.value = 'unreachable'
      return
    }
    if (session.state === 'in') await open(session.account!.id, null)
    else await ended(false)
  }

  async function open(id: number, kept: Copy | null): Promise<void> {
    const own = kept?.account === id ? kept : null
    // Where another account was is not this one's to send.
    if (!own) await Promise.all([storage.copy.clear(), storage.fixes.clear()])
    account = id
    copy.value = own
    tonight = null
    settled.value = []
    if (own) ahead.value = own.ahead
    await queue.load(id, Date.now())
    await fixes.load(Date.now() + ahead.value)
    fixesWaiting.value = fixes.waiting
    trouble.value = null
    phase.value = 'in'
    await sync()
  }

  /** After the sign-in screen let somebody in. */
  async function signedIn(): Promise<void> {
    expired.value = false
    await open(session.account!.id, (await storage.copy.all())[0] ?? null)
  }

  /** The session ended by itself: what waits stays, and is sent when its account is back. */
  async function ended(wasIn: boolean): Promise<void> {
    const count = (await storage.actions.all()).filter(item => item.refused === null && (!wasIn || item.account === account)).length
    kept.value = count ? { count } : null
    expired.value = wasIn
    session.forget()
    phase.value = 'out'
  }

  /** Leave for good: nothing of the duty stays on the phone. @throws {ApiProblem} without an answer, as the session would live on */
  async function signOut(): Promise<void> {
    await session.signOut()
    await Promise.all([queue.clear(), fixes.clear(), storage.copy.clear()])
    copy.value = null
    settled.value = []
    expired.value = false
    phase.value = 'out'
  }

  /** Keep a tap, show it, and send it as soon as somebody answers. */
  async function act(action: NewAction, meaning?: Meaning): Promise<void> {
    const at = new Date(Date.now() + ahead.value).toISOString()
    const unit = copy.value?.duty.unit
    await queue.add({ ...action, ...(unit && { unit_id: unit.id }), key: uuid(), at }, meaning && { meaning })
    void sync()
  }

  /** Plans changed: what is kept of them is asked for anew. */
  function forgetTonight(): void { plans++ }

  const dismiss = (key: string) => queue.dismiss(key)

  /** Send what waits, then ask how things stand. One at a time; whoever asks meanwhile causes one more. @returns whether the server answered */
  function sync(): Promise<boolean> {
    if (syncing) { again = true; return syncing }
    return syncing = (async () => {
      let answered: boolean
      do { again = false; answered = await once() } while (again && answered)
      return answered
    })().finally(() => { syncing = undefined })
  }

  async function once(): Promise<boolean> {
    if (phase.value !== 'in') return false
    try {
      if (!session.account) await withPatience(session.load())
      if (!session.account) { await ended(true); return false }
      // Somebody else signed in elsewhere in this browser: what waits isn't theirs.
      if (session.account.id !== account) { account = session.account.id; queueMicrotask(() => void open(account, null)); return false }
      const flushed = await queue.flush()
      if (flushed === 'signed out') { await ended(true); return false }
      if (flushed === 'no answer') { silentSince.value ??= Date.now(); return false }
      const asked = Date.now()
      const duty = await readDuty()
      const now = Date.now()
      dictionaries ??= await readDictionaries()
      ahead.value = Math.round(Date.parse(duty.now) - (asked + now) / 2)
      const said = { account, accountName: session.account.display_name, at: now, duty, ahead: ahead.value, ...dictionaries }, before = copy.value?.tonight
      settled.value = []
      await keep({ ...said, ...(before && { tonight: before }) })
      // Only now: a task doesn't wait for where the unit stands afterwards.
      const of = plans
      tonight = await readTonight(duty.unit?.id ?? null, new Date(duty.now), dictionaries.timeZone, tonightOf === of ? tonight : null)
      tonightOf = of
      if (tonight !== before) await keep({ ...said, tonight })
      silentSince.value = null
      trouble.value = null
      return true
    } catch (error) {
      if (isSignedOut(error)) { await ended(true); return false }
      if (isPassing(error)) silentSince.value ??= Date.now()
      trouble.value = troubleOf(error)
      return false
    }
  }

  async function keep(now: Copy): Promise<void> {
    copy.value = now
    await storage.copy.put(0, now)
  }

  async function readDictionaries(): Promise<Pick<Copy, 'statuses' | 'incidentTypes' | 'timeZone'>> {
    const [statuses, facts] = await Promise.all([readStatuses(), readDictionary()])
    return { statuses, ...facts }
  }

  /** Take a fix up for sending. */
  async function located(fix: Parameters<FixQueue['add']>[0]): Promise<void> {
    await fixes.add(fix)
    fixesWaiting.value = fixes.waiting
  }

  async function sendPositions(): Promise<void> {
    if (phase.value !== 'in' || fixes.waiting === 0 || expired.value) return
    if (await fixes.flush()) fixesSentAt.value = Date.now()
    fixesWaiting.value = fixes.waiting
  }

  return {
    phase, expired, copy, items, waiting, refused, shown, silentSince, trouble, kept, ahead, fixesWaiting, fixesSentAt,
    start, enter, signedIn, signOut, act, dismiss, forgetTonight, sync, located, sendPositions,
  }
})
