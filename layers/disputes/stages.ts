/** The stages of a dispute as a line of steps: done, current, to come. */

export interface Stage { id: string, at: string | null, state: 'done' | 'current' | 'ahead' | 'left' }

const disputeStages = ['registered', 'assigned', 'visited', 'mediating', 'resolved', 'revisited', 'closed'] as const
type Dated = Partial<Record<'registered_at' | 'visited_at' | 'resolved_at' | 'revisited_at' | 'closed_at', string | null>>

/**
 * The seven stages with what is known of when. A transferred dispute left the line: what it reached stays done and
 * `transferred` follows as the current one.
 *
 * @param stage  one of the layer's stages
 */
export function disputeLine(stage: string, dates: Dated): Stage[] {
  const date = (id: string) => dates[`${id}_at` as keyof Dated] ?? null
  if (stage === 'transferred') {
    const reached = disputeStages.findLastIndex(id => date(id) !== null)
    return [
      ...disputeStages.slice(0, Math.max(0, reached) + 1).map(id => ({ id, at: date(id), state: 'done' as const })),
      { id: 'transferred', at: null, state: 'left' },
    ]
  }
  const current = disputeStages.findIndex(id => id === stage)
  return disputeStages.map((id, i) => ({
    id, at: i <= current ? date(id) : null,
    state: i < current || stage === 'closed' && i === current ? 'done' : i === current ? 'current' : 'ahead',
  }))
}
