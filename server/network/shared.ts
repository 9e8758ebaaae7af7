/** Typed arrays over shared memory, so that a network goes from thread to thread as it is. */
export const shared = {
  int8: (length: number) => new Int8Array(new SharedArrayBuffer(length)),
  uint8: (length: number) => new Uint8Array(new SharedArrayBuffer(length)),
  uint16: (length: number) => new Uint16Array(new SharedArrayBuffer(length * 2)),
  int32: (length: number) => new Int32Array(new SharedArrayBuffer(length * 4)),
  float32: (length: number) => new Float32Array(new SharedArrayBuffer(length * 4)),
  float64: (length: number) => new Float64Array(new SharedArrayBuffer(length * 8)),
  bigUint64: (length: number) => new BigUint64Array(new SharedArrayBuffer(length * 8)),
}
