import highs, { type Highs } from 'highs'

/** HiGHS in WebAssembly, single-threaded; about 50 ms. Its types describe its CommonJS build: what is imported here is the function itself. */
export const loadHighs = highs as unknown as () => Promise<Highs>
