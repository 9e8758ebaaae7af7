import { burst } from './burst.ts'
import { evaluateWith, type Evaluators } from './evaluator.ts'
import { handover } from './handover.ts'
import { incident } from './incident.ts'
import { outbox } from './outbox.ts'
import { rollCall } from './roll-call.ts'
import { staleUnit } from './stale-unit.ts'
import { unanswered } from './unanswered.ts'
import { unitTimer } from './unit-timer.ts'
import { voidKind } from './void.ts'

/** Every kind of alert: leaving one out doesn't compile. */
export const evaluators: Evaluators = {
  incident: evaluateWith(incident),
  burst: evaluateWith(burst),
  unanswered: evaluateWith(unanswered),
  unit_timer: evaluateWith(unitTimer),
  stale_unit: evaluateWith(staleUnit),
  void: evaluateWith(voidKind),
  handover: evaluateWith(handover),
  outbox: evaluateWith(outbox),
  roll_call: evaluateWith(rollCall),
}
