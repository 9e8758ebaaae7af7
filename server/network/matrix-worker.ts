import { fillMatrix, type MatrixQuestion, type Share } from './matrix.ts'

export interface MatrixTask { question: MatrixQuestion, matrix: Float32Array, share: Share }

/** Run by the pool of the network service: the network's arrays and the matrix are shared, not copied. */
export default ({ question, matrix, share }: MatrixTask): void => fillMatrix(question, matrix, share)
