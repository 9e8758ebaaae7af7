/** Calls that wait, the most serious first and among these the oldest: first in, first out by grade. */
export class Waiting {
  readonly #byGrade: (Line | undefined)[] = []
  size = 0

  add(call: number, grade: number): void {
    (this.#byGrade[grade] ??= { calls: [], first: 0 }).calls.push(call)
    this.size++
  }

  /** Offer the calls in order until one is answered; that one waits no more. @returns whether one was */
  offer(answer: (call: number) => boolean): boolean {
    for (const line of this.#byGrade) {
      if (!line) continue
      for (let at = line.first; at < line.calls.length; at++) {
        if (!answer(line.calls[at]!)) continue
        remove(line, at)
        this.size--
        return true
      }
    }
    return false
  }
}

/** Calls before `first` are gone: a long line isn't moved up each time somebody leaves its head. */
interface Line { calls: number[], first: number }

function remove(line: Line, at: number): void {
  if (at > line.first) line.calls.splice(at, 1)
  else if (++line.first > 64 && line.first * 2 > line.calls.length) {
    line.calls.splice(0, line.first)
    line.first = 0
  }
}
