import { defineConfig } from 'prisma/config'

const url = process.env['DATABASE_URL'] ?? 'file:./data/dev.db'
const isPostgres = /^postgres(ql)?:/.test(url)

// Only for people who write migrations (`npx prisma migrate dev`, once for each of both databases; `npm run generate`
// renders the schema for PostgreSQL); the bot applies them itself when it starts.
export default defineConfig({
  schema: isPostgres ? 'prisma/postgresql/schema.prisma' : 'prisma/schema.prisma',
  migrations: { path: `prisma/${isPostgres ? 'postgresql' : 'sqlite'}/migrations` },
  datasource: { url },
})
