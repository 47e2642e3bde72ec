import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres/global-setup.ts'],
    // Importing discord.js takes most of a second: one module graph for each worker instead of one for each file makes
    // the run many times faster. No test may therefore leave anything behind in a module.
    isolate: false,
    // By itself vitest leaves one core alone, which on two cores is half of the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    // What is waited for comes from another process (a browser): a second is not enough on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 20_000,
  },
})
