import type { After } from '../../server/deployment/after/after.ts'
import type { ComplianceTold } from '../../server/deployment/patrols/look-back.ts'
import type { KeptPatrol } from '../../server/deployment/patrols/read.ts'

export type { After }
export type PostAfter = After['posts'][number]
export type Presence = Pick<PostAfter, 'on_post' | 'on_call' | 'away' | 'unknown'>
export type IncidentAfter = After['incidents']['each'][number]

export type Patrol = KeptPatrol
export type Tour = Patrol['tours'][number]
export type Compliance = ComplianceTold
export type VisitDone = Compliance['visits'][number]['done']
