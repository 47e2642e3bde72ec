import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The columns of each table, from the schema; what points to another table is no column. */
function tablesOf(schema: string): ReadonlyMap<string, readonly string[]> {
  const models = [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)]
  const names = new Set(models.map(([, name = '']) => name))
  return new Map(
    models.map(([, name = '', body = '']) => {
      const fields = [...body.matchAll(/^ {2}(\w+) +(\w+)/gm)]
      return [
        name,
        fields.filter(([, , type = '']) => !names.has(type)).map(([, field = '']) => field),
      ] as const
    }),
  )
}

/** The columns that docs/privacy.md names for each table: `### Table`, and then in its rows between back-ticks. */
function toldIn(page: string): ReadonlyMap<string, ReadonlySet<string>> {
  const sections = page.split(/^### /m).slice(1)
  return new Map(
    sections.map((section) => {
      const [name = ''] = section.split('\n', 1)
      const rows = section.split('\n').filter((line) => line.startsWith('|'))
      const firsts = rows.map((row) => row.split('|')[1] ?? '')
      return [
        name.trim(),
        new Set(firsts.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, one = '']) => one))),
      ] as const
    }),
  )
}

const schema = readFileSync('prisma/schema.prisma', 'utf8')
const page = readFileSync('docs/privacy.md', 'utf8')

test('docs/privacy.md names every table and every column that is stored, and none that is not', () => {
  const told = toldIn(page)
  const stored = tablesOf(schema)
  expect(stored.size).toBeGreaterThan(25)
  for (const [table, columns] of stored)
    expect([...(told.get(table) ?? [])].sort(), table).toEqual([...columns].sort())
  const sections = [...told.keys()].filter(
    (name) => /^[A-Z]\w+$/.test(name) && (told.get(name)?.size ?? 0) > 0,
  )
  expect(sections.filter((name) => !stored.has(name))).toEqual([])
})

test('a table or a column that nobody told of is found', () => {
  const more = `${schema}\nmodel Extra {\n  id String @id\n  flag Flag\n}\n`
  expect(tablesOf(more).get('Extra')).toEqual(['id'])
  expect(toldIn('### Flag\n\n| `id`, `words` | x |\n').get('Flag')).toEqual(new Set(['id', 'words']))
})
