import { type ColumnShape, GUARDS, type Shape, type TableShape } from './shape.ts'

const TYPES: Readonly<Record<string, string>> = {
  String: 'text',
  Int: 'int',
  Boolean: 'boolean',
  DateTime: 'moment',
}

const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
const attribute = (line: string, name: string): readonly string[] | undefined => {
  const found = new RegExp(`@@${name}\\(\\[([^\\]]*)\\]`).exec(line)
  return found === null ? undefined : listOf(found[1])
}
const defaultIn = (attributes: string): string | null => {
  const value = /@default\(((?:[^()]|\(\))*)\)/.exec(attributes)?.[1]
  return value === undefined ? null : value === 'autoincrement()' ? 'counts up' : value.replaceAll('"', '')
}
const actionIn = (attributes: string, when: string, otherwise: string): string =>
  (new RegExp(`${when}: (\\w+)`).exec(attributes)?.[1] ?? otherwise).toUpperCase()

/** Reads `schema.prisma` as far as the tables of this project go; throws at what it does not understand. */
export const shapeOfSchema = (schema: string): Shape => {
  const shape: Record<string, TableShape> = {}
  for (const [, model = '', body = ''] of schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)) {
    const columns: Record<string, ColumnShape> = {}
    let key: readonly string[] = []
    const unique: string[] = []
    const indexed: string[] = []
    const refersTo: string[] = []
    for (const raw of body.split('\n')) {
      const line = raw.replace(/\s*\/\/.*$/, '').trim()
      if (line === '') continue
      if (line.startsWith('@@')) {
        const [id, uniques, index] = [
          attribute(line, 'id'),
          attribute(line, 'unique'),
          attribute(line, 'index'),
        ]
        if (id !== undefined) key = id
        else if (uniques !== undefined) unique.push(uniques.join(', '))
        else if (index !== undefined) indexed.push(index.join(', '))
        else throw new Error(`${model}: ${line}`)
        continue
      }
      const [, name = '', typeName = '', mark = '', attributes = ''] =
        /^(\w+)\s+(\w+)(\?|\[\])?\s*(.*)$/.exec(line) ?? []
      const relation = /@relation\(fields: \[([^\]]*)\], references: \[([^\]]*)\]/.exec(attributes)
      if (relation !== null) {
        const [, from = '', to = ''] = relation
        const [gone, changed] = [
          actionIn(attributes, 'onDelete', 'restrict'),
          actionIn(attributes, 'onUpdate', 'cascade'),
        ]
        refersTo.push(`${from} → ${typeName}.${to}, ${gone}, ${changed}`)
        continue
      }
      const type = TYPES[typeName]
      // The other side of a relation: no column.
      if (type === undefined && new RegExp(`^model ${typeName} \\{`, 'm').test(schema)) continue
      if (type === undefined || mark === '[]') throw new Error(`${model}: ${line}`)
      columns[name] = { type, required: mark !== '?', default: defaultIn(attributes) }
      if (/@id\b/.test(attributes)) key = [name]
      if (/(?<!@)@unique\b/.test(attributes)) unique.push(name)
    }
    shape[model] = {
      columns,
      key,
      unique: unique.sort(),
      indexed: indexed.sort(),
      refersTo: refersTo.sort(),
      guards: GUARDS[model] ?? [],
    }
  }
  return shape
}
