import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadPolicy } from '../../../src/policy/load.ts'
import { PolicyError } from '../../../src/policy/problem.ts'
import { compileScreening } from '../../../src/screening/compile.ts'
import { policyWith } from '../../support/policy.ts'

const problemsOf = async (from: string, to: string): Promise<readonly string[]> => {
  const folder = await policyWith({ file: 'drills.yaml', from, to })
  const error = await loadPolicy(folder).catch((thrown: unknown) => thrown)
  if (!(error instanceof PolicyError)) throw new Error('this policy was taken')
  return error.problems.map(({ file, line, message }) => `${file}:${line ?? '?'} ${message}`)
}

test('the shipped cases are many, of several kinds, and none is heavy enough to frighten anybody', async () => {
  const policy = await loadPolicy('policies')
  const { cases, hours } = policy.drills
  expect(hours).toBe(24)
  expect(cases.length).toBeGreaterThanOrEqual(6)
  expect(new Set(cases.map(({ kind }) => kind))).toEqual(new Set(['conduct', 'worry', 'harm']))
  expect(new Set(cases.map(({ category }) => category)).size).toBeGreaterThanOrEqual(6)
  expect(new Set(cases.map(({ level }) => level))).toEqual(new Set(['groen', 'geel', 'rood']))
  const screening = compileScreening(policy)
  // Invented, so nobody's number, address or account stands in it.
  for (const { text } of cases) {
    expect(text).not.toMatch(/https?:|\d{4,}|<@|@\w/)
    const read = screening.read({ text, channel: '' })
    expect(read.kind === 'nothing' ? [] : read.findings.filter(({ level }) => level === 'acuut')).toEqual([])
  }
})

test('an acute case, an id twice and a kind that does not fit are told on their line', async () => {
  expect((await problemsOf('level: groen', 'level: acuut')).join()).toMatch(/drills\.yaml:\d+ .*groen/)
  expect((await problemsOf('id: bushalte', 'id: laat-maar')).join()).toMatch(
    /drills\.yaml:\d+ De id "laat-maar" staat er twee keer/,
  )
  expect((await problemsOf('kind: worry', 'kind: conduct')).join()).toMatch(/drills\.yaml:\d+ .*worry/)
})

test('a house without the file practises nothing, and opens all the same', async () => {
  const folder = await policyWith()
  await rm(join(folder, 'drills.yaml'))
  expect((await loadPolicy(folder)).drills).toEqual({ hours: 24, cases: [] })
})
