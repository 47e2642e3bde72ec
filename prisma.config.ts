import { defineConfig } from 'prisma/config'

// Only for people who write migrations (`npx prisma migrate dev`); the bot applies them itself when it starts.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/sqlite/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'file:./data/dev.db' },
})
