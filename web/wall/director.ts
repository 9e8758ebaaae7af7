/** Who decides where a wall looks: it rests (or tours), a new incident pulls it, a touch holds it. Pure. */
export interface Director {
  doing: 'rest' | 'pulled' | 'held'
  /** Ids of the open ones, as last known; null before the first list came. */
  open: ReadonlySet<number> | null
  /** What it looks at while pulled, and what came in while held. */
  fresh: readonly number[]
  /** Milliseconds until when it stays as it is; Infinity for as long as nothing happens. */
  until: number
}

/** What the wall has to look at after a step: the new ones, or where it rests; undefined when the view stays. */
export type Look = { at: 'fresh', ids: readonly number[] } | { at: 'rest' } | undefined
export interface Step { director: Director, look: Look }

export interface Habits {
  /** Whether new ones pull the view. */
  follow: boolean
  pullMilliseconds: number
  /** A touched wall goes back to work by itself after so long without another touch. */
  holdMilliseconds: number
}

export const resting = (): Director => ({ doing: 'rest', open: null, fresh: [], until: Infinity })

/** The list of open ones was heard: only who is on it counts, not what became of them. The first list pulls nothing. */
export function hearOpen(before: Director, ids: readonly number[], habits: Habits, now: number): Step {
  const open = new Set(ids)
  if (before.open === null) return stay({ ...before, open })
  const added = ids.filter(id => !before.open!.has(id))
  const fresh = [...before.fresh.filter(id => open.has(id)), ...added]
  const director = { ...before, open, fresh }
  if (before.doing === 'held') return stay(director)
  // It doesn't go there, but still knows what came last.
  if (!habits.follow) return stay({ ...director, fresh: added.length ? added : director.fresh })
  if (added.length) return { director: { ...director, doing: 'pulled', until: now + habits.pullMilliseconds }, look: { at: 'fresh', ids: fresh } }
  // What it was pulled to is over: nothing keeps it there.
  if (before.doing === 'pulled' && fresh.length === 0) return rest(director)
  return stay(director)
}

/** Somebody touched the wall: it stays where they put it. */
export const touch = (before: Director, { holdMilliseconds }: Habits, now: number): Step =>
  stay({ ...before, doing: 'held', fresh: before.doing === 'held' ? before.fresh : [], until: now + holdMilliseconds })

/** One tap lets it go: to what came meanwhile, otherwise back to rest. */
export function release(before: Director, habits: Habits, now: number): Step {
  if (before.doing !== 'held') return stay(before)
  if (habits.follow && before.fresh.length)
    return { director: { ...before, doing: 'pulled', until: now + habits.pullMilliseconds }, look: { at: 'fresh', ids: before.fresh } }
  return rest(before)
}

/** Time passed. */
export function pass(before: Director, habits: Habits, now: number): Step {
  if (now < before.until) return stay(before)
  return before.doing === 'held' ? release(before, habits, now) : before.doing === 'pulled' ? rest(before) : stay(before)
}

const stay = (director: Director): Step => ({ director, look: undefined })
const rest = (director: Director): Step => ({ director: { ...director, doing: 'rest', fresh: [], until: Infinity }, look: { at: 'rest' } })

/** Which of a tour's views is shown, so long after it began. */
export const tourStop = (views: number, seconds: number, passedMilliseconds: number): number =>
  views < 2 || seconds <= 0 ? 0 : Math.floor(passedMilliseconds / (seconds * 1000)) % views

/** Whether an hour of the day lies in a night that may go over midnight. */
export const isNight = (hour: number, { from_hour: from, to_hour: to }: { from_hour: number, to_hour: number }): boolean =>
  from <= to ? hour >= from && hour < to : hour >= from || hour < to
