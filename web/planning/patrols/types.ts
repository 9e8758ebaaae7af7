import type { ComplianceTold as Compliance } from '../../../server/deployment/patrols/look-back.ts'
import type { Patrol, PatrolAsk } from '../../../server/deployment/patrols/schemas.ts'

export type { Compliance, Patrol, PatrolAsk }
export type Tour = Patrol['tours'][number]
export type Stop = Patrol['stops'][number]

export type Outcome = Compliance['visits'][number]['done']
