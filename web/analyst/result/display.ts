import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useView } from '../../state/view.ts'
import { useQuestion } from '../question.ts'
import type { Question } from '../types.ts'
import { cellAnswerOf, drawable, type CellAnswer } from './cell-answer.ts'
import { readBounds, type Rule } from './classes.ts'
import { pictureOf, type Picture } from './picture.ts'

/** An answer that was put aside to be compared with. */
export interface Pinned { cells: CellAnswer, question: Question }

/** How the answer is looked at: which column, in which classes, flat or as columns, beside which other answer. */
export const useDisplay = defineStore('analysis-display', () => {
  const store = useQuestion(), view = useView()
  const cells = computed(() => cellAnswerOf(store.answer, store.methods))
  const columns = computed(() => cells.value ? drawable(cells.value) : [])
  const wished = ref<string | null>(null)
  /** The column that is drawn: the chosen one where the answer has it, else its first. */
  const column = computed<string | null>({
    get: () => wished.value !== null && columns.value.includes(wished.value) ? wished.value : columns.value[0] ?? null,
    set: name => { wished.value = name },
  })
  const shown = computed(() => column.value === null ? null : cells.value!.shows[column.value]!)

  const rule = ref<Rule>('quantile')
  const classes = ref(5)
  const hand = ref('')
  const bounds = computed(() => readBounds(hand.value))
  const classing = computed(() => ({ rule: rule.value, classes: classes.value, hand: bounds.value }))
  const picture = computed<Picture | null>(() =>
    cells.value && shown.value ? pictureOf(cells.value.columns[column.value!]!, shown.value, classing.value, view.theme) : null)

  /** Columns that stand up from the map. */
  const raised = ref(false)
  const pinned = shallowRef<Pinned | null>(null)
  const comparing = ref(false)
  /** Where the divider stands, as a share of the map's width: the answer left of it, the pinned one right. */
  const divider = ref(0.5)
  /** The pinned answer by the same column and classes where it has that column, else by its own first. */
  const pinnedColumn = computed(() => {
    if (!pinned.value) return null
    const names = drawable(pinned.value.cells)
    return names.includes(column.value ?? '') ? column.value : names[0] ?? null
  })
  const pinnedPicture = computed<Picture | null>(() => {
    if (!pinned.value || pinnedColumn.value === null) return null
    const { columns: values, shows } = pinned.value.cells
    return pictureOf(values[pinnedColumn.value]!, shows[pinnedColumn.value]!, classing.value, view.theme, pinnedColumn.value === column.value ? picture.value?.bounds : null)
  })
  const beside = computed(() => comparing.value && pinned.value !== null && cells.value !== null)

  /** The cell under the pointer, with where that is in pixels of the map, and whether it is the pinned answer's. */
  const hovered = shallowRef<{ cell: string, x: number, y: number, pinned: boolean } | null>(null)
  const chosen = ref<string | null>(null)
  watch(cells, now => {
    hovered.value = null
    if (chosen.value !== null && !now?.index.has(chosen.value)) chosen.value = null
    if (!now) raised.value = false
  })

  function pin(): void {
    if (cells.value && store.answered) pinned.value = { cells: cells.value, question: store.answered }
  }
  function unpin(): void {
    pinned.value = null
    comparing.value = false
  }

  return { cells, columns, column, shown, rule, classes, hand, bounds, classing, picture, raised, pinned, pinnedColumn, pinnedPicture, comparing, beside, divider, hovered, chosen, pin, unpin }
})
