import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useCatalogue } from '../state/catalogue.ts'
import { useLive } from '../state/live.ts'
import { readUnits } from './api.ts'
import { decodePositions, type HeardPositions } from './decode-positions.ts'
import { placeAt } from './motion.ts'
import { isStale, staleAfterDefault, type LiveUnit } from './unit.ts'
import { takeFixes, takeGone, takeRows, takeStatus } from './unit-table.ts'

const retryMilliseconds = 5_000
/** Unknown units ask for the whole answer again, but not more often than this. */
const leastBetween = 3_000

/** Units on duty, as the stream tells: who, doing what, and where the sign is drawn now. */
export const useUnits = defineStore('units', () => {
  const live = useLive()
  const catalogue = useCatalogue()
  const units = new Map<number, LiveUnit>()
  const heard: HeardPositions = new Map()
  /** Counts changes of who there is and of what they do; positions have a count of their own. */
  const changed = ref(0)
  const moved = shallowRef(0)
  const known = ref(false)
  let staleAfter = staleAfterDefault
  let tick = 500
  let asking: Promise<void> | undefined
  let askedAt = 0
  let again = false
  let timer: ReturnType<typeof setTimeout> | undefined

  live.on('hello', ({ positions }) => {
    if (positions) [tick, staleAfter] = [positions.tick_ms, positions.stale_after_seconds * 1000]
    void synchronise()
  })
  watch(() => live.recoveries, () => void synchronise())
  live.on('positions', message => {
    try {
      const { moved: ids, gone } = decodePositions(message, heard)
      const { unknown, placed } = takeFixes(units, ids, heard, Date.now(), tick)
      if (unknown) void synchronise()
      if (takeGone(units, gone) || placed) changed.value++
      moved.value++
    } catch (error) {
      // A message was missed: what follows can't be read. A new stream begins with everything.
      if (!(error instanceof RangeError)) throw error
      heard.clear()
      live.listen()
    }
  })
  live.on('unit', event => {
    if (takeStatus(units, event)) void synchronise()
    changed.value++
  })

  /** Ask for all units, whatever made it needed; one question at a time. */
  async function synchronise(): Promise<void> {
    clearTimeout(timer)
    if (asking) { again = true; return }
    const wait = askedAt + leastBetween - Date.now()
    if (wait > 0) { timer = setTimeout(() => void synchronise(), wait); return }
    askedAt = Date.now()
    asking = take()
    await asking
    asking = undefined
    if (again) { again = false; void synchronise() }
  }

  async function take(): Promise<void> {
    try {
      const { units: rows, tick_ms } = await readUnits()
      tick = tick_ms
      takeRows(units, rows, Date.now())
      known.value = true
      changed.value++
    } catch {
      // What is drawn stays; the banner says how old the picture is.
      timer = setTimeout(() => void synchronise(), retryMilliseconds)
    }
  }

  /** Where a unit's sign is drawn now: [longitude, latitude]; null for one that isn't on the map. */
  function position(id: number, now = Date.now()): [number, number] | null {
    const motion = units.get(id)?.motion
    return motion ? placeAt(motion, now) : null
  }

  const stale = (unit: LiveUnit): boolean => isStale(unit, catalogue.clock(), staleAfter)

  /** How many there are by meaning, and how many of all have a fix too old to be believed. */
  const figures = computed(() => {
    void changed.value
    void catalogue.now
    const byMeaning: Record<string, number> = {}
    let old = 0
    for (const unit of units.values()) {
      byMeaning[unit.meaning] = (byMeaning[unit.meaning] ?? 0) + 1
      if (stale(unit)) old++
    }
    return { total: units.size, byMeaning, stale: old }
  })

  return { units, changed, moved, known, figures, position, stale, synchronise }
})
