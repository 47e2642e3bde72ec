import type { TestProject } from 'vitest/node'
import { startPostgres } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the PostgreSQL server of this run; it may still be starting. */
    readonly postgres: string
  }
}

/** One PostgreSQL server for a run of the tests. It starts beside the first tests: who needs it waits for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  project.provide('postgres', server.url)
  return () => server.stop()
}
