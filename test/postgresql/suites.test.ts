import { onPostgres } from '../support/storage/temp-storage.ts'

/**
 * The laws of everything that is stored, as they are tested on SQLite, once more on a real PostgreSQL. The question
 * mark makes each file a module of its own: it registers its tests here also where it ran for SQLite already.
 */
const SUITES = [
  'storage/timers',
  'storage/cursors',
  'storage/plain',
  'outbox/outbox',
  'outbox/leases',
  'outbox/attempts',
  'outbox/hand',
  'queue/raise',
  'queue/act',
  'queue/laws',
  'queue/alike',
  'duty/duty',
  'channels/limits',
  'notice/acknowledge',
]

for (const suite of SUITES) {
  onPostgres(`${suite} on PostgreSQL`, async () => {
    await import(/* @vite-ignore */ `../unit/${suite}.test.ts?postgresql`)
  })
}
