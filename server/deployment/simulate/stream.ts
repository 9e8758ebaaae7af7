import { weekSeconds, type Calls } from './calls.ts'
import { drawHandling, type Handling } from './handling.ts'

/**
 * Weeks drawn from those that were held out, each as likely as another and as often as it is drawn, one after another; handling
 * times as logged, unknown ones drawn. Whole weeks, so that what hangs together within one (nights, holidays, rain) stays together.
 *
 * @returns calls from second 0 on
 */
export function drawStream(weeks: readonly Calls[], count: number, handling: Handling, random: () => number): Calls {
  const drawn = Array.from({ length: count }, () => weeks[Math.floor(random() * weeks.length)]!)
  const size = drawn.reduce((sum, { seconds }) => sum + seconds.length, 0)
  const stream: Calls = { seconds: new Float64Array(size), cells: new Int32Array(size), grades: new Uint8Array(size), handling: new Float64Array(size), kinds: new Int32Array(size), needs: new Int32Array(size) }
  let at = 0
  drawn.forEach((week, number) => {
    for (let call = 0; call < week.seconds.length; call++) stream.seconds[at + call] = number * weekSeconds + week.seconds[call]!
    for (const name of ['cells', 'grades', 'handling', 'kinds', 'needs'] as const) stream[name].set(week[name], at)
    at += week.seconds.length
  })
  for (let call = 0; call < size; call++) if (Number.isNaN(stream.handling[call]!)) stream.handling[call] = drawHandling(handling, stream.kinds[call]!, random())
  return stream
}
