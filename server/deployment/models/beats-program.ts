import type { Beats } from '../heuristics/grow-beats.ts'
import { Program } from '../solver/program.ts'
import { allowedLoads, piecesOf, type BeatsProblem } from './beats-problem.ts'

/** A cell belongs to a centre only if one of the cells around its piece does. Columns of the program. */
export interface ContiguityCut { inside: number, around: number[] }

/** Column of "cell belongs to the beat around this candidate". */
const columnOf = ({ loads }: BeatsProblem, candidate: number, cell: number): number => candidate * loads.length + cell

/** Which cell belongs to which centre, balanced; that a cell needs a neighbour in its beat is in it from the start. */
export function beatsProgram(problem: BeatsProblem): { program: Program, start(beats: Beats): Float64Array, read(values: ArrayLike<number>): Beats } {
  const { loads, candidates, seconds, neighbours, beats } = problem, cells = loads.length, { least, most } = allowedLoads(problem), program = new Program('minimise')
  candidates.forEach((_, candidate) => loads.forEach((load, cell) => {
    const time = seconds[candidate * cells + cell]!
    program.column(load > 0 && time < Infinity ? load * time : 0, 0, time < Infinity ? 1 : 0, true)
  }))
  const all = [...loads.keys()], centreOf = (candidate: number) => columnOf(problem, candidate, candidates[candidate]!)
  for (const cell of all) program.row(1, 1, candidates.map((_, candidate) => columnOf(problem, candidate, cell)), 1)
  program.row(beats, beats, candidates.map((_, candidate) => centreOf(candidate)), 1)
  candidates.forEach((centre, candidate) => {
    const own = all.map(cell => columnOf(problem, candidate, cell))
    program.row(-Infinity, 0, own, all.map(cell => loads[cell]! - (cell === centre ? most : 0)))
    program.row(0, Infinity, own, all.map(cell => loads[cell]! - (cell === centre ? least : 0)))
    for (const cell of all) {
      if (cell === centre) continue
      program.row(-Infinity, 0, [own[cell]!, centreOf(candidate)], [1, -1])
      if (!neighbours[cell]!.includes(centre)) program.row(0, Infinity, [...neighbours[cell]!.map(next => own[next]!), own[cell]!], [...neighbours[cell]!.map(() => 1), -1])
    }
  })
  return {
    program,
    start({ centres, beatOf }) {
      const values = new Float64Array(program.costs.length)
      beatOf.forEach((beat, cell) => { values[columnOf(problem, centres[beat]!, cell)] = 1 })
      return values
    },
    read(values) {
      const centres = candidates.map((_, candidate) => candidate).filter(candidate => values[centreOf(candidate)]! > 0.5)
      return { centres, beatOf: Int32Array.from(all, cell => centres.findIndex(candidate => values[columnOf(problem, candidate, cell)]! > 0.5)) }
    },
  }
}

/** For each piece of a beat that is torn off from its centre, what every connected plan keeps and this one breaks. */
export function contiguityCuts(problem: BeatsProblem, { centres, beatOf }: Beats): ContiguityCut[] {
  return centres.flatMap((candidate, beat) => piecesOf(beatOf.keys().filter(cell => beatOf[cell] === beat), problem.neighbours)
    .filter(piece => !piece.includes(problem.candidates[candidate]!))
    .flatMap(piece => {
      const around = [...new Set(piece.flatMap(cell => problem.neighbours[cell]!))].filter(cell => !piece.includes(cell))
      return piece.map(cell => ({ inside: columnOf(problem, candidate, cell), around: around.map(next => columnOf(problem, candidate, next)) }))
    }))
}
