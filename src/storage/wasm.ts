import { setFlagsFromString } from 'node:v8'

/**
 * Keeps V8 from compiling WebAssembly a second time to make it quicker. The compiler of queries in Prisma's client is the
 * only large WebAssembly here: it takes each query apart once, after which its plan is kept. Made quicker in the
 * background it took 80 MB, which the allocator of the system never gives back, and a second of processor at each start;
 * queries were not taken apart any quicker (1.4 ms each, after four hundred).
 *
 * Must be called before a database is opened. What was compiled before goes on as it is.
 */
export const compileWasmOnce = (): void => setFlagsFromString('--liftoff-only')
