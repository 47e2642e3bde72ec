import { onPostgres } from '../support/storage/temp-storage.ts'

/** The bot, unchanged, for an evening and over a restart, with its database on PostgreSQL: as in test/house on SQLite. */
for (const suite of ['evening', 'restart']) {
  onPostgres(`${suite} on PostgreSQL`, async () => {
    await import(/* @vite-ignore */ `../house/${suite}.test.ts?postgresql`)
  })
}
