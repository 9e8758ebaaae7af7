export interface Newest<Question> {
  /** Ask; while an earlier question is on its way this one waits, and a newer one takes its place. */
  ask(question: Question): void
  /** What is on its way is no longer of interest. */
  drop(): void
}

/**
 * Questions that come faster than answers, such as a post under the pointer: one on its way, the newest waits, the rest never leave.
 *
 * @param told    hears each answer with its question, unless it was dropped
 * @param failed  hears of the failure of a question that nobody replaced
 */
export function makeNewest<Question, Answer>(ask: (question: Question) => Promise<Answer>, told: (answer: Answer, question: Question) => void, failed: (error: unknown) => void): Newest<Question> {
  let waiting: { question: Question } | null = null, busy = false, round = 0

  async function run(question: Question): Promise<void> {
    const mine = round
    busy = true
    try {
      const answer = await ask(question)
      if (mine === round) told(answer, question)
    } catch (error) {
      if (mine === round && !waiting) failed(error)
    }
    busy = false
    const next = waiting
    waiting = null
    if (next) void run(next.question)
  }

  return {
    ask(question) {
      if (busy) waiting = { question }
      else void run(question)
    },
    drop() {
      round++
      waiting = null
    },
  }
}
