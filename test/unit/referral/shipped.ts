import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { helplinesSchema, subjectsSchema } from '../../../src/policy/schema.ts'

const read = (file: string): unknown =>
  parse(readFileSync(new URL(`../../../policies/${file}`, import.meta.url), 'utf8'))

/** The helplines and subjects that the project ships. */
export const { helplines } = helplinesSchema.parse(read('helplines.yaml'))
export const { subjects } = subjectsSchema.parse(read('subjects.yaml'))

export const helpline = (id: string) => {
  const found = helplines.find((each) => each.id === id)
  if (!found) throw new Error(`no helpline ${id}`)
  return found
}
export const subject = (id: string) => {
  const found = subjects.find((each) => each.id === id)
  if (!found) throw new Error(`no subject ${id}`)
  return found
}
