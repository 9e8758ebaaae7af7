import type { Static } from 'typebox'
import type { beatsSchema } from '../../../server/deployment/beats/draw-beats.ts'
import type { auditSchema } from '../../../server/deployment/circles/audit.ts'
import type { closureSchema } from '../../../server/deployment/circles/closure.ts'

export type Audit = Static<typeof auditSchema>
export type Circle = Audit['circles'][number]
/** Cells of one circle, columns: H3 of resolution 9, incidents of 90 days, seconds until the soonest unit, station that answers. */
export type CircleCells = NonNullable<Audit['cells']>
export type Closure = Static<typeof closureSchema>
export type Beats = Static<typeof beatsSchema>
